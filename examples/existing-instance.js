// An instance that is in use already: its interceptors and its callers stay as they are.
import axios from 'axios';
import { attachOutcomes, outcomeOf } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import { startServer } from './demo/server.js';

const server = await startServer();
const http = axios.create({ baseURL: server.baseURL });
http.interceptors.request.use((config) => {
  console.log(`request interceptor: ${config.method} ${config.url}`);
  return config;
});
http.interceptors.response.use((response) => {
  console.log(`response interceptor: ${response.status}`);
  return response;
});

const client = attachOutcomes(http, {
  catalogue: dew,
  onRetry: ({ attempt, waitMs }) =>
    console.log(`attempt ${attempt.number}: ${attempt.status}, again in ${Math.round(waitMs)} ms`),
});

// Code that knows nothing of outcomes still gets a response, after two retries, and each
// interceptor has run once …
const { status } = await http.get('/v1.0/demo/kms/user-quotas');
console.log('the caller got', status);

// … or an AxiosError.
try {
  await http.get('/status/404');
} catch (error) {
  if (!axios.isAxiosError(error)) throw error;
  console.log('the caller got', error.code, error.response?.status);
}

// Where more is wanted, the same call becomes an outcome.
const outcome = await outcomeOf(http.get('/status/404'), { catalogue: dew });
console.log('the outcome is', outcome.kind, outcome.kind === 'rejected' && outcome.problem.code);

client.detach();
await server.stop();
