import type { Stopped } from '../../retry/decide.js';
import type { Effect, Kind } from '../../semantics/kinds.js';
import type { EndedTask } from '../task.js';

/** The sentences of `explain` in one language. Their parts are single lines already. */
export interface ExplainTexts {
  /** A line: what it is about, and what there is to say. */
  readonly line: (label: string, text: string) => string;
  readonly labels: {
    readonly request: string;
    readonly outcome: string;
    readonly requestId: string;
    readonly message: string;
    readonly places: string;
    readonly attempts: string;
    readonly effect: string;
    readonly next: string;
  };
  /** What each kind means. */
  readonly kinds: { readonly [K in Kind]: string };
  readonly effects: { readonly [E in Effect]: string };
  /** What to do next about each kind. */
  readonly advice: { readonly [K in Kind]: string };
  /** What to do next where axios refused to send the request. */
  readonly unsentAdvice: string;
  /** How a delayed task ended, and what to do next about it. */
  readonly taskEndings: { readonly [E in EndedTask['ended']]: string };
  readonly taskAdvice: { readonly [E in EndedTask['ended']]: string };
  /** What to do next where the effect is unknown. */
  readonly checkFirst: string;
  readonly noAnswer: string;
  /** A thing, and more about it in brackets. */
  readonly withMore: (text: string, more: string) => string;
  readonly list: (texts: readonly string[]) => string;
  readonly sentences: (texts: readonly string[]) => string;
  readonly quote: (text: string) => string;
  readonly documentationOf: (what: string) => string;
  readonly documentedName: (name: string) => string;
  readonly noMeaning: string;
  readonly noRow: string;
  readonly source: (source: string) => string;
  readonly remedy: (remedy: string) => string;
  readonly notBefore: (instant: string) => string;
  readonly lookAgain: (wait: string) => string;
  readonly milliseconds: (amount: string) => string;
  readonly seconds: (amount: string) => string;
  readonly nothingSent: string;
  readonly attemptCount: (count: number) => string;
  /** The outcome's own word for why there was no other attempt, as the README lists them. */
  readonly stopped: (word: string) => string;
  readonly attemptsLeftOut: (count: number) => string;
  readonly attemptTiming: (waited: string, took: string) => string;
  /** Absent where `because`, which is English, needs no translation. */
  readonly reasons?: TranslatedReasons;
}

/** Why an attempt was or was not followed by another, in place of the English `because`. */
export interface TranslatedReasons {
  readonly followed: string;
  /** Of the last attempt, where the outcome says why there was no other. */
  readonly stopped: { readonly [S in Stopped]: string };
  /** Of any other last attempt. */
  readonly notFollowed: string;
  /** Words of `because` that have no number in them. */
  readonly exactly: { readonly [because: string]: string };
}
