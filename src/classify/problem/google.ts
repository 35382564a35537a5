import { fieldsOf, recordOf, recordsOf, type Shape } from './shapes.js';

/**
 * Google: `{ error: { code: 404, message, status: 'NOT_FOUND', details } }`
 * (Google AIP-193, Errors). The number repeats HTTP's; `status` is the code.
 * Details are messages of google/rpc/error_details.proto, told apart by `@type`.
 */
export const google: Shape = (body) => {
  const error = recordOf(recordOf(body)?.['error']);
  if (typeof error?.['status'] !== 'string') return undefined;
  const { status, message, details } = error;
  return {
    code: status,
    message,
    requestId: detailOf(details, 'RequestInfo')?.['requestId'],
    fields: fieldsOf(detailOf(details, 'BadRequest')?.['fieldViolations'], 'field', 'description', 'reason'),
  };
};

function detailOf(details: unknown, name: string): Record<string, unknown> | undefined {
  return recordsOf(details).find((detail) => detail['@type'] === `type.googleapis.com/google.rpc.${name}`);
}
