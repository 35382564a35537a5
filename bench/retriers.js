// The libraries that retry. Each connects to a server, and returns a function that makes one GET and
// rejects if all its attempts failed.
import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
import axiosRetry, { exponentialDelay } from 'axios-retry';
import pRetry from 'p-retry';

const retries = 3;
/** The default of axios-outcome. By default, the others wait longer, and the bench would take longer. */
const firstWaitMs = 50;

export const terms = [
  `  peers: ${retries} retries, their first wait cut to ${firstWaitMs} ms (from 200 in axios-retry, 1000 in p-retry)`,
  `  axios-outcome: its defaults, nothing scaled (2 retries, the first within ${firstWaitMs} ms, the budget)`,
].join('\n');

export const retriers = [
  { name: 'bare axios', connect: (config) => getter(axios.create(config)) },
  { name: 'axios-retry', connect: connectAxiosRetry },
  { name: 'p-retry around axios', connect: connectPRetry },
  { name: 'axios-outcome', connect: (config) => connectOutcomes(config) },
  { name: 'axios-outcome, 3 retries', connect: (config) => connectOutcomes(config, { retry: { retries } }) },
];

function getter(instance) {
  return (url) => instance.get(url);
}

function connectAxiosRetry(config) {
  const instance = axios.create(config);
  // Its first wait is twice the factor.
  const retryDelay = (retry, error) => exponentialDelay(retry, error, firstWaitMs / 2);
  axiosRetry(instance, { retries, retryDelay });
  return getter(instance);
}

function connectPRetry(config) {
  const get = getter(axios.create(config));
  return (url) => pRetry(() => get(url), { retries, minTimeout: firstWaitMs });
}

function connectOutcomes(config, options) {
  const instance = axios.create(config);
  attachOutcomes(instance, options);
  return getter(instance);
}
