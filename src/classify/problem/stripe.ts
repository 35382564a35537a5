import { fieldsOf, recordOf, type Shape } from './shapes.js';

/**
 * Stripe and those who follow it, such as OpenAI: `{ error: { type, code,
 * message, param, decline_code } }` (Stripe API Reference, Errors). `param` is
 * the field in error. The finer `decline_code` stays in `details`, since its
 * words are not those of `code`.
 */
export const stripe: Shape = (body) => {
  const error = recordOf(recordOf(body)?.['error']);
  if (typeof error?.['type'] !== 'string') return undefined;
  const { type, code, message } = error;
  return { code, message, type, fields: fieldsOf([error], 'param') };
};
