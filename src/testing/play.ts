import type { AxiosAdapter } from 'axios';
import { adapterOf } from './adapter.js';
import type { ReceivedRequest, Reply } from './reply.js';
import { type Resolver, resolverOf } from './resolver.js';

/** A stand-in of an API, to be put in the place of the network in one of two ways. */
export interface StandIn {
  /** For `axios.create({ adapter })`: everything can be played, failures included. */
  readonly adapter: AxiosAdapter;
  /** For msw: `http.all('https://api.example/*', resolver)`. */
  readonly resolver: Resolver;
  /** What was asked so far, the first request first. */
  readonly requests: readonly ReceivedRequest[];
}

/** Plays what `next` says of each request, over both ways, and keeps what was asked. */
export function play(next: (request: ReceivedRequest) => Reply): StandIn {
  const requests: ReceivedRequest[] = [];
  const receive = (request: ReceivedRequest) => {
    requests.push(request);
    return next(request);
  };
  return { adapter: adapterOf(receive), resolver: resolverOf(receive), requests };
}
