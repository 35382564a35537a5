/**
 * What one language says of sending a request again. All that is known of the language
 * stands in these tables. Most patterns read a sentence in which the words for sending
 * again are marked: `Please do not ⟦retry⟧ now`.
 */
export interface Vocabulary {
  /** Where a clause ends within a sentence. */
  readonly clause: RegExp;
  /** Politeness, and conditions that hold for the row as a whole: read over. */
  readonly idle: RegExp;
  /** Every way to speak of sending again, and of things that are named after it. */
  readonly again: RegExp;
  /** The name of a thing (a retry policy), and what is done again without being sent: no promise. */
  readonly thing: RegExp;
  /** What is to be done where the retries have failed. */
  readonly persists: RegExp;
  readonly not: RegExp;
  /** With a negation: only the haste is forbidden. */
  readonly haste: RegExp;
  readonly condition: RegExp;
  /** A clause that asks for something to be done. */
  readonly order: RegExp;
  /** A clause that asks for nothing but patience; also what follows "after" and "with". */
  readonly pacing: RegExp;
  /** A wait, and nothing else: `after back-off`. */
  readonly wait: RegExp;
  /** A clause that says how things are. */
  readonly statement: RegExp;
  /** The invitation is joined to the clause before it: do this, and then send again. */
  readonly joined: RegExp;
  /** Another change that is asked for: before sending again, or in what is sent. */
  readonly change: RegExp;
  /** An alternative to what was asked for before. */
  readonly or: RegExp;
  readonly invites: RegExp;
  /** A fault that lasts. */
  readonly lasting: RegExp;
  /** States that pass by themselves, said of the server and not of a thing. */
  readonly states: { readonly throttle: RegExp; readonly busy: RegExp; readonly passing: RegExp };
}

/** Alternatives, from a list of words with a space between two of them; `_` is the space within one. */
export function anyOf(words: string): string {
  return `(?:${words.trim().split(/\s+/).join('|').replaceAll('_', '\\s+')})`;
}

/** A pattern of several, in any letter case. */
export function pattern(...parts: readonly string[]): RegExp {
  return new RegExp(parts.join('|'), 'iu');
}
