// One process follows 10,000 delayed tasks at once: its requests, their times, and its memory.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
import { judge } from './gate.js';
import { row } from './table.js';

const concurrency = 20;
/**
 * `agesMs` says how old the tasks are when they are done. At the default pace, 10,000 tasks that start
 * at the same time need more polls per second than one process can send. So polls wait for their turn.
 */
const loads = [
  { count: 1_000, agesMs: [3_000, 10_000], pace: {}, paced: '2 s x 1.5' },
  {
    count: 10_000,
    agesMs: [8_000, 22_000],
    pace: { pollIntervalMs: 20_000, maxPollIntervalMs: 20_000 },
    paced: '13-20 s',
  },
];

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

export async function tasks() {
  const columns = [];
  for (const load of loads) columns.push(await measure(load));
  print(columns);
}

async function measure({ count, agesMs, pace }) {
  const server = fork(resolve(import.meta.dirname, 'task-server.js'), agesMs.map(String));
  const httpAgent = new Agent({ keepAlive: true, maxSockets: 50 });
  try {
    const [{ port }] = await once(server, 'message');
    const seen = watchAdapter();
    const baseURL = `http://127.0.0.1:${port}`;
    const instance = axios.create({ baseURL, httpAgent, adapter: seen.adapter });
    const client = attachOutcomes(instance, { delayed: { ...pace, concurrency } });
    const measured = await followAll(client, count, seen);
    server.send('report');
    const [{ polls }] = await once(server, 'message');
    return { ...measured, ...seen, perTask: polls / count };
  } finally {
    httpAgent.destroy();
    server.kill();
  }
}

/** axios's adapter, which records how many polls run, and when each poll started. */
function watchAdapter() {
  const send = axios.getAdapter('http');
  const seen = { running: 0, most: 0, startedAt: new Map(), timers: 0 };
  seen.adapter = async (config) => {
    if (config.method !== 'get') return send(config);
    seen.startedAt.set(config.url, performance.now());
    seen.most = Math.max(seen.most, ++seen.running);
    try {
      return await send(config);
    } finally {
      seen.running--;
    }
  };
  return seen;
}

async function followAll(client, count, seen) {
  const empty = heap();
  const outcomes = await submit(client, count);
  const submitted = heap();
  const lags = [];
  const startedAt = performance.now();
  const ends = outcomes.map((outcome) => client.complete(outcome, { onPoll: lagOf(outcome, seen, lags) }));
  // All of them wait for their first poll now.
  await new Promise(setImmediate);
  const waiting = heap();
  const sampling = setInterval(() => {
    // One of them is this one.
    const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length - 1;
    seen.timers = Math.max(seen.timers, timers);
  }, 250);
  const kinds = (await Promise.all(ends)).map(({ kind }) => kind);
  clearInterval(sampling);
  const wrong = kinds.find((kind) => kind !== 'success');
  if (wrong !== undefined) throw new Error(`a task came to ${wrong}`);
  return {
    lags: lags.sort((a, b) => a - b),
    heapPerOutcome: (submitted - empty) / count,
    heapPerTask: (waiting - submitted) / count,
    tookMs: performance.now() - startedAt,
  };
}

async function submit(client, count) {
  const outcomes = [];
  async function worker() {
    while (outcomes.length < count) {
      const index = outcomes.push(undefined) - 1;
      outcomes[index] = await client.post('/jobs', {});
    }
  }
  await Promise.all(Array.from({ length: 50 }, worker));
  return outcomes;
}

/** How late each poll of a task was sent. */
function lagOf({ task }, { startedAt }, lags) {
  let from = performance.now();
  return ({ waitedMs }) => {
    lags.push(startedAt.get(task.monitor) - from - waitedMs);
    from = performance.now();
  };
}

function heap() {
  collect();
  return process.memoryUsage().heapUsed;
}

function print(columns) {
  const line = (name, cell) => row(name, ...columns.map(cell));
  const lag = (share) => (column) => {
    const { [Math.floor((column.lags.length - 1) * share)]: ms } = column.lags;
    return `${ms.toFixed(0)} ms`;
  };
  console.log(`Delayed tasks that one client follows at once, over loopback, ${concurrency} polls at a time`);
  console.log(row('tasks', ...loads.map(({ count }) => count.toLocaleString('en'))));
  console.log(row('polled every', ...loads.map(({ paced }) => ` ${paced}`)));
  console.log(line('polls per task', ({ perTask }) => perTask.toFixed(2)));
  console.log(line('past due, median', lag(0.5)));
  console.log(line('past due, 99 %', lag(0.99)));
  console.log(line('heap per outcome', ({ heapPerOutcome }) => `${(heapPerOutcome / 1024).toFixed(1)} kB`));
  console.log(line('heap per task followed', ({ heapPerTask }) => `${(heapPerTask / 1024).toFixed(1)} kB`));
  const most = line('polls under way, at most', ({ most }) => String(most));
  const bounded = columns.every(({ most }) => most <= concurrency);
  console.log(judge('tasks', most, bounded));
  const timers = line('timers, at most', ({ timers }) => String(timers));
  const few = columns.every(({ timers }) => timers <= concurrency + 1);
  console.log(judge('tasks', timers, few));
  console.log(line('took', ({ tookMs }) => `${(tookMs / 1000).toFixed(0)} s`));
}
