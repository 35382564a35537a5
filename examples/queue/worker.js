// Follows the tasks whose tokens are in the queue, up to 500 at once. Any number of these may run, on
// any machine: a job that a dead worker leaves behind is taken over by another one.
import axios from 'axios';
import { attachOutcomes, unwrap } from 'axios-outcome';
import { DelayedError, Worker } from 'bullmq';

/** @typedef {{ token: string }} Follow what is in the queue; no credentials: those are the worker's own */

const { REDIS_PORT, TASKS_URL = '', WORKER_NAME = 'worker' } = process.env;
// Shorter waits than the 2 to 30 s that are the default, since the task of this example is short.
const delayed = { pollIntervalMs: 60, maxPollIntervalMs: 60 };
// A token is resumed only where it comes from the origin of this baseURL.
const client = attachOutcomes(axios.create({ baseURL: TASKS_URL }), { delayed });
/** @param {string} text */
const say = (text) => console.log(`${WORKER_NAME.padEnd(8)} ${text}`);

/** @type {Worker<Follow>} */
const worker = new Worker(
  'tasks',
  async (job, lock) => {
    say(`follows the task${job.stalledCounter > 0 ? ', which another worker left behind' : ''}`);
    const outcome = await client.resume(job.data.token, {
      deadlineMs: 60_000,
      onPoll: ({ number, nextPollMs }) =>
        say(`poll ${number}: ${nextPollMs === undefined ? 'done' : 'not done yet'}`),
    });
    if (outcome.kind === 'delayed') {
      // A long task makes room for others, and comes back.
      await job.moveToDelayed(Date.now() + (outcome.task.retryAfterMs ?? 60_000), lock);
      throw new DelayedError();
    }
    // A task that failed is a failed job, and the OutcomeError says why.
    return unwrap(outcome);
  },
  {
    connection: { host: '127.0.0.1', port: Number(REDIS_PORT) },
    concurrency: 500,
    // Low, so that the example is short. Both are 30 s by default, which is right for real work.
    lockDuration: 1_000,
    stalledInterval: 250,
    // A task may outlive many workers; following it again does no harm, since it sends only GET.
    maxStalledCount: 100,
  },
);
worker.on('error', (error) => say(error.message));
process.once('SIGTERM', () => worker.close());
