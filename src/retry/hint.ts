import type { Assessment } from '../classify/assessment.js';
import { type HeaderBag, plainHeaders, readHeader } from '../classify/headers.js';
import { recordOf, recordsOf, unlessItThrows } from '../classify/problem/shapes.js';
import { isWithinReason, parseHttpDate, readWait } from './wait-texts.js';

/** The server's own word on when to come back. */
export interface Hint {
  readonly afterMs: number;
  /** The header in which it stood, or where else it was found. */
  readonly header: string;
}

type Headers = Readonly<Record<string, string>>;

const end = /reset|retry-after/;
const endAndUnit = /(?:reset|retry-after).*/s;

/** Headers that name a wait, and the milliseconds that a number in them counts. The first that says something holds. */
const hintHeaders: readonly (readonly [name: string, unitMs: number])[] = [
  ['retry-after-ms', 1],
  ['x-ms-retry-after-ms', 1],
  // AWS SDKs and Tools Reference Guide, Retry behavior.
  ['x-amz-retry-after', 1],
  // RFC 9110, 10.2.3.
  ['retry-after', 1000],
  // As Docker Hub and Better Auth send it.
  ['x-retry-after', 1000],
];

/**
 * Reads the first hint of the headers that says something, or undefined. After those
 * that name a wait come the ends of a rate's window, of which the latest holds.
 * `throttled` says that the answer is about a rate: see {@link readWindow}.
 */
export function readHint(headers: HeaderBag, now: number, throttled: boolean): Hint | undefined {
  const given = plainHeaders(headers);
  // The local clock may be off: an instant counts from the response's own `Date`.
  const reference = () => parseHttpDate(given['date'] ?? '', now) ?? now;
  for (const [header, unitMs] of hintHeaders) {
    const text = given[header];
    const afterMs = text === undefined ? undefined : readWait(text, unitMs, reference());
    // A date that has gone by says "now".
    if (afterMs !== undefined) return { afterMs: Math.max(0, afterMs), header };
  }
  for (const names of windowNames(given)) {
    let latest: Hint | undefined;
    for (const header of names) {
      const afterMs = readWindow(header, given, reference(), throttled);
      if (isWithinReason(afterMs) && afterMs >= (latest?.afterMs ?? 0)) latest = { afterMs, header };
    }
    if (latest) return latest;
  }
  return undefined;
}

/**
 * The headers that name the end of a rate's window, in two families. First those
 * of the IETF draft ratelimit-headers: `RateLimit` as of 07, `RateLimit-Reset`
 * until 06. Then what vendors send: `x-ratelimit-reset`, `x-rate-limit-reset`,
 * `x-ratelimit-reset-tokens` (OpenAI), `anthropic-ratelimit-requests-reset`,
 * `x-ratelimit-reset-after` (Discord), `x-rate-limit-retry-after-seconds` (Bucket4j).
 */
function windowNames(given: Headers): readonly (readonly string[])[] {
  const names = Object.keys(given).filter((name) => /rate-?limit/.test(name));
  return [
    names.filter((name) => name === 'ratelimit' || (name.startsWith('ratelimit') && end.test(name))),
    names.filter((name) => !name.startsWith('ratelimit') && end.test(name)),
  ];
}

/**
 * Milliseconds until the window of one header ends; negative where it has ended.
 * It counts only where nothing remains in the window, or where a throttling
 * answer does not say what remains: some APIs name the end with every answer, and
 * a 502 is not over when the window is.
 */
function readWindow(name: string, given: Headers, reference: number, throttled: boolean): number | undefined {
  const value = given[name] ?? '';
  if (name === 'ratelimit') return readPolicies(value, throttled);
  // `x-ratelimit-reset-tokens` has its `x-ratelimit-remaining-tokens`, `x-ratelimit-reset-after` none of its own.
  const remaining = given[name.replace(end, 'remaining')] ?? given[name.replace(endAndUnit, 'remaining')];
  return isUsedUp(remaining, throttled)
    ? readWait(value, name.endsWith('-ms') ? 1 : 1000, reference)
    : undefined;
}

/**
 * Whether nothing remains. Where something does, the limit that was hit is another
 * one (GitHub REST API, Rate limits: secondary limits).
 */
function isUsedUp(remaining = '', throttled: boolean): boolean {
  const numbers = remaining.split(',').map((number) => number.trim());
  if (!numbers.every((number) => /^\d+(?:\.\d+)?$/.test(number))) return throttled;
  return numbers.some((number) => Number(number) < 1);
}

/**
 * Of the policies in which nothing remains, the latest end. IETF draft
 * ratelimit-headers: as of 08 each member is a policy, `"policy";r=0;t=5`; in 07
 * the parts of one are members of their own, `limit=10, remaining=0, reset=30`.
 */
function readPolicies(value: string, throttled: boolean): number | undefined {
  const bare = value.replace(/"[^"]*"/g, '');
  const policies = bare.split(/; *[rt] *=/.test(bare) ? ',' : /, *(?=limit)/);
  const ends = policies.flatMap((policy) => {
    const [, remaining] = /\b(?:r|remaining) *= *([\d.]+)/.exec(policy) ?? [];
    const [, reset = ''] = /\b(?:t|reset) *= *([\d.]+)/.exec(policy) ?? [];
    return isUsedUp(remaining, throttled) ? (readWait(reset, 1000, 0) ?? []) : [];
  });
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

/** When to come back after an answer: by its headers, its body, the catalogue's reader, or the documentation. */
export function hintOf(
  headers: HeaderBag,
  assessment: Assessment,
  retriesMade: number,
  now: number,
): Hint | undefined {
  const { retry, problem, hintMs } = assessment;
  const inBody = () => readRetryInfo(problem?.details);
  return (
    readHint(headers, now, retry === 'throttle') ??
    named('google.rpc.RetryInfo', unlessItThrows(inBody)) ??
    named('readHint of the catalogue', hintMs) ??
    documentedHint(assessment, retriesMade)
  );
}

function named(header: string, afterMs: number | undefined): Hint | undefined {
  return isWithinReason(afterMs) ? { afterMs: Math.ceil(afterMs), header } : undefined;
}

/**
 * google/rpc/error_details.proto, RetryInfo, one of the `details` of an error
 * (AIP-193). Its delay is a duration of google/protobuf/duration.proto: `34.4s` in
 * JSON; some gateways write its fields, `seconds` and `nanos`.
 */
function readRetryInfo(body: unknown): number | undefined {
  const outer = recordOf(Array.isArray(body) ? body[0] : body);
  const { details } = recordOf(outer?.['error']) ?? outer ?? {};
  const info = recordsOf(details).find(({ '@type': type }) => /\bgoogle\.rpc\.RetryInfo$/.test(String(type)));
  const delay = info?.['retryDelay'] ?? info?.['retry_delay'];
  if (typeof delay === 'string') return readWait(delay, 1000, 0);
  const fields = recordOf(delay);
  return fields && Number(fields['seconds'] ?? 0) * 1000 + Number(fields['nanos'] ?? 0) / 1e6;
}

/**
 * The documentation's own wait after throttling counts where the answer names none. Each
 * further one is twice as long (GitHub REST API, Rate limits: exponentially increasing).
 */
export function documentedHint({ retryAfterMs }: Assessment, retriesMade: number): Hint | undefined {
  if (retryAfterMs === undefined) return undefined;
  return { afterMs: retryAfterMs * 2 ** retriesMade, header: 'the documentation' };
}

/** `x-should-retry: false` is the server's veto. */
export function isVetoed(headers: HeaderBag): boolean {
  return readHeader(headers, 'x-should-retry')?.trim().toLowerCase() === 'false';
}
