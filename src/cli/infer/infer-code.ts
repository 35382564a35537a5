import type { StatusEntry } from '../../semantics/catalogue.js';
import type { DocumentedKind, Retryability } from '../../semantics/kinds.js';
import { sayings, speaksOfExpiry } from './words.js';

/** What an error code adds to its status; nothing where it says nothing else. */
export interface CodeInference {
  readonly kind?: DocumentedKind;
  readonly retry?: Retryability;
  readonly because: readonly string[];
  readonly decide: readonly string[];
}

/** The words of a code's row, and the words in the code itself (`ThrottlingException`), refine its statuses. */
export function inferCode(code: string, words: string, rows: readonly StatusEntry[]): CodeInference {
  const spoken = `${words}\n${code.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[._-]+/g, ' ')}`;
  const said = sayings(spoken);
  const not = said.find(({ says }) => says === 'forbidden');
  const change = said.find(({ says }) => says === 'changed');
  const moving = said.filter(
    ({ says }) =>
      says === 'throttle' || says === 'busy' || says === 'passing' || says === 'later' || says === 'retry',
  );
  const expiry = speaksOfExpiry(spoken);
  const decide =
    expiry === undefined ? [] : [`“${expiry}”: would new credentials help (reauthenticate: true)?`];
  if (not !== undefined) {
    return {
      ...(rows.every(({ retry }) => retry === 'never') ? {} : { retry: 'never' }),
      because: [`“${not.words}” forbids a retry, and a negation wins: never`],
      decide,
    };
  }
  if (change !== undefined && moving.every(({ says }) => says === 'retry')) {
    return {
      because: [`“${change.words}” asks for a change before the next request: this is no retry`],
      decide,
    };
  }
  if (moving.length === 0) return { because: ['the row says nothing of retries: as its status'], decide };
  const retry = moving.some(({ says }) => says === 'throttle') ? 'throttle' : 'transient';
  const moves = rows.some(({ kind }) => kind === 'rejected');
  const told = moving.map(({ words: word }) => `“${word}”`).join(', ');
  return {
    ...(moves ? { kind: 'unavailable' } : {}),
    ...(rows.length > 0 && rows.every((row) => row.retry === retry) ? {} : { retry }),
    because: [`${told}: the same request may work later, ${moves ? 'unavailable, ' : ''}${retry}`],
    decide: moves ? [...decide, `is ${code} really passing, although its status is rejected?`] : decide,
  };
}
