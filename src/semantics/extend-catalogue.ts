import type { Catalogue } from './catalogue.js';
import { checkCatalogue } from './check-catalogue.js';
import { isRecord } from './check-fields.js';
import { expect } from './configuration-error.js';

type Flat<T> = { readonly [K in keyof T]: T[K] };
/** B with what E says in place of what B said. */
type Over<B, E> = Flat<Omit<B, keyof E> & E>;
type PartOf<C, K extends keyof Catalogue> = C extends { readonly [P in K]: infer V } ? V : object;

/** A catalogue's own parts, all of them optional. */
export type CatalogueExtension = Partial<Catalogue>;

type Merged<B extends Catalogue, E extends CatalogueExtension> = Omit<
  B,
  'statuses' | 'codes' | 'operations' | keyof E
> &
  Omit<E, 'statuses' | 'codes' | 'operations'> & {
    readonly statuses: Over<PartOf<B, 'statuses'>, PartOf<E, 'statuses'>>;
    readonly codes: Over<PartOf<B, 'codes'>, PartOf<E, 'codes'>>;
  };

/** What {@link extendCatalogue} returns. Mapped here and not by a type of its own, so that an editor shows this name. */
export type Extended<B extends Catalogue, E extends CatalogueExtension> = {
  readonly [K in keyof Merged<B, E>]: Merged<B, E>[K];
};

/**
 * A catalogue that says more, or other, than `base`: rows of the extension
 * replace rows of the base, its operations and dialects come first, and its
 * retry advice is laid over the base's. The base is not changed.
 *
 * @throws ConfigurationError as {@link defineCatalogue} does.
 *
 * @example
 * const strict = extendCatalogue(dew, {
 *   name: 'DEW behind our proxy',
 *   statuses: { 503: { name: 'Maintenance', kind: 'failed', retry: 'never', source: 'wiki/proxy' } },
 * });
 */
export function extendCatalogue<const B extends Catalogue, const E extends CatalogueExtension>(
  base: B,
  extension: E,
): Extended<B, E> {
  checkCatalogue(base);
  const given: unknown = extension;
  expect(
    isRecord(given),
    'extension',
    given,
    'an object with parts of a catalogue, such as { name, statuses }',
  );
  const merged: Catalogue = {
    ...base,
    ...extension,
    statuses: { ...base.statuses, ...extension.statuses },
    codes: { ...base.codes, ...extension.codes },
    operations: [...(extension.operations ?? []), ...(base.operations ?? [])],
    retry: { ...base.retry, ...extension.retry },
    dialects: [...(extension.dialects ?? []), ...(base.dialects ?? [])],
  };
  checkCatalogue(merged);
  // The spreads above are what Extended spells out key by key; the compiler
  // gives a spread of type parameters their intersection, which it is not.
  return merged as Catalogue as Extended<B, E>;
}
