import { recordOf, type Shape } from './shapes.js';

/**
 * Huawei Cloud: `{ error: { error_code, error_msg } }` of KMS,
 * `{ error_code, error_msg, request_id }` of API Gateway and most services (the
 * services' API References, Calling APIs, Response), and IAM's
 * `{ error: { code, message, title } }`, as OpenStack Keystone has it, where
 * `code` is a number (IAM API Reference, Error Codes: 1100 and on).
 */
export const huawei: Shape = (body) => {
  const outer = recordOf(body) ?? {};
  const inner = recordOf(outer['error']) ?? outer;
  const code = inner['error_code'] ?? outer['error_code'];
  const message = inner['error_msg'] ?? outer['error_msg'];
  const { title } = inner;
  if ((code ?? message ?? title) === undefined) return undefined;
  return { code: code ?? inner['code'], message: message ?? inner['message'], title };
};
