import { recordOf, type Shape } from './shapes.js';

/**
 * What most other APIs answer: `{ error: { code, message } }`, `{ code, message }`,
 * `{ errorCode, errorMessage }`, `{ error: 'text' }`, and OAuth's
 * `{ error, error_description }` (RFC 6749, 5.2).
 */
export const codeAndMessage: Shape = (body) => {
  const outer = recordOf(body) ?? {};
  const { error } = outer;
  const inner = recordOf(error) ?? outer;
  // `invalid_grant` is a code, `Not Found` is not.
  const isCode = typeof error === 'string' && /^[a-z_]+$/.test(error);
  const message = inner['message'] ?? outer['message'] ?? outer['errorMessage'] ?? outer['error_description'];
  return {
    code: inner['code'] ?? outer['code'] ?? outer['errorCode'] ?? (isCode ? error : undefined),
    message: message ?? (isCode ? undefined : error),
    type: outer['type'],
  };
};
