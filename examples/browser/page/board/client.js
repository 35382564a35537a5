import { QueryClient } from '@tanstack/react-query';
import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
import { queryRetry } from 'axios-outcome/query';

const baseURL = new URLSearchParams(location.search).get('api') ?? location.origin;

export const api = attachOutcomes(axios.create({ baseURL }), {
  // A wait of more than a second is the page's: it shows a countdown.
  retry: { maxHintMs: 1_000 },
  delayed: { pollIntervalMs: 400 },
});

export const queryClient = new QueryClient({
  defaultOptions: { queries: queryRetry(), mutations: queryRetry() },
});
