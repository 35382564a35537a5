import type { Catalogue, Documented, Problem } from './catalogue.js';
import type { DocumentedKind } from './kinds.js';

/** Every kind a row can have: its own, and those a body may move it to. */
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
 * An error code that the catalogue does not document: a text, whose mark exists
 * in types alone. A plain `string` would swallow the documented literals; this
 * keeps them apart, so that an editor completes them, a comparison narrows to
 * one, and a misspelt one is refused. The template is what does it: a marked
 * string alone compares with every literal. The mark is a name and not a unique
 * symbol, so that the declarations for ESM and for CommonJS mean the same type.
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
