import { getEventListeners, setMaxListeners } from 'node:events';
import { Agent } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import axios, { type AxiosRequestConfig } from 'axios';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { attachOutcomes, isOutcome, type OutcomeRequestConfig } from '../../src/index.js';
import { fates, Ledger, seeded } from './chaos-ledger.js';
import { chaosAdapter, chaosServer, numbering } from './chaos-server.js';

// A run is repeated with CHAOS_SEED set to the seed that it printed.
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 2 ** 31);
// `npm run chaos` sends 100,000 through the adapter and 100,000 over sockets, in two minutes; CI runs it.
const whole = Number(process.env['CHAOS_REQUESTS'] ?? 0);
const memoryRequests = whole || 4_000;
const socketRequests = whole || 2_000;
const warmUp = 1_000;
const concurrency = 100;
const retries = 2;

/** What a run leaves behind for the rules to be held against. */
class Run {
  readonly ledger: Ledger;
  readonly settled: Uint8Array;
  readonly attempts: Uint8Array;
  readonly kinds: Set<string> = new Set();
  readonly stopped: Set<string> = new Set();
  /** What came instead of an outcome, or to nobody. */
  readonly thrown: unknown[] = [];
  readonly unhandled: unknown[] = [];
  /** Ids of PUT and POST requests whose outcome says that nothing was done, or that all was. */
  readonly none: number[] = [];
  readonly applied: number[] = [];
  /** Those of `none` that nothing but fate decided: no budget, no deadline and no caller stopped them. */
  readonly noneByFate: number[] = [];
  /** Ids of good outcomes with another status than the server's last. */
  readonly misread: number[] = [];
  readonly shared: AbortController = new AbortController();
  readonly heap = { before: 0, after: 0 };
  readonly timers = { before: 0, after: 0 };

  constructor(requests: number) {
    this.ledger = new Ledger(requests, seed);
    this.settled = new Uint8Array(requests);
    this.attempts = new Uint8Array(requests);
    setMaxListeners(0, this.shared.signal);
  }

  note(id: number, method: string, outcome: unknown, byFate: boolean): void {
    this.settled[id] = (this.settled[id] ?? 0) + 1;
    if (!isOutcome(outcome)) throw outcome;
    this.attempts[id] = outcome.attempts.length;
    this.kinds.add(outcome.kind);
    if ('retry' in outcome) this.stopped.add(outcome.retry.stopped);
    if (method !== 'GET' && outcome.effect === 'none') {
      this.none.push(id);
      if (byFate) this.noneByFate.push(id);
    }
    if (method !== 'GET' && outcome.effect === 'applied') this.applied.push(id);
    if (outcome.ok && outcome.httpStatus !== this.ledger.lastStatus[id]) this.misread.push(id);
  }
}

type Send = (id: number, random: () => number) => Promise<void>;

/** Sends a request at random, through a client without a budget or with the default one. */
function sender(run: Run, config: AxiosRequestConfig, delayMs: number): Send {
  const retry = { retries, baseDelayMs: delayMs, throttleDelayMs: delayMs };
  const unlimited = attachOutcomes(axios.create(config), { retry: { ...retry, budget: false } });
  const budgeted = attachOutcomes(axios.create(config), { retry });
  return async (id, random) => {
    const method = ['GET', 'POST', 'PUT'][Math.floor(random() * 3)] ?? 'GET';
    const client = random() < 0.2 ? budgeted : unlimited;
    const { limits, limited, release } = limitsOf(run, random);
    const byFate = client === unlimited && !limited;
    const request = { url: `/${id}`, method, ...limits, ...(method === 'GET' ? {} : { data: { id } }) };
    await client
      .request(request)
      .then((outcome) => run.note(id, method, outcome, byFate))
      .catch((error: unknown) => run.thrown.push(error))
      .finally(release);
  };
}

interface Limits {
  readonly limits: OutcomeRequestConfig;
  /** Whether they may end the request, which then is a matter of time. */
  readonly limited: boolean;
  readonly release: () => void;
}

/** Many share one signal; some are stopped by the caller, some have a deadline, near or far. */
function limitsOf(run: Run, random: () => number): Limits {
  const deadline = random();
  const limited = deadline < 0.05;
  const deadlineMs = limited ? 1 + Math.floor(random() * 10) : 60_000;
  const outcome = deadline < 0.1 ? { outcome: { retry: { deadlineMs } } } : {};
  const lot = random();
  const release = () => {};
  if (lot < 0.4) return { limits: { signal: run.shared.signal, ...outcome }, limited, release };
  if (lot < 0.94) return { limits: outcome, limited, release };
  const controller = new AbortController();
  const source = axios.CancelToken.source();
  const byToken = random() < 0.3;
  const stop = () => (byToken ? source.cancel('enough') : controller.abort('enough'));
  const timer = setTimeout(stop, random() * 4);
  if (random() < 0.1) stop();
  const means = byToken ? { cancelToken: source.token } : { signal: controller.signal };
  return { limits: { ...means, ...outcome }, limited: true, release: () => clearTimeout(timer) };
}

/** Sends the requests from `first` to `last`, so many at a time. */
async function load(send: Send, first: number, last: number): Promise<void> {
  const random = seeded(seed ^ first);
  let next = first;
  const lane = async () => {
    while (next < last) await send(next++, random);
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
}

/** Warms up, measures, sends the rest, lets `finish` close what is open, and measures again. */
async function measure(run: Run, send: Send, requests: number, finish: () => Promise<void>): Promise<void> {
  const onUnhandled = (error: unknown) => run.unhandled.push(error);
  const { stackTraceLimit } = Error;
  // Each stack would be mapped to its TypeScript source, which takes longer than the requests.
  Error.stackTraceLimit = 0;
  process.on('unhandledRejection', onUnhandled).on('uncaughtException', onUnhandled);
  run.timers.before = timers();
  await load(send, 0, warmUp);
  run.heap.before = await heapUsed();
  const startedAt = performance.now();
  await load(send, warmUp, requests);
  const rate = Math.round((requests - warmUp) / ((performance.now() - startedAt) / 1000));
  await finish();
  run.heap.after = await heapUsed();
  run.timers.after = timers();
  process.off('unhandledRejection', onUnhandled).off('uncaughtException', onUnhandled);
  Error.stackTraceLimit = stackTraceLimit;
  console.log(`CHAOS_SEED=${seed}: ${requests} requests, ${rate} a second`);
}

function timers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
}

async function heapUsed(): Promise<number> {
  setFlagsFromString('--expose-gc');
  // The flag holds for contexts made from now on.
  const collect: unknown = runInNewContext('gc');
  for (let round = 0; round < 4; round++) {
    if (typeof collect === 'function') collect();
    // A WeakRef that was looked at lives until the end of the turn.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return process.memoryUsage().heapUsed;
}

/** Over loopback, with keep-alive: a thousand requests a second on two slow cores. */
async function overSockets(run: Run, requests: number): Promise<void> {
  const server = await chaosServer(run.ledger);
  afterAll(server.close);
  const httpAgent = new Agent({ keepAlive: true, maxSockets: 64 });
  // follow-redirects has nothing to do here, and takes a third of the time.
  const adapter = numbering(run.ledger, requests);
  const config = {
    baseURL: server.origin,
    adapter,
    httpAgent,
    proxy: false,
    maxRedirects: 0,
  } as const;
  await measure(run, sender(run, config, 1), requests, async () => {
    // None is held by a request that has ended, and none waits for one: idle ones alone are left.
    await vi.waitFor(() => expect([httpAgent.sockets, httpAgent.requests]).toEqual([{}, {}]), 5_000);
    httpAgent.destroy();
    await vi.waitFor(async () => expect(await server.connections()).toBe(0), 5_000);
  });
}

async function inMemory(run: Run, requests: number): Promise<void> {
  const config = { adapter: chaosAdapter(run.ledger) };
  await measure(run, sender(run, config, 0), requests, () => Promise.resolve());
}

describe.each([
  ['an adapter', memoryRequests, inMemory],
  ['a server', socketRequests, overSockets],
] as const)('%s that fails in every way there is, and %d requests', (_name, requests, drive) => {
  const run = new Run(requests);
  const ids = [...run.settled.keys()];
  beforeAll(() => drive(run, requests), 300_000);

  it('the run has every fault, every kind and every reason to stop', () => {
    expect([...run.ledger.fates.keys()].sort()).toEqual(Object.keys(fates).sort());
    expect([...run.kinds].sort()).toEqual(
      'cancelled choices delayed empty failed malformed rejected success unavailable unreachable'.split(' '),
    );
    expect([...run.stopped].sort()).toEqual(['attempts', 'budget', 'deadline', 'not-retryable', 'unsafe']);
  });

  it('settles each request once, as an outcome that the server can confirm', () => {
    expect(run.thrown).toEqual([]);
    expect(run.unhandled).toEqual([]);
    expect(ids.filter((id) => run.settled[id] !== 1)).toEqual([]);
    expect(run.misread).toEqual([]);
  });

  it('makes no attempt over the limit, and the outcome lists every attempt', () => {
    expect(ids.filter((id) => (run.attempts[id] ?? 0) > 1 + retries)).toEqual([]);
    expect(ids.filter((id) => (run.ledger.arrivals[id] ?? 0) > (run.attempts[id] ?? 0))).toEqual([]);
  });

  it('never sends a POST again that may have been processed (RFC 9110, 9.2.2)', () => {
    expect(run.ledger.repeated).toEqual([]);
  });

  it('never says effect `none` if the work may have been done, or `applied` if it was not done', () => {
    // By the weights of their fates some 2.5 %, on a busy machine too.
    expect(run.noneByFate.length).toBeGreaterThan(run.settled.length / 100);
    expect(run.none.filter((id) => run.ledger.workedOn[id] === 1)).toEqual([]);
    expect(run.applied.filter((id) => run.ledger.done[id] === 0)).toEqual([]);
  });

  it('leaves no memory, no timer and no listener behind', () => {
    // A hundred bytes per request of the larger run; less than a config takes.
    expect(run.heap.after - run.heap.before).toBeLessThan(10_000_000);
    expect(run.timers.after).toBeLessThanOrEqual(run.timers.before);
    expect(getEventListeners(run.shared.signal, 'abort')).toEqual([]);
  });
});
