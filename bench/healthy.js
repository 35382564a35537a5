// The cost of a healthy request: in memory, and over loopback.
import { Agent, createServer } from 'node:http';
import { AxiosHeaders } from 'axios';
import { contestants } from './contestants.js';
import { judge } from './gate.js';
import { runRounds } from './rounds.js';
import { row } from './table.js';

const settings = { rounds: 25, timeMs: 120 };

export async function inMemory() {
  const targets = { 'axios-outcome, instance': 1.05, 'axios-outcome, outcome': 1.1 };
  await measure('In memory', targets, { adapter: answerAtOnce });
}

export async function overLoopback() {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end('{"id":1}');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const httpAgent = new Agent({ keepAlive: true, maxSockets: 1 });
  const config = { baseURL: `http://127.0.0.1:${server.address().port}`, httpAgent };
  await measure('Over loopback, one after the other', { 'axios-outcome, instance': 1.02 }, config);
  httpAgent.destroy();
  server.close();
}

/** Answers like the http adapter: with a text that axios parses. */
async function answerAtOnce(config) {
  const headers = new AxiosHeaders({ 'content-type': 'application/json' });
  return { status: 200, statusText: 'OK', data: '{"id":1}', headers, config, request: {} };
}

async function measure(title, targets, axiosConfig) {
  const results = await runRounds(contestants(axiosConfig), settings);
  console.log(`${title}: healthy requests, medians of ${settings.rounds} rounds of ${settings.timeMs} ms`);
  console.log(row('contestant', 'µs', 'mean', 'median', 'at least', 'target'));
  for (const { name, micros, ratio, atLeast, meanRatio } of results) {
    const target = targets[name];
    const cells = [micros.toFixed(2), times(meanRatio), times(ratio), times(atLeast)];
    if (target === undefined) console.log(row(name, ...cells));
    else console.log(judge(title, row(name, ...cells, `x${target}`), ratio <= target, atLeast > target));
  }
}

function times(ratio) {
  return `x${ratio.toFixed(3)}`;
}
