import type { Catalogue, Documented, Problem } from './catalogue.js';
import type { DocumentedKind } from './kinds.js';

/** Every kind that a row can have: its own kind, and the kinds that a code in the body may give it. */
export type KindsOf<Row> = Row extends { readonly kind: infer K }
  ? K | (Row extends { readonly or: readonly (infer O)[] } ? O : never)
  : never;

/** The kinds that a catalogue's statuses can have. */
export type KindOf<C extends Catalogue> = KindsOf<C['statuses'][Documented<C>]> & DocumentedKind;

/** The statuses that can have a kind. */
export type StatusOf<C extends Catalogue, K> = {
  [S in Documented<C>]: K extends KindsOf<C['statuses'][S]> ? S : never;
}[Documented<C>];

/**
 * An error code that the catalogue does not document: a text with a mark that exists only in types.
 * In a union with a plain `string`, the documented literals would get lost. With the mark, an editor
 * completes the literals, a comparison narrows to one literal, and a misspelt literal is refused.
 * This needs the template type, since a marked string without a template compares with every
 * literal. The mark is a name and not a unique symbol, so that the declarations for ESM and for
 * CommonJS mean the same type.
 */
export type UndocumentedCode = `${string & { readonly '~undocumented': true }}`;

/** The error codes of a catalogue's answers: the documented ones, and any other that a server may send. */
export type CodeOf<C extends Catalogue> = C extends { readonly codes: infer Codes }
  ? [keyof Codes] extends [never]
    ? string
    : (keyof Codes & string) | UndocumentedCode
  : string;

/** The problem of a catalogue's answers. */
export type ProblemOf<C extends Catalogue> = Problem<CodeOf<C>>;
