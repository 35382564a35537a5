import type { Catalogue, Documented } from '../semantics/catalogue.js';
import type { Schema } from '../semantics/schema.js';

/**
 * What the bodies of a catalogue's statuses look like, as Standard Schemas
 * (zod, valibot, arktype, …). `problem` is for every error without its own.
 */
export type Responses<C extends Catalogue> = { readonly [S in Documented<C> | 'problem']?: Schema };

/** Schemas by status, of whichever catalogue. */
export interface AnyResponses {
  readonly [status: number]: Schema;
  readonly problem?: Schema;
}

/** No schemas. */
export type NoResponses = { readonly [none in never]: never };

/** R, unless it has a key that is neither a status of the catalogue nor `problem`. */
export type Documenting<C extends Catalogue, R> = R & {
  readonly [K in Exclude<keyof R, Documented<C> | 'problem'>]: NotDocumented<K>;
};
/** No schema is this: so an error names the status that the catalogue does not document. */
interface NotDocumented<Status> {
  readonly '~status': Status;
}

/** The schemas of a client, with those of one call in place of its own. */
export type OverResponses<R, Own> = [keyof Own] extends [never]
  ? R
  : [keyof R] extends [never]
    ? Own
    : Omit<R, keyof Own> & Own;
