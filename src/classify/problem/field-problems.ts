import { codeOf, type Fields, find, firstRecord, recordOf, recordsOf, textIn, textOf } from './shapes.js';

/**
 * Names of lists of invalid fields: RFC 9457, 3, and JSON:API; Azure and PayPal; FastAPI; Smithy's
 * ValidationException; BadRequest of google/rpc/error_details.proto; RFC 7807, 3.
 */
const lists = /^(?:errors|details?|fieldList|fieldViolations|invalid-params)$/;

/** An invalid field, as the body describes it. The types are checked later. */
interface Row {
  readonly path?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
}

/** The invalid fields that these objects name. The objects are the error and what contains it. */
export function fieldProblems(scopes: ReadonlySet<unknown>): readonly Row[] {
  const rows = new Set<unknown>([...scopes].flatMap(rowsIn));
  return [...scopes]
    .flatMap((scope) => [
      // In Azure and Stripe, the error itself may name the field. An error of a list is already a row.
      ...(rows.has(scope) ? [] : [{ ...rowOf(scope), path: find(scope, /^(?:target|param)$/, textOf) }]),
      ...rowsIn(scope).map(rowOf),
      ...mapIn(firstRecord(scope)?.['errors']),
      // GitLab has such lists in `message`.
      ...listsByField(firstRecord(scope)?.['message']),
    ])
    .filter(({ path, message, code }) => path !== undefined && (message ?? code) !== undefined);
}

function rowsIn(value: unknown): readonly Fields[] {
  return Object.entries(recordOf(value) ?? {}).flatMap(([name, list]) =>
    lists.test(name) ? recordsOf(list).flatMap((row) => ('fieldViolations' in row ? rowsIn(row) : row)) : [],
  );
}

/** JSON:API names the field in `source`. Spring has `defaultMessage`. FastAPI names it by a path. GitHub sometimes names only the resource. */
function rowOf(row: unknown): Row {
  const message =
    find(row, /^(?:message|defaultMessage|detail|description|msg)$/, textIn) ?? find(row, /^reason$/, textOf);
  const code = find(row, /^(?:code|issue|reason)$/, codeOf);
  const path =
    find(row, /^(?:field|pointer|target|param|path|loc|name)$/, placeOf) ??
    find(firstRecord(row)?.['source'], /./, textOf) ??
    find(row, /^resource$/, textOf);
  // `reason` is the message if there is no other message, as in RFC 7807.
  return { path, message, code: code === message ? undefined : code };
}

function placeOf(value: unknown): string | undefined {
  return Array.isArray(value)
    ? textOf(
        value
          .slice(0, 20)
          .flatMap((step) => codeOf(step) ?? [])
          .join('.'),
      )
    : textOf(value);
}

/** `errors: { field: [message] }`, as in ASP.NET Core's ValidationProblemDetails, Laravel and Rails. */
function mapIn(errors: unknown): readonly Row[] {
  return Object.entries(recordOf(errors) ?? {}).map(([path, given]) => ({
    path,
    message: textIn(Array.isArray(given) ? given[0] : given),
  }));
}

/** `{ field: [message] }`, if the object has nothing else. OData's `{ lang, value }` has no lists. */
export function listsByField(value: unknown): readonly Row[] {
  const all = Object.values(recordOf(value) ?? {});
  return all.length > 0 && all.every((list) => Array.isArray(list) && textOf(list[0])) ? mapIn(value) : [];
}
