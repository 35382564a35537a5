import type { Assessment } from '../classify/assessment.js';
import { type HeaderBag, readHeader } from '../classify/headers.js';
import { parseHttpDate } from './http-date.js';

/** The server's own word on when to come back, and in which header it stood. */
export interface Hint {
  readonly afterMs: number;
  readonly header: string;
}

interface HintHeader {
  readonly name: string;
  /** Milliseconds to wait, or undefined where the value says nothing usable. */
  read(value: string, headers: HeaderBag, now: number): number | undefined;
}

/** In order of precedence; a new hint header is one more row. */
const hintHeaders: readonly HintHeader[] = [
  { name: 'retry-after-ms', read: (value) => readNumber(value) },
  { name: 'x-ms-retry-after-ms', read: (value) => readNumber(value) },
  { name: 'retry-after', read: readRetryAfter },
  { name: 'ratelimit', read: readRateLimit },
  { name: 'x-ratelimit-reset', read: readReset },
];

/**
 * Reads the first hint that says something, or undefined. `throttled` says that
 * the answer is about a rate: some APIs send `x-ratelimit-reset` with every
 * answer, and a 502 is not over when the rate window is.
 */
export function readHint(headers: HeaderBag, now: number, throttled: boolean): Hint | undefined {
  for (const { name, read } of hintHeaders) {
    const value = readHeader(headers, name);
    if (value === undefined || (name === 'x-ratelimit-reset' && !throttled)) continue;
    const afterMs = read(value.trim(), headers, now);
    if (afterMs !== undefined) return { afterMs, header: name };
  }
  return undefined;
}

/**
 * The documentation's own wait after throttling counts where the answer names none. Each
 * further one is twice as long (GitHub REST API, Rate limits: exponentially increasing).
 */
export function documentedHint({ retryAfterMs }: Assessment, retriesMade: number): Hint | undefined {
  if (retryAfterMs === undefined) return undefined;
  return { afterMs: retryAfterMs * 2 ** retriesMade, header: 'the documentation' };
}

/**
 * Whether `x-ratelimit-reset` is about this answer: nothing remains, or the answer is
 * about a rate and does not say what remains. Where something does, the limit that was
 * hit is another one (GitHub REST API, Rate limits: secondary limits).
 */
export function isAboutRate(headers: HeaderBag, throttled: boolean): boolean {
  const remaining = readHeader(headers, 'x-ratelimit-remaining')?.trim();
  return remaining === undefined ? throttled : remaining === '0';
}

/** `x-should-retry: false` is the server's veto. */
export function isVetoed(headers: HeaderBag): boolean {
  return readHeader(headers, 'x-should-retry')?.trim().toLowerCase() === 'false';
}

/** Digits with an optional fraction, rounded up so that a hint is never undercut; 400 nines stay a number. */
function readNumber(value: string, unitMs = 1): number | undefined {
  // A header that comes twice, as of an origin and its proxy, is joined by a comma: the longest holds.
  const numbers = value.split(/, +/);
  if (!numbers.every((number) => /^\d+(\.\d+)?$/.test(number))) return undefined;
  const longest = Math.max(...numbers.map(Number));
  return Math.min(Math.ceil(longest * unitMs), Number.MAX_SAFE_INTEGER);
}

/**
 * RFC 9110, 10.2.3: seconds or an HTTP-date. A date counts from the response's
 * own `Date`, since the local clock may be off. A date gone by says "now".
 */
function readRetryAfter(value: string, headers: HeaderBag, now: number): number | undefined {
  const seconds = readNumber(value, 1000);
  if (seconds !== undefined) return seconds;
  const instant = parseHttpDate(value, now);
  if (instant === undefined) return undefined;
  const date = parseHttpDate(readHeader(headers, 'date') ?? '', now);
  return Math.max(0, instant - (date ?? now));
}

/** IETF draft RateLimit fields: `"policy";r=0;t=5` waits 5 s once nothing remains (r=0). */
function readRateLimit(value: string): number | undefined {
  let longest: number | undefined;
  for (const policy of value.split(',')) {
    const seconds = /;\s*t=(\d+)/.exec(policy)?.[1];
    if (seconds === undefined || !/;\s*r=0(?![\d.])/.test(policy)) continue;
    longest = Math.max(longest ?? 0, readNumber(seconds, 1000) ?? 0);
  }
  return longest;
}

/** Seconds above this are an instant since the epoch, as of 1973, and not a wait. */
const firstEpochSeconds = 100_000_000;

/** Envoy's reset parser: whole seconds, to wait or since the epoch; an instant gone by says nothing. */
function readReset(value: string, headers: HeaderBag, now: number): number | undefined {
  if (!/^\d+$/.test(value)) return undefined;
  const number = Number(value);
  if (number < firstEpochSeconds) return number * 1000;
  const reference = parseHttpDate(readHeader(headers, 'date') ?? '', now) ?? now;
  const afterMs = number * 1000 - reference;
  return afterMs >= 0 ? afterMs : undefined;
}
