import type { Catalogue, Documented } from '../semantics/catalogue.js';
import type { Schema } from '../semantics/schema.js';

/**
 * Standard Schemas (zod, valibot, arktype, …) for the bodies of a catalogue's statuses, by status.
 * `problem` is the schema of every error whose status has no schema.
 */
export type Responses<C extends Catalogue> = { readonly [S in Documented<C> | 'problem']?: Schema };

/** Schemas by status, of any catalogue. */
export interface AnyResponses {
  readonly [status: number]: Schema;
  readonly problem?: Schema;
}

/** No schemas. */
export type NoResponses = { readonly [none in never]: never };

/** R, unless R has a key that is not a status of the catalogue and not `problem`. */
export type Documenting<C extends Catalogue, R> = R & {
  readonly [K in Exclude<keyof R, Documented<C> | 'problem'>]: NotDocumented<K>;
};
/** No schema has this type. So the compiler's error names the status that the catalogue does not document. */
interface NotDocumented<Status> {
  readonly '~status': Status;
}

/** The schemas of a client together with the schemas of one call. The call's schema wins. */
export type OverResponses<R, Own> = [keyof Own] extends [never]
  ? R
  : [keyof R] extends [never]
    ? Own
    : Omit<R, keyof Own> & Own;
