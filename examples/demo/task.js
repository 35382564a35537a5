// A task that DEW accepts with 202 and does later: a key pair is unbound from a server. Each poll is
// printed as it comes, and the token is carried on by a second client, as another process would.
import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import { compare } from './compare.js';
import { printCall, requests } from './print.js';
import { startServer } from './server.js';

/** @typedef {import('./server.js').Server} Server */

// Shorter waits than the 2 to 30 s that are the default, since this task is short.
const delayed = { pollIntervalMs: 250, maxPollIntervalMs: 250 };
const unbind = '/v3/demo/keypairs/disassociate';

export async function unboundKeyPair() {
  const server = await startServer();
  try {
    const kms = clientOf(server);
    const outcome = await kms.post(unbind, { server: { id: 'a-server' } });
    printCall('202: a task that is accepted and not done', outcome, server.received('POST', unbind));
    if (outcome.kind !== 'delayed') throw new Error(`a key pair is unbound with ${outcome.kind}`);
    await watch(server, kms, outcome);
  } finally {
    await server.stop();
  }
}

/** @param {Server} server */
function clientOf({ baseURL }) {
  return attachOutcomes(axios.create({ baseURL }), { catalogue: dew, delayed });
}

/**
 * @param {Server} server
 * @param {ReturnType<typeof clientOf>} kms
 * @param {Extract<import('axios-outcome').Outcome<typeof dew>, { kind: 'delayed' }>} outcome
 */
async function watch(server, kms, outcome) {
  const { token = '', monitor = '' } = outcome.task;
  const path = new URL(monitor).pathname;
  console.log(`The task is followed at GET ${path}`);
  for await (const { number, state, waitedMs, nextPollMs } of kms.watch(outcome)) {
    const next = nextPollMs === undefined ? 'done' : `look again in ${nextPollMs} ms`;
    console.log(`  poll ${number}, after ${waitedMs} ms: ${state}, ${next}`);
    // Whoever has the token carries on, in whichever process. Nothing is submitted again.
    if (state === 'RUNNING_UNBIND') break;
  }
  console.log(
    `  here the watching stops, and a client of another process takes the token of ${token.length} characters:`,
  );
  const ended = await clientOf(server).resume(token, {
    onPoll: ({ number, state, waitedMs }) =>
      console.log(`  poll ${number}, after ${waitedMs} ms: ${state ?? 'no answer'}`),
  });
  const [submissions, polls] = [server.received('POST', unbind), server.received('GET', path)];
  compare(`POST ${unbind}`, 1, submissions.length);
  const sent = polls.map(({ sent }) => sent).join(', ');
  console.log(`  outcome: ${ended.kind}, effect ${ended.effect}`);
  console.log(
    `  server log: ${requests(submissions.length)} to unbind, ${requests(polls.length)} to the task: ${sent}\n`,
  );
}
