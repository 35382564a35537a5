import type { Catalogue } from '../../semantics/catalogue.js';
import { type HeaderBag, readHeader } from '../headers.js';
import { recordOf, textOf } from './shapes.js';

/** Where the usual vendors put the id of a request, the first one found wins. */
const requestIdHeaders: readonly string[] = [
  'x-request-id',
  'request-id',
  'x-amzn-requestid',
  'x-amz-request-id',
  'x-ms-request-id',
  'x-github-request-id',
];

/** The id that the body names, as Huawei's API Gateway does, or else a header. */
export function requestIdOf(body: unknown, headers: HeaderBag, catalogue: Catalogue): string | undefined {
  const outer = recordOf(body) ?? {};
  for (const named of [outer, recordOf(outer['error']) ?? {}]) {
    const id = textOf(named['request_id']) ?? textOf(named['requestId']);
    if (id !== undefined) return id;
  }
  for (const name of catalogue.requestId ?? requestIdHeaders) {
    const id = textOf(readHeader(headers, name.toLowerCase()));
    if (id !== undefined) return id;
  }
  return undefined;
}
