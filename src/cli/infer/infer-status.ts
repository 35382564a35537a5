import { byHttp } from './by-http.js';
import type { Inference } from './inference.js';
import { type Said, sayings, speaksOfDelay, speaksOfExpiry } from './words.js';

/**
 * The kind and retryability of a documented status: what HTTP says of it,
 * refined by the words of its row. A negation wins over every other word.
 */
export function inferStatus(status: number, words: string): Inference {
  const base = byHttp(status, words);
  return status < 400 ? withoutRetry(status, words, base) : refined(status, words, base);
}

/** Below 400 nothing is sent again, whatever the row says; what it says is reported. */
function withoutRetry(status: number, words: string, base: Inference): Inference {
  const said = sayings(words).filter(({ says }) => says !== 'timeout');
  if (said.length === 0) return base;
  const told = said.map(({ words: word }) => `“${word}”`).join(', ');
  const delay = speaksOfDelay(words);
  const asks = base.kind === 'success' && delay !== undefined;
  return {
    ...base,
    because: [
      ...base.because,
      `${told} ${said.length === 1 ? 'changes' : 'change'} nothing: a ${Math.floor(status / 100)}xx is not sent again`,
    ],
    decide: asks
      ? [...base.decide, `${status} says “${delay}”: can it start a task (or: ['delayed'])?`]
      : base.decide,
  };
}

function refined(status: number, words: string, base: Inference): Inference {
  // The 超时 of a token or a session is its end, and no fault that passes.
  const said = sayings(words).filter(
    (each) => each.says !== 'timeout' || speaksOfExpiry(words) === undefined,
  );
  const find = (says: Said['says']): Said | undefined => said.find((each) => each.says === says);
  const not = find('forbidden');
  if (not !== undefined) return forbid(status, not, said, base);
  const change = find('changed');
  const moving = said.filter(({ says }) => says !== 'changed' && says !== 'forbidden');
  if (change !== undefined && !moving.some(({ says }) => says !== 'retry')) return afterChange(change, base);
  if (moving.length === 0) return withoutWords(status, base);
  return moved(status, moving, base);
}

function forbid(status: number, not: Said, said: readonly Said[], base: Inference): Inference {
  const others = said.filter(({ says }) => says !== 'forbidden' && says !== 'changed');
  const against = others.length > 0 ? [`the row also says ${told(others)}: the negation was followed`] : [];
  const waits =
    base.kind === 'unavailable'
      ? [`${status} is never sent again, yet stays unavailable, as HTTP has it: or is it failed?`]
      : [];
  return {
    ...base,
    retry: 'never',
    because: [...base.because, `“${not.words}” forbids a retry, and a negation wins: never`],
    decide: [...base.decide, ...against, ...waits],
  };
}

function afterChange(change: Said, base: Inference): Inference {
  const because = [
    ...base.because,
    `“${change.words}” asks for a change before the next request: this is no retry`,
  ];
  const decide =
    base.retry === 'never'
      ? []
      : [`HTTP would retry this status (${base.retry}), the row asks for a change first: which holds?`];
  return { ...base, because, decide: [...base.decide, ...decide] };
}

/**
 * HTTP's word stands, but for a 500: it tells of a fault that was not expected,
 * and nothing that would make it lasting (RFC 9110, 15.6.1).
 */
function withoutWords(status: number, base: Inference): Inference {
  if (status !== 500) return base;
  return {
    ...base,
    retry: 'transient',
    because: [
      ...base.because,
      'the row does not call the fault lasting: transient, which resends only what is safe to repeat',
    ],
    decide: [...base.decide, 'may a 500 of this API be sent again? HTTP does not say; write never if not'],
  };
}

function moved(status: number, moving: readonly Said[], base: Inference): Inference {
  const throttled = moving.some(({ says }) => says === 'throttle');
  const retry = throttled || base.retry === 'throttle' ? 'throttle' : 'transient';
  const onlyRetry = moving.every(({ says }) => says === 'retry');
  // "Try again" alone does not say that a broken server is only busy.
  const broken = base.kind === 'failed' && (status === 500 || onlyRetry) && !throttled;
  const kind = broken ? 'failed' : 'unavailable';
  const changes = retry !== base.retry || kind !== base.kind;
  const reason = `${told(moving)} ${moving.length === 1 ? 'says' : 'say'} that the same request may work later: ${kind}, ${retry}`;
  const question = `HTTP alone would make ${status} ${base.kind}, ${base.retry}: do the words hold for every ${status}?`;
  return {
    kind,
    retry,
    because: [
      ...base.because,
      changes ? reason : `${told(moving)} ${moving.length === 1 ? 'agrees' : 'agree'} with it`,
    ],
    decide: changes ? [...base.decide, question] : base.decide,
  };
}

function told(said: readonly Said[]): string {
  return said.map(({ words }) => `“${words}”`).join(', ');
}
