// An instance that is in use already: its interceptors and its callers stay as they are.
import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import * as z from 'zod';
import { startServer } from './demo/server.js';

const Quota = z.object({ type: z.string(), used: z.number(), quota: z.number() });
const Quotas = z.object({ quotas: z.object({ resources: z.array(Quota) }) });

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
  responses: { 200: Quotas },
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

// Where more is wanted, the same call becomes an outcome: its data checked and typed by the
// schema, …
const quotas = await client.outcomeOf(http.get('/v1.0/demo/kms/user-quotas'));
if (quotas.kind === 'success') {
  const { resources } = quotas.data.quotas;
  console.log(`the outcome is ${resources.map(({ type, used, quota }) => `${type} ${used} of ${quota}`)}`);
}

// … its problem explained by DEW's documents.
const refused = await client.outcomeOf(http.get('/status/404'));
if (refused.kind === 'rejected') {
  const { code, message, requestId, documented } = refused.problem;
  console.log(`the outcome is ${code} of request ${requestId}: ${message}`);
  console.log(`${documented?.remedy?.en} (${documented?.source})`);
}

client.detach();
await server.stop();
