// The KMS client at work, against the demo's server: node examples/kms/run.js
import { randomUUID } from 'node:crypto';
import { explain } from 'axios-outcome';
import { startServer } from '../demo/server.js';
import { createKmsClient } from './client.js';
import { standInOfKms } from './stand-in.js';

// Any text does for the stand-in.
const token = process.env['KMS_TOKEN'] ?? randomUUID();
const standIn = standInOfKms(token);
const server = await startServer(standIn.answerTo);
let renewals = 0;
const kms = createKmsClient({
  baseURL: server.baseURL,
  projectId: 'p1',
  token,
  // The stand-in is done after three looks; a real task takes as long as it takes.
  pollIntervalMs: 20,
  renewToken() {
    renewals++;
    return standIn.renewToken();
  },
});

/**
 * What went over the wire, and what it came to.
 * @param {string} step
 * @param {Pick<import('axios-outcome').AnyOutcome, 'kind' | 'effect' | 'attempts'>} outcome
 * @param {string} text
 */
function print(step, { kind, effect, attempts }, text) {
  const wire = attempts.map(({ status, code }) => status ?? code).join(', ');
  console.log(`${step.padEnd(8)} ${wire} → ${kind}, effect ${effect}: ${text}`);
}

try {
  await keyAndData();
  await pages();
  await unbinding();
  await missingKey();
  await expiredToken();
  await lostAnswer();
} finally {
  await server.stop();
}

async function keyAndData() {
  const created = await kms.createKey({ key_alias: 'orders' });
  if (created.kind !== 'success') return print('create', created, 'no key, so nothing to show');
  const { key_id } = created.data.key_info;
  print('create', created, `key ${key_id}`);

  const described = await kms.describeKey({ key_id });
  if (described.kind === 'success') {
    const { key_alias, key_state } = described.data.key_info;
    print('describe', described, `alias ${key_alias}, state ${key_state}`);
  }

  const plain_text = 'a few words that nobody else may read';
  const encrypted = await kms.encrypt({ key_id, plain_text });
  if (encrypted.kind !== 'success') return print('encrypt', encrypted, 'nothing to decrypt');
  const { cipher_text } = encrypted.data;
  print('encrypt', encrypted, `${cipher_text.length} characters of ciphertext`);

  const decrypted = await kms.decrypt({ cipher_text });
  const same = decrypted.kind === 'success' && decrypted.data.plain_text === plain_text;
  print('decrypt', decrypted, same ? 'the same text as before' : 'another text');
}

async function pages() {
  for (const key_alias of ['invoices', 'backups']) await kms.createKey({ key_alias });
  for await (const page of kms.listKeys({ limit: '2' })) {
    print('list', page, page.kind === 'success' ? `${page.data.keys.length} key(s)` : 'the list ends here');
  }
}

async function unbinding() {
  /** @type {(string | undefined)[]} */
  const states = [];
  const outcome = await kms.unbindKeyPair(
    { server: { id: randomUUID() } },
    { deadlineMs: 60_000, onPoll: ({ state }) => states.push(state) },
  );
  const end = {
    success: 'the key pair is unbound',
    delayed: 'not done yet; its token carries on, in another process too',
  };
  const text =
    outcome.kind === 'success' || outcome.kind === 'delayed' ? end[outcome.kind] : explain(outcome);
  print('unbind', outcome, `${states.join(', ')}: ${text}`);
}

async function missingKey() {
  const outcome = await kms.describeKey({ key_id: randomUUID() });
  // The code is one of DEW's: a misspelt one would not compile.
  if (outcome.kind !== 'rejected' || outcome.problem.code !== 'KMS.0207') return;
  const { code, documented } = outcome.problem;
  print('missing', outcome, `${code}: ${documented?.meaning?.en} ${documented?.remedy?.en}`);
  console.log(`${' '.repeat(9)}${documented?.meaning?.zh}${documented?.remedy?.zh}`);
}

async function expiredToken() {
  standIn.expireToken();
  for await (const page of kms.listKeys()) {
    print('expired', page, `the token was renewed ${renewals} time(s)`);
  }
}

async function lostAnswer() {
  standIn.loseNextAnswer();
  const before = server.log.length;
  const outcome = await kms.createKey({ key_alias: 'reports' });
  const sent = server.log.slice(before).flatMap(({ idempotencyKey }) => idempotencyKey ?? []);
  const different = new Set(sent).size;
  print('lost', outcome, `${sent.length} requests with an Idempotency-Key, ${different} different`);
  for await (const page of kms.listKeys()) {
    if (page.kind === 'success') print('list', page, `${page.data.keys.length} keys: none was made twice`);
  }
}
