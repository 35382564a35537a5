// TanStack Query with each client: the requests after one refusal, and the requests in an outage.
import { QueryClient } from '@tanstack/query-core';
import axios from 'axios';
import { attachOutcomes, unwrap } from 'axios-outcome';
import { queryRetry } from 'axios-outcome/query';
import axiosRetry from 'axios-retry';
import { sendAll } from './concurrency.js';
import { judge } from './gate.js';
import { row } from './table.js';
import { withServer } from './unreliable-server.js';

/** The default of TanStack Query, without its waits of 1, 2 and 4 s. */
const tanstackDefaults = { retry: 3, retryDelay: 10 };

const contestants = [
  { name: 'over bare axios', connect: overBareAxios },
  { name: 'over axios-retry', connect: overAxiosRetry },
  { name: 'over axios-outcome', connect: overOutcomes, isOurs: true },
];

const outage = { requests: 1000, concurrency: 100 };

/** Each question: the answer to all requests, the queries, and how many requests they may cause at most. */
const questions = [
  { title: 'one query, refused with 403', status: 403, load: { requests: 1, concurrency: 1 }, atMost: 1 },
  { title: 'one query in an outage', status: 503, load: { requests: 1, concurrency: 1 }, atMost: 9 },
  { title: `${outage.requests} queries in an outage`, status: 503, load: outage, atMost: 1100 },
];

export async function query() {
  console.log('TanStack Query: requests that a server has to bear');
  console.log(
    '  peers: 3 retries of TanStack Query and 3 of axios-retry, as by default; their waits cut to 10 ms',
  );
  console.log('  axios-outcome: queryRetry() over a client with its defaults, nothing scaled');
  for (const { title, status, load, atMost } of questions) {
    console.log(row(title, 'requests', 'target'));
    for (const { isOurs, ...contestant } of contestants) {
      const { received } = await withServer(
        contestant,
        () => status,
        async (get) => ({ succeeded: await sendAll(get, load) }),
      );
      const name = `  ${contestant.name}`;
      if (!isOurs) console.log(row(name, String(received)));
      else
        console.log(
          judge(`TanStack Query, ${title}`, row(name, String(received), String(atMost)), received <= atMost),
        );
    }
  }
}

/** One query for each path. */
function asking(get, options) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { ...options, gcTime: 0 } } });
  return (path) => queryClient.fetchQuery({ queryKey: [path], queryFn: () => get(path) });
}

function overBareAxios(config) {
  const instance = axios.create(config);
  return asking((path) => instance.get(path), tanstackDefaults);
}

function overAxiosRetry(config) {
  const instance = axios.create(config);
  axiosRetry(instance, { retries: 3, retryDelay: () => 10 });
  return asking((path) => instance.get(path), tanstackDefaults);
}

function overOutcomes(config) {
  const client = attachOutcomes(axios.create(config));
  return asking(async (path) => unwrap(await client.get(path)), queryRetry());
}
