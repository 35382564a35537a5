import type { Assessment } from '../classify/assessment.js';
import { type HeaderBag, plainHeaders, readHeader } from '../classify/headers.js';
import { recordOf, recordsOf, unlessItThrows } from '../classify/problem/shapes.js';
import { readWindow, windowNames } from './rate-window.js';
import { isWithinReason, parseHttpDate, readWait } from './wait-texts.js';

/** The server's own word on when to come back. */
export interface Hint {
  readonly afterMs: number;
  /** The header in which it stood, or where else it was found. */
  readonly header: string;
}

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
  const reference = parseHttpDate(given['date'] ?? '', now) ?? now;
  for (const [header, unitMs] of hintHeaders) {
    const afterMs = readWait(given[header] ?? '', unitMs, reference);
    // A date that has gone by says "now".
    if (afterMs !== undefined) return { afterMs: Math.max(0, afterMs), header };
  }
  for (const names of windowNames(given)) {
    let latest: Hint | undefined;
    for (const header of names) {
      const afterMs = readWindow(header, given, reference, throttled);
      if (isWithinReason(afterMs) && afterMs >= (latest?.afterMs ?? 0)) latest = { afterMs, header };
    }
    if (latest) return latest;
  }
  return undefined;
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
