// `match` calls a function per kind; `unwrap` returns the data or throws.
import axios from 'axios';
import { attachOutcomes, match, OutcomeError, unwrap } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import { startServer } from './demo/server.js';

const server = await startServer();
const kms = attachOutcomes(axios.create({ baseURL: server.baseURL }), { catalogue: dew });

// Every kind that a DEW call can have. Leaving one out is a compile error.
for (const path of ['/status/200', '/status/202', '/status/300', '/status/409', '/status/418']) {
  const next = match(await kms.get(path), {
    success: ({ data }) => `use ${JSON.stringify(data)}`,
    delayed: ({ task }) => `look again after ${task.retryAfterMs ?? 2000} ms`,
    empty: () => 'done, nothing to read',
    choices: ({ alternatives }) => `choose one of ${alternatives.join(', ')}`,
    rejected: ({ problem }) => `change the request: ${problem.code}`,
    unavailable: ({ retry }) => `try again later (${retry.stopped})`,
    failed: ({ problem }) => `ask the operator: ${problem.requestId}`,
    unexpected: ({ httpStatus }) => `DEW does not document ${httpStatus}`,
    malformed: ({ issues }) => `the body is broken: ${issues[0]?.message}`,
    unreachable: ({ code }) => `check the network: ${code}`,
    cancelled: () => 'stopped by us',
  });
  console.log(path, '→', next);
}

// With `_` for the rest.
const text = match(await kms.get('/status/204'), {
  success: ({ data }) => JSON.stringify(data),
  _: ({ kind }) => `no data: ${kind}`,
});
console.log('/status/204 →', text);

console.log('unwrapped:', unwrap(await kms.get('/status/200')));
try {
  unwrap(await kms.post('/status/502'));
} catch (error) {
  if (!(error instanceof OutcomeError)) throw error;
  console.log(error.message);
}
await server.stop();
