import type { UnreadRow } from '../report/report.js';
import { entriesOf, type Fields, fieldsOf } from './fields.js';
import type { ApiResponse } from './response.js';
import type { StatusRetries } from './retry-extensions.js';

const waitHeaders = ['retry-after', 'retry-after-ms', 'x-ms-retry-after-ms'];

/**
 * What a response says of retries without describing it, in words that are
 * inferred from as its description is: a header that names a time to come back
 * (RFC 9110, 10.2.3), and a retry extension that names its status.
 */
export function signsOf({ key, headers }: ApiResponse, retries: readonly StatusRetries[]): string[] {
  if (typeof key !== 'number' || key < 400) return [];
  const header = headers.find((name) => waitHeaders.includes(name));
  return [
    ...(header === undefined ? [] : [`retry after the time in ${header}`]),
    ...retries.flatMap(({ names }) => (names(key) ? ['the client retries'] : [])),
  ];
}

/** Answers that a gateway gives before the API is reached, as Amazon API Gateway's extension documents them. */
export function gatewayResponses(root: Fields, unread: UnreadRow[]): ApiResponse[] {
  const extension = 'x-amazon-apigateway-gateway-responses';
  return entriesOf(root[extension]).flatMap(([name, value]) => {
    const status = Number(fieldsOf(value)?.['statusCode']);
    if (!Number.isInteger(status) || status < 100 || status > 999) {
      unread.push({ at: extension, text: name, because: 'it names no single status' });
      return [];
    }
    const parameters = Object.keys(fieldsOf(fieldsOf(value)?.['responseParameters']) ?? {});
    return {
      key: status,
      at: `${extension}, ${name}`,
      text: `The gateway: ${name.toLowerCase().replaceAll('_', ' ')}`,
      headers: parameters.map((parameter) =>
        parameter.toLowerCase().replace(/^gatewayresponse\.header\./, ''),
      ),
      schema: undefined,
      mediaType: undefined,
      links: {},
    };
  });
}
