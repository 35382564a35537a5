import type { Catalogue } from './catalogue.js';
import { checkCatalogue } from './check-catalogue.js';
import { isRecord } from './check-fields.js';
import { expect } from './configuration-error.js';

type Flat<T> = { readonly [K in keyof T]: T[K] };
/** B, in which the fields of E replace the fields of B. */
type Over<B, E> = Flat<Omit<B, keyof E> & E>;
type PartOf<C, K extends keyof Catalogue> = C extends { readonly [P in K]: infer V } ? V : object;

/** The parts of a catalogue. Each part is optional. */
export type CatalogueExtension = Partial<Catalogue>;

type Merged<B extends Catalogue, E extends CatalogueExtension> = Omit<
  B,
  'statuses' | 'codes' | 'operations' | keyof E
> &
  Omit<E, 'statuses' | 'codes' | 'operations'> & {
    readonly statuses: Over<PartOf<B, 'statuses'>, PartOf<E, 'statuses'>>;
    readonly codes: Over<PartOf<B, 'codes'>, PartOf<E, 'codes'>>;
  };

/** What {@link extendCatalogue} returns. The mapped type stands here, so that an editor shows this name. */
export type Extended<B extends Catalogue, E extends CatalogueExtension> = {
  readonly [K in keyof Merged<B, E>]: Merged<B, E>[K];
};

/**
 * Makes a catalogue from `base` and an extension. Rows of the extension replace rows of the base.
 * Its operations and dialects come before those of the base. Its retry advice replaces the base's
 * advice field by field. The base is not changed.
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
  // The cast holds: Extended describes the spreads above key by key. The compiler gives a spread of
  // type parameters their intersection, which is another type.
  return merged as Catalogue as Extended<B, E>;
}
