import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

type Fault = (socket: Socket, response: ServerResponse) => void;

/** What becomes of a request that arrives. */
export interface Fate {
  /** Out of all fates' weights together. */
  readonly weight: number;
  /** The status, where its head is sent. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** True where the request was refused as it came, so that nothing of it was done. */
  readonly turnedAway?: true;
  /** How the answer goes wrong on the wire; absent where it arrives whole. */
  readonly fault?: Fault;
}

export const body = '{"id":1}';
const comeBackNow = { 'Retry-After': '0' };

/** A body that ends early: by its Content-Length, or without its last chunk. */
function cut(headers: Record<string, string>): Fault {
  return (socket, response) => {
    response.writeHead(200, headers).write(body);
    socket.end();
  };
}

function resetInBody(socket: Socket, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Length': '100' }).write(body);
  // A RST that overtakes the head would make it a reset before the response.
  setTimeout(() => socket.resetAndDestroy(), 1);
}

/** Answers well, and closes while the client sends its next request over the same socket. */
function closeAfterwards(socket: Socket, response: ServerResponse): void {
  response.on('finish', () => setImmediate(() => socket.destroy()));
  response.end(body);
}

/** Every way in which the server answers, or fails to. */
export const fates = {
  ok: { weight: 30, status: 200 },
  accepted: { weight: 3, status: 202 },
  'no content': { weight: 3, status: 204 },
  choices: { weight: 2, status: 300, turnedAway: true },
  'bad request': { weight: 3, status: 400, turnedAway: true },
  throttled: { weight: 4, status: 429, turnedAway: true },
  'throttled, come back now': { weight: 4, status: 429, headers: comeBackNow, turnedAway: true },
  broken: { weight: 4, status: 500 },
  'bad gateway': { weight: 4, status: 502 },
  unavailable: { weight: 4, status: 503 },
  'unavailable, come back now': { weight: 4, status: 503, headers: comeBackNow, turnedAway: true },
  'cut by Content-Length': { weight: 4, status: 200, fault: cut({ 'Content-Length': '100' }) },
  'cut in its chunks': { weight: 4, status: 200, fault: cut({}) },
  'reset before the response': { weight: 4, fault: (socket) => socket.resetAndDestroy() },
  'reset in the middle of the response': { weight: 4, status: 200, fault: resetInBody },
  garbage: { weight: 4, fault: (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n\r\n') },
  'closed under the next request': { weight: 4, status: 200, fault: closeAfterwards },
  silence: { weight: 0.5, fault: () => {} },
} satisfies Record<string, Fate>;

export type FateName = keyof typeof fates;

/** Numbers from 0 to 1 by xorshift32 (Marsaglia 2003): the same seed, the same numbers. */
export function seeded(seed: number): () => number {
  // Neighbouring seeds must not begin alike, and 0 would stay 0.
  let state = Math.imul(seed ^ (seed >>> 15), 0x9e3779b1) || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

// Object.keys gives back the literal's own keys.
const names = Object.keys(fates) as FateName[];
const totalWeight = names.reduce((total, name) => total + fates[name].weight, 0);

/** By seed, request and attempt alone, so that a run can be repeated whatever the timing. */
function drawFate(seed: number, id: number, attempt: number): FateName {
  let left = seeded(seed ^ Math.imul(id * 8 + attempt, 0x9e3779b1))() * totalWeight;
  for (const name of names) {
    left -= fates[name].weight;
    if (left < 0) return name;
  }
  return 'ok';
}

/** What the server knows of each request, by its id: the truth that outcomes are held against. */
export class Ledger {
  readonly arrivals: Uint8Array;
  /** The latest attempt that arrived: one that was given up may come after the one that was sent for it. */
  readonly latest: Uint8Array;
  /** The status of that attempt, or 0 where no head was sent. */
  readonly lastStatus: Uint16Array;
  /** 1 where the work may have been done. */
  readonly workedOn: Uint8Array;
  /** 1 where the work was done: a 2xx was sent, although perhaps not received. */
  readonly done: Uint8Array;
  readonly fates: Map<FateName, number> = new Map();
  /** Ids of POST requests that came again after the work may have been done. */
  readonly repeated: number[] = [];
  readonly #seed: number;

  constructor(requests: number, seed: number) {
    this.#seed = seed;
    this.arrivals = new Uint8Array(requests);
    this.latest = new Uint8Array(requests);
    this.lastStatus = new Uint16Array(requests);
    this.workedOn = new Uint8Array(requests);
    this.done = new Uint8Array(requests);
  }

  fateOf(id: number, attempt: number): FateName {
    return drawFate(this.#seed, id, attempt);
  }

  arrive(id: number, method: string, attempt: number): Fate {
    const name = this.fateOf(id, attempt);
    const fate: Fate = fates[name];
    const status = fate.status ?? 0;
    if (/^post$/i.test(method) && this.workedOn[id] === 1) this.repeated.push(id);
    this.arrivals[id] = (this.arrivals[id] ?? 0) + 1;
    if (attempt > (this.latest[id] ?? 0)) {
      this.latest[id] = attempt;
      this.lastStatus[id] = status;
    }
    if (!fate.turnedAway) this.workedOn[id] = 1;
    if (status >= 200 && status < 300) this.done[id] = 1;
    this.fates.set(name, (this.fates.get(name) ?? 0) + 1);
    return fate;
  }
}
