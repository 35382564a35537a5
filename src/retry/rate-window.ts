import { readWait } from './wait-texts.js';

type Headers = Readonly<Record<string, string>>;

const end = /reset|retry-after/;
const endAndUnit = /(?:reset|retry-after).*/s;

/**
 * The headers that name the end of a rate's window, in two families. First those
 * of the IETF draft ratelimit-headers: `RateLimit` as of 07, `RateLimit-Reset`
 * until 06. Then what vendors send: `x-ratelimit-reset`, `x-rate-limit-reset`,
 * `x-ratelimit-reset-tokens` (OpenAI), `anthropic-ratelimit-requests-reset`,
 * `x-ratelimit-reset-after` (Discord), `x-rate-limit-retry-after-seconds` (Bucket4j).
 */
export function windowNames(given: Headers): readonly (readonly string[])[] {
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
export function readWindow(
  name: string,
  given: Headers,
  reference: number,
  throttled: boolean,
): number | undefined {
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
