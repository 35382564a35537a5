import { readHeader } from '../headers.js';
import { fieldsOf, recordOf, type Shape, textOf } from './shapes.js';

/**
 * AWS JSON: the error's shape name in the header `x-amzn-errortype` or as
 * `__type` in the body, with `message` or `Message` (Smithy, AWS restJson1 and
 * awsJson1_1 protocols, Operation error serialization). `fieldList` is that of
 * Smithy's `smithy.framework#ValidationException`.
 */
export const aws: Shape = (body, headers) => {
  const error = recordOf(body) ?? {};
  const name = textOf(readHeader(headers, 'x-amzn-errortype') ?? error['__type']);
  if (name === undefined) return undefined;
  return {
    code: shapeName(name),
    message: error['message'] ?? error['Message'],
    fields: fieldsOf(error['fieldList'], 'path'),
  };
};

/** `namespace#Name:http://uri/` is `Name`, also where the header came twice. */
function shapeName(name: string): string | undefined {
  return name.split(/[:,]/, 1)[0]?.split('#').pop();
}
