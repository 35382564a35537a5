import type { DocumentedKind } from '../../semantics/kinds.js';
import { httpRow } from './http-names.js';
import type { Inference } from './inference.js';
import { blamesRequest, speaksOfDelay } from './words.js';

const byClass: { readonly [digit: number]: DocumentedKind } = {
  1: 'failed',
  2: 'success',
  3: 'redirected',
  4: 'rejected',
  5: 'failed',
};

/** What HTTP says of a status: its own row, else its class (RFC 9110, 15). */
export function byHttp(status: number, words: string): Inference {
  const row = httpRow(status);
  if (row !== undefined) {
    const because = [`HTTP's own ${status} is ${row.kind}, ${row.retry} (${row.source})`];
    return { kind: row.kind, retry: row.retry, because, decide: [] };
  }
  const kind = byClass[Math.floor(status / 100)];
  if (kind === undefined) return withoutClass(status, words);
  const because = [`${status} is none of HTTP's: by its class it is ${kind} (RFC 9110, 15)`];
  const decide = [`${status} is the API's own: is it really ${kind}?`];
  return kind === 'success'
    ? delayedOr(status, words, because, decide)
    : { kind, retry: 'never', because, decide };
}

/** A 2xx of the API's own may be another 202. */
function delayedOr(status: number, words: string, because: string[], decide: string[]): Inference {
  const delay = speaksOfDelay(words);
  if (delay === undefined) return { kind: 'success', retry: 'never', because, decide };
  const why = `“${delay}” says that the work is done afterwards`;
  return {
    kind: 'delayed',
    retry: 'never',
    because: [...because, why],
    decide: [`${status}: is there a task to follow?`],
  };
}

/** RFC 9110, 15: a client treats a status outside of 100 to 599 as if it were a 5xx. */
function withoutClass(status: number, words: string): Inference {
  const because = [
    `${status} is outside of HTTP's 100 to 599, which clients take for a 5xx: failed (RFC 9110, 15)`,
  ];
  const blame = blamesRequest(words);
  if (blame === undefined) {
    return {
      kind: 'failed',
      retry: 'never',
      because,
      decide: [`${status} has no class: failed or rejected?`],
    };
  }
  return {
    kind: 'rejected',
    retry: 'never',
    because: [...because, `“${blame}” blames the request: rejected`],
    decide: [`${status} has no class: rejected, by the word “${blame}”?`],
  };
}
