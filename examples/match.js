// @ts-check
// `match` calls a function per kind; `unwrap` returns the data or throws.
import axios from 'axios';
import { attachOutcomes, match, OutcomeError, unwrap } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import { startServer } from './demo/server.js';

const server = await startServer();
const kms = attachOutcomes(axios.create({ baseURL: server.baseURL }), { catalogue: dew });

for (const path of ['/status/200', '/status/202', '/status/300', '/status/409']) {
  // Leaving a kind out is a compile error, unless `_` takes the rest.
  const text = match(await kms.get(path), {
    success: ({ data }) => `data ${JSON.stringify(data)}`,
    delayed: ({ task }) => `look again after ${task.retryAfterMs ?? 2000} ms`,
    choices: ({ alternatives }) => `choose one of ${alternatives.join(', ')}`,
    rejected: ({ problem }) => `change the request: ${problem.code}`,
    _: ({ kind }) => `neither: ${kind}`,
  });
  console.log(path, '→', text);
}

console.log('unwrapped:', unwrap(await kms.get('/status/200')));
try {
  unwrap(await kms.post('/status/502'));
} catch (error) {
  if (!(error instanceof OutcomeError)) throw error;
  console.log(error.message);
}
await server.stop();
