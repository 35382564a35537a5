// npm run demo                                    a real client against the stand-in
// npm run demo -- --base-url URL --path PATH      one call to a server of yours
import { parseArgs } from 'node:util';
import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import { http } from 'axios-outcome/catalogues/http';
import { printCall, printTable } from './print.js';
import { startServer } from './server.js';

const calls = [
  ['503 twice, then good news', 'get', '/v1.0/demo/kms/user-quotas'],
  ['502 to a POST that may have created a key: never sent twice', 'post', '/v1.0/demo/kms/create-key'],
  ['502 to a POST that only reads, as DEW documents: repeated', 'post', '/v1.0/demo/kms/describe-key'],
  ['202: a task that is accepted and not done', 'post', '/v3/demo/keypairs/disassociate'],
  ['429 with Retry-After: 1', 'get', '/v1/demo/secrets'],
  ['503 with Retry-After: 86400: nobody waits a day', 'get', '/v1/demo/csms/events'],
  ['the connection is reset under a GET: repeated', 'get', '/v3/demo/keypairs'],
  ['the connection is reset under a POST: the work may have been done', 'post', '/v3/demo/keypairs'],
  ['200 to a POST, cut short: the work was done, its answer is lost', 'post', '/v1/demo/secrets'],
];

async function demo() {
  const server = await startServer();
  try {
    console.log('A client with the DEW catalogue against a stand-in of DEW, over loopback HTTP.\n');
    const kms = attachOutcomes(axios.create({ baseURL: server.baseURL }), { catalogue: dew });
    for (const [title, method, path] of calls) {
      const outcome = await kms[method](path);
      printCall(title, outcome, requests(server.seen.get(`${method.toUpperCase()} ${path}`)));
    }
    // A port that was free a moment ago: nobody listens there.
    const closed = await startServer();
    await closed.stop();
    printCall(
      'nobody listens: never sent, so a POST is repeated too',
      await kms.post(`${closed.baseURL}/v3/demo/keypairs`),
      'none',
    );
    await everyStatus(server);
  } finally {
    await server.stop();
  }
}

async function everyStatus({ baseURL, seen }) {
  // Short waits, and no budget: this client is here to see every row, 500s included.
  const retry = { retries: 1, baseDelayMs: 1, throttleDelayMs: 1, budget: false };
  const kms = attachOutcomes(axios.create({ baseURL, maxRedirects: 0 }), { catalogue: dew, retry });
  const rows = [['status', 'documented as', 'kind', 'ok', 'requests', 'meaning']];
  for (const status of Object.keys(dew.statuses).filter((code) => code !== '429')) {
    const path = `/status/${status}`;
    const { kind, ok, documented } = await kms.get(path);
    rows.push([
      status,
      documented.name,
      kind,
      String(ok),
      String(seen.get(`GET ${path}`)),
      documented.meaning.en,
    ]);
  }
  console.log(
    `The ${rows.length - 1} rows of DEW's status-code page, each asked for with a GET (one retry at most):\n`,
  );
  printTable(rows);
}

async function callOne({ 'base-url': baseURL, path = '/', method = 'GET' }) {
  const client = attachOutcomes(axios.create({ baseURL, timeout: 10_000 }), { catalogue: http });
  const outcome = await client.request({ method, url: path });
  printCall(`A call to ${new URL(baseURL).host}`, outcome, 'it in its own log');
}

const requests = (count = 0) => `${count} request${count === 1 ? '' : 's'}`;

const { values } = parseArgs({
  options: { 'base-url': { type: 'string' }, path: { type: 'string' }, method: { type: 'string' } },
});
await (values['base-url'] ? callOne(values) : demo());
