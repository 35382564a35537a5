import { fieldsOf, recordOf, type Shape } from './shapes.js';

/**
 * GitHub: `{ message, documentation_url, errors: [{ resource, field, code,
 * message }] }` (GitHub REST API, Troubleshooting, Validation failed). There is
 * no code but those of the fields.
 */
export const github: Shape = (body) => {
  const { message, documentation_url, errors } = recordOf(body) ?? {};
  if (documentation_url === undefined) return undefined;
  return { message, fields: fieldsOf(errors, 'field') };
};
