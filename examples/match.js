// `match` calls a function per kind; `unwrap` returns the data or throws; `isOutcome` tells an
// outcome from anything else.
import axios from 'axios';
import { attachOutcomes, isOutcome, match, OutcomeError, unwrap } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import * as z from 'zod';
import { startServer } from './demo/server.js';

const Key = z.object({ key_info: z.object({ key_id: z.string() }) });
const Task = z.object({ task_id: z.string() });

const server = await startServer();
const kms = attachOutcomes(axios.create({ baseURL: server.baseURL }), {
  catalogue: dew,
  responses: { 200: Key, 202: Task },
});

/** What to do about a problem, in the words of DEW's documents where they have any. */
const remedyOf = (/** @type {import('axios-outcome').ProblemOf<typeof dew>} */ problem) =>
  `${problem.code}: ${problem.documented?.remedy?.en ?? problem.message}`;

// Every kind that a DEW call can have. Leaving one out is a compile error.
for (const path of ['/status/200', '/status/202', '/status/300', '/status/409', '/status/418']) {
  const next = match(await kms.get(path), {
    success: ({ data }) => `use key ${data.key_info.key_id}`,
    delayed: ({ task }) => `the work has begun: look again in ${task.retryAfterMs ?? 2000} ms`,
    empty: () => 'done, nothing to read',
    choices: ({ alternatives }) => `choose one of ${alternatives.join(', ')}`,
    rejected: ({ problem }) => `change the request: ${remedyOf(problem)}`,
    unavailable: ({ problem, retry }) => `later (${retry.stopped}): ${remedyOf(problem)}`,
    failed: ({ problem }) => `ask the operator about ${problem.requestId}`,
    unexpected: ({ httpStatus }) => `DEW does not document ${httpStatus}`,
    malformed: ({ issues }) => `the body is broken: ${issues[0]?.message}`,
    unreachable: ({ code }) => `check the network: ${code}`,
    cancelled: () => 'stopped by us',
  });
  console.log(path, '→', next);
}

// With `_` for the rest.
const text = match(await kms.get('/status/204'), {
  success: ({ data }) => data.key_info.key_id,
  _: ({ kind }) => `no data: ${kind}`,
});
console.log('/status/204 →', text);

console.log('unwrapped:', unwrap(await kms.get('/status/200')).key_info.key_id);
try {
  unwrap(await kms.post('/status/502'));
} catch (error) {
  if (!(error instanceof OutcomeError)) throw error;
  console.log(error.message);
}

// Also after a journey through JSON, such as a queue.
const stored = JSON.parse(JSON.stringify(await kms.get('/status/404')));
console.log('stored:', isOutcome(stored) && stored.kind, '· anything else:', isOutcome({ kind: 'success' }));
await server.stop();
