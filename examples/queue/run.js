// A task that outlives the process that follows it: node examples/queue/run.js
// Its token is in a BullMQ queue on a real Redis. The worker is killed in the middle, and another
// one finishes the task. Needs redis-server; on Debian: apt-get install redis-server
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
import { Queue, QueueEvents } from 'bullmq';
import { startRedis } from './redis.js';
import { startTaskServer } from './server.js';

const pollsUntilDone = 8;
const pollOfDeath = 3;

/** @param {string} who @param {string} text */
const say = (who, text) => console.log(`${who.padEnd(8)} ${text}`);

// The children are ended on exit, which a signal alone would not run.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const redis = await startRedis();
const server = await startTaskServer(pollsUntilDone);
const connection = { host: '127.0.0.1', port: redis.port };
/** @type {Queue<import('./worker.js').Follow>} */
const queue = new Queue('tasks', { connection });
const events = new QueueEvents('tasks', { connection });
let completions = 0;
events.on('completed', () => completions++);
await events.waitUntilReady();

const job = await queue.add('follow', { token: await submit() });

const first = startWorker('first');
await server.poll(pollOfDeath);
await end(first, 'SIGKILL');
say('run', `the first worker is killed while the server has poll ${pollOfDeath}`);

const second = startWorker('second');
const report = await job.waitUntilFinished(events, 20_000);
await end(second, 'SIGTERM');
say('run', `the job is completed: ${JSON.stringify(report)}`);

await check();
await events.close();
await queue.close();
await server.stop();
await redis.stop();

/** The task's token: a text of its addresses, with no credentials and no body. */
async function submit() {
  const client = attachOutcomes(axios.create({ baseURL: server.baseURL }));
  const outcome = await client.post('/reports', { year: 2026 });
  assert.equal(outcome.kind, 'delayed');
  const { token } = outcome.task;
  assert(token);
  say('run', `POST /reports → ${outcome.status} ${outcome.kind}, effect ${outcome.effect}`);
  say('run', `its token of ${token.length} characters goes into the queue`);
  return token;
}

/** @param {string} name */
function startWorker(name) {
  const env = {
    ...process.env,
    REDIS_PORT: `${redis.port}`,
    TASKS_URL: server.baseURL,
    WORKER_NAME: name,
  };
  const file = resolve(import.meta.dirname, 'worker.js');
  const worker = spawn(process.execPath, [file], { env, stdio: 'inherit' });
  process.once('exit', () => worker.kill('SIGKILL'));
  worker.once('exit', (code) => assert(worker.killed, `the ${name} worker ended by itself, with ${code}`));
  return worker;
}

/** @param {import('node:child_process').ChildProcess} worker @param {NodeJS.Signals} signal */
async function end(worker, signal) {
  const exited = once(worker, 'exit');
  worker.kill(signal);
  await exited;
}

/** Exactly once: the task was submitted once, and its result was handed out and stored once. */
async function check() {
  const { submissions, polls, resultsHandedOut } = server.seen;
  say('server', `saw ${submissions} submission, ${polls} polls, handed out ${resultsHandedOut} result`);
  const counts = await queue.getJobCounts('completed', 'failed', 'active', 'wait', 'delayed');
  const { attemptsStarted, stalledCounter } = (await queue.getJob(job.id ?? '')) ?? {};
  say('queue', `started the job ${attemptsStarted} times, completed it ${completions} time`);
  assert.deepEqual(server.seen, { submissions: 1, polls: pollsUntilDone, resultsHandedOut: 1 });
  assert.deepEqual(counts, { completed: 1, failed: 0, active: 0, wait: 0, delayed: 0 });
  assert.deepEqual(
    { attemptsStarted, stalledCounter, completions },
    {
      attemptsStarted: 2,
      stalledCounter: 1,
      completions: 1,
    },
  );
  assert.deepEqual(report, { report: 'ready', pages: 12 });
}
