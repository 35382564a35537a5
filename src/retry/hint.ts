import type { Assessment } from '../classify/assessment.js';
import { type HeaderBag, plainHeaders, readHeader } from '../classify/headers.js';
import { recordOf, recordsOf, unlessItThrows } from '../classify/problem/shapes.js';
import { isWithinReason, parseHttpDate, readWait } from './wait-texts.js';

/** How long the server asks to wait. */
export interface Hint {
  readonly afterMs: number;
  /** The header that has the hint, or the name of another source. */
  readonly header: string;
}

type Headers = Readonly<Record<string, string>>;

const end = /reset|retry-after/;
const milliseconds = /-(?:ms|milli(?:second)?s)$/;
const endAndUnit = /(?:reset|retry-after).*/s;

/** Headers that name a wait, and the milliseconds that the number 1 means. The first header that can be read counts. */
const hintHeaders: readonly (readonly [name: string, unitMs: number])[] = [
  ['retry-after-ms', 1],
  ['x-ms-retry-after-ms', 1],
  // AWS SDKs and Tools Reference Guide, Retry behavior.
  ['x-amz-retry-after', 1],
  // RFC 9110, 10.2.3.
  ['retry-after', 1000],
  // Docker Hub and Better Auth send this header.
  ['x-retry-after', 1000],
];

/**
 * Reads the hint of the headers; undefined if there is none. Headers that name a wait come first. After
 * them come headers that name the end of a rate limit window; the latest end counts. `throttled` means
 * that the answer reports a rate limit: see {@link readWindow}.
 */
export function readHint(headers: HeaderBag, now: number, throttled: boolean): Hint | undefined {
  const given = plainHeaders(headers);
  // The local clock may be wrong, so a date is compared with the `Date` of the response.
  const reference = () => parseHttpDate(given['date'] ?? '', now) ?? now;
  for (const [header, unitMs] of hintHeaders) {
    const text = given[header];
    const afterMs = text === undefined ? undefined : readWait(text, unitMs, reference());
    // A date in the past means "now".
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
 * The headers that name the end of a rate limit window, in two groups. The first group is the IETF draft
 * ratelimit-headers: `RateLimit` since draft 07, `RateLimit-Reset` until draft 06. The second group has
 * the headers of vendors: `x-ratelimit-reset`, `x-rate-limit-reset`, `x-ratelimit-reset-tokens` (OpenAI),
 * `anthropic-ratelimit-requests-reset`, `x-ratelimit-reset-after` (Discord),
 * `x-rate-limit-retry-after-seconds` (Bucket4j).
 */
function windowNames(given: Headers): readonly (readonly string[])[] {
  const names = Object.keys(given).filter((name) => /rate-?limit/.test(name));
  return [
    names.filter((name) => name === 'ratelimit' || (name.startsWith('ratelimit') && end.test(name))),
    names.filter((name) => !name.startsWith('ratelimit') && end.test(name)),
  ];
}

/**
 * Milliseconds until the window of one header ends; negative if it has ended. The window counts only if
 * nothing remains in it, or if the answer is a throttling that does not say what remains. Some APIs send
 * these headers with every answer, and the end of the window says nothing about a 502.
 */
function readWindow(name: string, given: Headers, reference: number, throttled: boolean): number | undefined {
  const value = given[name] ?? '';
  if (name === 'ratelimit') return readPolicies(value, throttled);
  // `x-ratelimit-reset-tokens` belongs to `x-ratelimit-remaining-tokens`. `x-ratelimit-reset-after`
  // belongs to `x-ratelimit-remaining`.
  const remaining = given[name.replace(end, 'remaining')] ?? given[name.replace(endAndUnit, 'remaining')];
  return isUsedUp(remaining, throttled)
    ? readWait(value, milliseconds.test(name) ? 1 : 1000, reference)
    : undefined;
}

/**
 * Whether nothing remains in the window. If something remains, the request has hit another limit (GitHub
 * REST API, Rate limits: secondary limits).
 */
function isUsedUp(remaining = '', throttled: boolean): boolean {
  const numbers = remaining.split(',').map((number) => number.trim());
  if (!numbers.every((number) => /^\d+(?:\.\d+)?$/.test(number))) return throttled;
  return numbers.some((number) => Number(number) < 1);
}

/**
 * The latest end of the policies in which nothing remains. IETF draft ratelimit-headers: since draft 08,
 * each list member is a policy, `"policy";r=0;t=5`. In draft 07, a policy has several list members,
 * `limit=10, remaining=0, reset=30`.
 */
function readPolicies(value: string, throttled: boolean): number {
  const bare = value.replace(/"[^"]*"/g, '');
  const policies = bare.split(/; *[rt] *=/.test(bare) ? ',' : /, *(?=limit)/);
  const ends = policies.flatMap((policy) => {
    const [, remaining] = /\b(?:r|remaining) *= *([\d.]+)/.exec(policy) ?? [];
    const [, reset = ''] = /\b(?:t|reset) *= *([\d.]+)/.exec(policy) ?? [];
    return isUsedUp(remaining, throttled) ? (readWait(reset, 1000, 0) ?? []) : [];
  });
  // Without an end, this is -Infinity, which is not a wait.
  return Math.max(...ends);
}

/** The hint of an answer. The order: headers, body, the catalogue's `readHint`, the documented wait. */
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
 * Reads google.rpc.RetryInfo (google/rpc/error_details.proto), one of the `details` of an error
 * (AIP-193). In JSON its delay is a text such as `34.4s` (google/protobuf/duration.proto). Some gateways
 * write the fields `seconds` and `nanos` instead.
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
 * The wait that the documentation asks for after throttling. It counts if the answer has no hint. Each
 * further wait is twice as long (GitHub REST API, Rate limits: exponentially increasing).
 */
export function documentedHint({ retryAfterMs }: Assessment, retriesMade: number): Hint | undefined {
  if (retryAfterMs === undefined) return undefined;
  return { afterMs: retryAfterMs * 2 ** retriesMade, header: 'the documentation' };
}

/** Whether the server forbids a retry with `x-should-retry: false`. */
export function isVetoed(headers: HeaderBag): boolean {
  return readHeader(headers, 'x-should-retry')?.trim().toLowerCase() === 'false';
}
