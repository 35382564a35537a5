// npm run demo                                    a real client against the stand-in
// npm run demo -- --base-url URL --path PATH      one call to a server of yours
import { parseArgs } from 'node:util';
import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import { http } from 'axios-outcome/catalogues/http';
import { drainedBudget } from './budget.js';
import { compare } from './compare.js';
import { printCall, printTable, requests } from './print.js';
import { startServer } from './server.js';
import { unboundKeyPair } from './task.js';

/** @typedef {import('./server.js').Server} Server */

/** @type {[title: string, method: string, path: string][]} */
const calls = [
  ['503 twice, then good news', 'GET', '/v1.0/demo/kms/user-quotas'],
  ['502 to a POST that may have created a key: never sent twice', 'POST', '/v1.0/demo/kms/create-key'],
  ['502 to a POST that only reads, as DEW documents: repeated', 'POST', '/v1.0/demo/kms/describe-key'],
  ['429 with Retry-After: 1', 'GET', '/v1/demo/secrets'],
  ['503 with Retry-After: 86400: nobody waits a day', 'GET', '/v1/demo/csms/events'],
  ['the connection is reset under a GET: repeated', 'GET', '/v3/demo/keypairs'],
  ['the connection is reset under a POST: the work may have been done', 'POST', '/v3/demo/keypairs'],
  ['200 to a POST, cut short: the work was done, its answer is lost', 'POST', '/v1/demo/secrets'],
];

async function demo() {
  const server = await startServer();
  try {
    console.log('A client with the DEW catalogue against a stand-in of DEW, over loopback HTTP.\n');
    await everyCall(server);
    await nobodyListens();
    await unboundKeyPair();
    await drainedBudget();
    await everyStatus(server);
  } finally {
    await server.stop();
  }
}

/** @param {Server} server */
async function everyCall({ baseURL, received }) {
  const kms = attachOutcomes(axios.create({ baseURL }), { catalogue: dew });
  for (const [title, method, url] of calls) {
    const outcome = await kms.request({ method, url });
    const arrived = received(method, url);
    compare(`${method} ${url}`, outcome.attempts.length, arrived.length);
    printCall(title, outcome, arrived);
  }
}

/** A port that was free a moment ago. */
async function nobodyListens() {
  const closed = await startServer();
  await closed.stop();
  const kms = attachOutcomes(axios.create({ baseURL: closed.baseURL }), { catalogue: dew });
  const outcome = await kms.post('/v3/demo/keypairs');
  printCall('nobody listens: never sent, so a POST is repeated too', outcome, closed.log);
}

/** @param {Server} server */
async function everyStatus({ baseURL, received, log }) {
  // Short waits, and no budget: this client is here to see every row, 500s included.
  const retry = { retries: 1, baseDelayMs: 1, throttleDelayMs: 1, budget: /** @type {const} */ (false) };
  const kms = attachOutcomes(axios.create({ baseURL, maxRedirects: 0 }), { catalogue: dew, retry });
  /** @type {[...string[], readonly string[]][]} */
  const rows = [['status', 'documented as', 'kind', 'ok', 'retried', ['meaning']]];
  const before = log.length;
  for (const [status, { name, meaning }] of Object.entries(dew.statuses)) {
    // 429 is the gateway's: DEW's own page does not list it.
    if (status === '429') continue;
    const url = `/status/${status}`;
    const { kind, ok, attempts } = await kms.get(url);
    const count = received('GET', url).length;
    compare(`GET ${url}`, attempts.length, count);
    rows.push([status, name, kind, ok ? 'yes' : 'no', count > 1 ? 'once' : 'no', meaning.en.split(' ')]);
  }
  const described = rows.length - 1;
  console.log(`The ${described} rows of DEW's status-code page, each asked for with a GET`);
  console.log('(this client retries once at most):\n');
  printTable(rows);
  console.log(`\n  ${described} calls; the server saw ${requests(log.length - before)}.`);
}

/** @param {string} baseURL @param {string} url @param {string} method */
async function callOne(baseURL, url, method) {
  const client = attachOutcomes(axios.create({ baseURL, timeout: 10_000 }), { catalogue: http });
  printCall(`A call to ${new URL(baseURL).host}`, await client.request({ method, url }));
}

const usage = 'usage: npm run demo [-- --base-url URL [--path PATH] [--method METHOD]]';

function readArguments() {
  const { values } = parseArgs({
    options: { 'base-url': { type: 'string' }, path: { type: 'string' }, method: { type: 'string' } },
  });
  const { 'base-url': baseURL, path, method = 'GET' } = values;
  if (baseURL === undefined && (path ?? values.method) !== undefined)
    throw new Error('--base-url is missing');
  if (baseURL !== undefined && !URL.canParse(baseURL)) throw new Error(`--base-url is no URL: ${baseURL}`);
  return { baseURL, path: path ?? '/', method };
}

/** What was asked for, or undefined after a word on what is wrong with it. */
function readOrExplain() {
  try {
    return readArguments();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    process.exitCode = 1;
    return undefined;
  }
}

const asked = readOrExplain();
if (asked !== undefined) {
  const { baseURL, path, method } = asked;
  await (baseURL === undefined ? demo() : callOne(baseURL, path, method));
}
