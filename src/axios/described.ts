import { http } from '../catalogues/http/statuses.js';
import { rowOf } from '../classify/classify.js';
import type { AnyOutcome } from '../outcome/types.js';
import { ConfigurationError } from '../semantics/configuration-error.js';
import type { OutcomeRequestConfig, OutcomeSettings } from './options.js';
import type { Recorded } from './recorded-result.js';
import { reread, toOutcome } from './to-outcome.js';

/** The config of a described call. Its `url` is a path of the description. */
export interface DescribedConfig extends OutcomeRequestConfig {
  readonly path?: object;
}

/** The config with the parameters filled into its address. */
export function filled({ path = {}, url = '', ...config }: DescribedConfig): OutcomeRequestConfig {
  return { ...config, url: fillPath(url, path) };
}

/** For a described call, a status that the catalogue does not document has the kind of HTTP, as its types say. */
export function withKindOfHttp(
  outcome: AnyOutcome,
  sent: Recorded,
  settings: OutcomeSettings,
): AnyOutcome | Promise<AnyOutcome> {
  if (outcome.kind !== 'unexpected' || rowOf(http, outcome.httpStatus) === undefined) return outcome;
  const statuses = { ...http.statuses, ...settings.catalogue.statuses };
  const catalogue = { ...settings.catalogue, statuses };
  const ended = reread(sent, sent.ended.exchange, catalogue);
  return toOutcome({ ...sent, ended }, { ...settings, catalogue });
}

/**
 * Fills the parameters into a path of the description (RFC 6570, 3.2.2). The items of a list are joined
 * by commas, and so are the names and values of an object. A value is refused if the segment becomes
 * empty, `.` or `..`: the address would belong to another operation (RFC 3986, 5.2.4).
 */
function fillPath(template: string, values: object): string {
  const segmentOf = (segment: string) => {
    if (!segment.includes('{')) return segment;
    const filled = segment.replace(/\{([^{}]*)\}/g, (_, name: string) => {
      const value: unknown = Object.getOwnPropertyDescriptor(values, name)?.value;
      if (value != null) return expand(value);
      throw refused(`Path parameter "${name}" of ${template} is missing. Write path: { ${name}: … }.`);
    });
    if (!/^\.{0,2}$/.test(filled)) return filled;
    throw refused(
      `"${segment}" of ${template} becomes "${filled}", which leads to another address. Write a value in path that does not make the segment empty, "." or "..".`,
    );
  };
  return template.split('/').map(segmentOf).join('/');
}

function refused(why: string): ConfigurationError {
  return new ConfigurationError(`axios-outcome: ${why}`);
}

/** The text of a value. Undefined and null parts of a list or an object are left out (RFC 6570, 2.4.2 and 3.2.1). */
function expand(value: NonNullable<unknown>): string {
  if (typeof value !== 'object') return encode(value);
  const parts = Array.isArray(value) ? value.map((each: unknown) => [each]) : Object.entries(value);
  return parts
    .filter((part) => part.at(-1) != null)
    .flat()
    .map(encode)
    .join();
}

/** Encodes everything except `A-Z a-z 0-9 - . _ ~` (RFC 6570, 1.5). */
function encode(value: unknown): string {
  return encodeURIComponent(String(value)).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
