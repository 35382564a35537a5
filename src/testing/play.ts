import type { AxiosAdapter } from 'axios';
import { adapterOf } from './adapter.js';
import type { ReceivedRequest, Reply } from './reply.js';
import { type Resolver, resolverOf } from './resolver.js';

/** A scripted API that replaces the network, in one of two ways. */
export interface StandIn {
  /** For `axios.create({ adapter })`. It can play every answer and every failure. */
  readonly adapter: AxiosAdapter;
  /** For msw: `http.all('https://api.example/*', resolver)`. */
  readonly resolver: Resolver;
  /** The requests so far, in their order. */
  readonly requests: readonly ReceivedRequest[];
}

/** Answers each request as `next` says, in both ways, and records the requests. */
export function play(next: (request: ReceivedRequest) => Reply): StandIn {
  const requests: ReceivedRequest[] = [];
  const receive = (request: ReceivedRequest) => {
    requests.push(request);
    return next(request);
  };
  return { adapter: adapterOf(receive), resolver: resolverOf(receive), requests };
}
