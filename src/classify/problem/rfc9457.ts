import { readHeader } from '../headers.js';
import { fieldsOf, recordOf, type Shape, textOf } from './shapes.js';

/**
 * RFC 9457, 3.1: `{ type, title, status, detail, instance }`, as
 * `application/problem+json` or, from many servers, as plain JSON. A member of
 * the wrong type is ignored (3.1).
 */
export const rfc9457: Shape = (body, headers) => {
  const problem = recordOf(body);
  if (problem === undefined) return undefined;
  const { type, title, detail, code } = problem;
  const message = textOf(detail) ?? textOf(title);
  const declared = /^application\/problem\+json/i.test(readHeader(headers, 'content-type') ?? '');
  if (!declared && (message === undefined || recordOf(problem['error']))) return undefined;
  return {
    code: code ?? problem['error_code'],
    message: message ?? problem['message'],
    title,
    detail,
    type,
    fields: fieldProblems(problem),
  };
};

/**
 * Field problems are extensions: `errors: [{ detail, pointer }]` in RFC 9457, 3,
 * `invalid-params: [{ name, reason }]` in RFC 7807, 3, and
 * `errors: { field: [message] }` in ASP.NET Core's ValidationProblemDetails.
 */
function fieldProblems(problem: Record<string, unknown>): unknown {
  const errors = recordOf(problem['errors']);
  if (errors === undefined) {
    return fieldsOf(problem['errors'], 'pointer', 'detail').concat(
      fieldsOf(problem['invalid-params'], 'name', 'reason'),
    );
  }
  return Object.entries(errors).map(([path, messages]) => ({
    path,
    message: Array.isArray(messages) ? messages[0] : messages,
  }));
}
