// The contestants. Each is a function that makes one GET over the same adapter or server.
import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
import axiosRetry from 'axios-retry';
import pRetry from 'p-retry';

/** Each contestant gets its own instance, made from the same config. */
export function contestants(config) {
  const bare = axios.create(config);
  const withAxiosRetry = axios.create(config);
  axiosRetry(withAxiosRetry, { retries: 3 });
  const wrapped = axios.create(config);
  const attached = axios.create(config);
  attachOutcomes(attached);
  const client = attachOutcomes(axios.create(config));
  const observed = axios.create(config);
  attachOutcomes(observed, { onAttempt() {}, onOutcome() {} });
  return [
    { name: 'bare axios', call: () => bare.get('/') },
    { name: 'axios-retry', call: () => withAxiosRetry.get('/') },
    { name: 'p-retry around axios', call: () => pRetry(() => wrapped.get('/'), { retries: 3 }) },
    { name: 'axios-outcome, instance', call: () => attached.get('/') },
    { name: 'axios-outcome, outcome', call: () => client.get('/') },
    // The cost of listeners. The contestants above have no listeners, and have the targets.
    { name: 'axios-outcome, listened to', call: () => observed.get('/') },
  ];
}
