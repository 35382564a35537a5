import { readHeader } from '../headers.js';
import { fieldsOf, recordOf, recordsOf, type Shape } from './shapes.js';

/**
 * Azure: `{ error: { code, message, target, details: [{ code, message, target }],
 * innererror } }`, and `x-ms-error-code`, which also stands where there is no
 * such body (Microsoft Azure REST API Guidelines, Handling errors). A `target`
 * names the field in error.
 */
export const azure: Shape = (body, headers) => {
  const error = recordOf(recordOf(body)?.['error']) ?? {};
  const code = error['code'] ?? readHeader(headers, 'x-ms-error-code');
  if (code === undefined) return undefined;
  const fields = fieldsOf([error, ...recordsOf(error['details'])], 'target');
  return { code, message: error['message'], fields };
};
