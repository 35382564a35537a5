// npm run bench: what a healthy request costs, beside the peers, in one run.
import { Agent, createServer } from 'node:http';
import { AxiosHeaders } from 'axios';
import { contestants } from './contestants.js';
import { runRounds } from './rounds.js';

/** Answers at once, as the http adapter would: text, to be parsed by axios. */
async function inMemory(config) {
  const headers = new AxiosHeaders({ 'content-type': 'application/json' });
  return { status: 200, statusText: 'OK', data: '{"id":1}', headers, config, request: {} };
}

const targets = {
  memory: { 'axios-outcome, instance': 1.08, 'axios-outcome, outcome': 1.15 },
  loopback: { 'axios-outcome, instance': 1.02 },
};

await measure('In memory', targets.memory, { adapter: inMemory }, { rounds: 25, timeMs: 120 });

const server = createServer((_, response) => {
  response.setHeader('Content-Type', 'application/json');
  response.end('{"id":1}');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const httpAgent = new Agent({ keepAlive: true, maxSockets: 1 });
const config = { baseURL: `http://127.0.0.1:${server.address().port}`, httpAgent };
await measure('Over loopback, one after the other', targets.loopback, config, { rounds: 25, timeMs: 120 });
httpAgent.destroy();
server.close();

async function measure(title, wanted, axiosConfig, settings) {
  const results = await runRounds(contestants(axiosConfig), settings);
  console.log(`${title}: healthy requests, medians of ${settings.rounds} rounds of ${settings.timeMs} ms`);
  console.log(row('contestant', 'µs', 'median', 'mean', 'target'));
  for (const { name, micros, ratio, meanRatio } of results) {
    const target = wanted[name];
    const verdict = target === undefined ? '' : `x${target}`;
    const judged = target === undefined ? '' : `  ${ratio <= target ? 'ok' : 'over'}`;
    console.log(row(name, micros.toFixed(2), times(ratio), times(meanRatio), verdict) + judged);
  }
  console.log();
}

function row(name, ...cells) {
  return `  ${name.padEnd(26)}${cells.map((cell) => cell.padStart(9)).join('')}`.trimEnd();
}

function times(ratio) {
  return `x${ratio.toFixed(3)}`;
}
