import type { DefaultCatalogue } from '../../catalogues/http/statuses.js';
import type { Catalogue, Documented } from '../../semantics/catalogue.js';
import type { KindsOf } from '../../semantics/documented.js';
import type { SortOf } from '../declared.js';
import type { Bodiless, Described, KeyOf } from './bodies.js';

/** A catalogue, with HTTP's own rows for the statuses that it is silent on. */
interface OverHttp<C extends Catalogue> {
  readonly name: string;
  readonly source: string;
  readonly statuses: Omit<DefaultCatalogue['statuses'], keyof C['statuses']> & C['statuses'];
}
type WithHttp<C extends Catalogue> = C extends DefaultCatalogue ? C : OverHttp<C>;

/** The catalogue that says the kinds of a described call. */
export type KindsBy<D extends Described, C extends Catalogue> = D['silent'] extends 'http' ? WithHttp<C> : C;

/** The statuses that can have a kind, by the sort of body that their own kind has. */
export type StatusBy<C extends Catalogue, K, Sort> = {
  [S in Documented<C>]: K extends KindsOf<C['statuses'][S]>
    ? SortOf<C['statuses'][S]> extends Sort
      ? S
      : never
    : never;
}[Documented<C>];

/** Those of a described call that have no schema. */
export type Unchecked<D extends Described, C extends Catalogue, K, Sort> = Exclude<
  StatusBy<KindsBy<D, C>, K, Sort>,
  keyof D['schemas']
>;

/** The statuses of a success, but for those that are described to have no body. */
export type SuccessStatus<D extends Described, C extends Catalogue> = Exclude<
  Unchecked<D, C, 'success', 'data'>,
  Bodiless<D>
>;

/** The statuses of a kind of problem whose body the description has under a key. */
export type StatusAt<D extends Described, Key, C extends Catalogue, K> = Key extends number
  ? Key
  : Under<D, Key, Unchecked<D, C, K, 'problem'>>;
type Under<D extends Described, Key, Status> = Status extends number
  ? KeyOf<D, Status> extends Key
    ? Status
    : never
  : never;
