import type { CodeEntry, Problem } from '../../semantics/catalogue.js';

const limits = {
  // GitHub has no codes. The reader below gives these two codes by the rules of the page.
  primary_rate_limit: {
    kind: 'unavailable',
    retry: 'throttle',
    statuses: [403, 429],
    meaning: {
      en: 'The requests of this hour are used up; x-ratelimit-reset says when the next ones come.',
      zh: '本小时的请求额度已用完，x-ratelimit-reset 给出恢复时间。',
    },
    remedy: { en: 'Wait until the time in x-ratelimit-reset.', zh: '请等到 x-ratelimit-reset 给出的时间。' },
    source: 'GitHub REST API, Rate limits, Exceeding the rate limit',
  },
  secondary_rate_limit: {
    kind: 'unavailable',
    retry: 'throttle',
    retryAfterMs: 60_000,
    statuses: [403, 429],
    meaning: { en: 'Too many requests came at once, or too quickly.', zh: '同时或短时间内的请求过多。' },
    remedy: {
      en: 'Send requests one after another, and writes a second apart.',
      zh: '请依次发送请求，写操作之间间隔一秒。',
    },
    source: 'GitHub REST API, Rate limits, Exceeding the rate limit',
  },
} as const;

limits satisfies { readonly [code: string]: CodeEntry };

/** GitHub's two rate limits, with our own codes. */
export const githubLimits: typeof limits = limits;

/**
 * Finds GitHub's two rate limits (GitHub REST API, Rate limits, Exceeding the rate limit). The
 * message of a secondary limit says so. With the primary limit, `x-ratelimit-remaining` is 0. A
 * `Retry-After` without either belongs to a secondary limit. The built-in reader reads every
 * other answer.
 */
export function readGithubProblem(
  body: unknown,
  headers: Readonly<Record<string, string>>,
  status: number,
): Omit<Problem, 'details'> | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const message = messageOf(body);
  const code = limitOf(message, headers);
  if (code === undefined) return undefined;
  return { code, ...(message === undefined ? {} : { message }) };
}

function limitOf(message: string | undefined, headers: Readonly<Record<string, string>>): string | undefined {
  // The plugin with which Octokit throttles looks for the same words.
  if (message !== undefined && /\bsecondary rate\b/i.test(message)) return 'secondary_rate_limit';
  if (headers['x-ratelimit-remaining'] === '0') return 'primary_rate_limit';
  return headers['retry-after'] === undefined ? undefined : 'secondary_rate_limit';
}

function messageOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('message' in body)) return undefined;
  return typeof body.message === 'string' ? body.message : undefined;
}
