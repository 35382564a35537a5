import { fieldProblems, listsByField } from './field-problems.js';
import {
  codeOf,
  type Draft,
  type Fields,
  find,
  firstOf,
  firstRecord,
  recordOf,
  recordsOf,
  textIn,
  textOf,
} from './shapes.js';

/**
 * Names of the message: `message` of most APIs; Huawei's `error_msg` and `externalMessage`; Jira's
 * `errorMessages`; FastAPI's `msg`; OAuth's `error_description` (RFC 6749, 5.2); `errorSummary` of Okta
 * and Dropbox; `faultstring` of SOAP and Apigee. NestJS has lists of texts, OData has `{ lang, value }`.
 */
const messages =
  /^(?:err(?:or)?_?|external)?(?:message|msg)s?$|^error_?(?:description|summary)$|^faultstring$/i;

/**
 * Reads the problem from a JSON body. It finds each part by its name: first in the error inside the body,
 * then in the body, then in the only object that the body contains, such as OpenStack's
 * `{ itemNotFound: { message, code } }`.
 */
export function readJson(body: unknown): Draft {
  const whole = firstRecord(body);
  const { name, scopes } = saidWithin(whole, 2) ?? { name: '', scopes: scopesOf(whole) };
  const [error] = scopes;
  const text = (name: string) => firstOf(scopes, (scope) => textOf(scope?.[name]));
  // Google (AIP-193): `code` repeats the HTTP status, and `status` is the code.
  const code = textOf(error?.['status']) ?? firstOf(scopes, codeIn);
  const said = firstOf(scopes, messageIn);
  const rows = fieldProblems(new Set([...scopes, whole]));
  // In Django REST Framework the body has only lists of messages.
  const fields = rows.length === 0 && (code ?? said) === undefined ? listsByField(whole) : rows;
  return {
    code,
    message: withReasons(said, whole) ?? fields[0]?.message,
    title: text('title'),
    detail: text('detail'),
    // OpenStack: the number repeats the HTTP status, and the name of the object says what happened.
    type: text('type') ?? (typeof code === 'number' ? textOf(name) : undefined),
    requestId: firstOf([...recordsOf(error?.['details']), ...scopes, whole], requestIdIn),
    fields,
  };
}

/**
 * The objects to search: first the error (also of OData 2 and 3 and of Apigee), then the body. FastAPI
 * has a list in `detail`.
 */
function scopesOf(body: Fields | undefined): readonly (Fields | undefined)[] {
  const error = find(body, /^(?:odata\.)?error$|^fault$/i, (value) => value ?? undefined);
  const records = [firstRecord(error), body];
  // `invalid_grant` is a code (RFC 6749, 5.2). `Not Found` is a message.
  const isWord = typeof error === 'string' && /^[a-z_]+$/.test(error);
  const word = { [isWord ? 'code' : 'message']: textIn(error) };
  return [
    ...records.flatMap((one) => [one, firstRecord(one?.['detail']), firstRecord(one?.['extensions'])]),
    word,
  ];
}

/** The objects that have a code or a message, and the name of the object that contains them. A list has no name. */
function saidWithin(
  body: Fields | undefined,
  depth: number,
  name = '',
): { readonly name: string; readonly scopes: readonly (Fields | undefined)[] } | undefined {
  const scopes = scopesOf(body);
  if (scopes.some((scope) => (codeIn(scope) ?? messageIn(scope)) !== undefined)) return { name, scopes };
  const [wrapped, value] = (depth > 0 && wrappedIn(body)) || [];
  return wrapped === undefined
    ? undefined
    : saidWithin(firstRecord(value), depth - 1, recordOf(value) ? wrapped : '');
}

/** The code. Huawei's `error_code` and `errCode` and SOAP's `faultcode` come before `code`. A number stays a number, since the caller treats it differently. */
function codeIn(scope: Fields | undefined): unknown {
  const read = (value: unknown) => (codeOf(value) === undefined ? undefined : value);
  return (
    find(scope, /^(?:err(?:or)?_?|fault)code$/i, read) ??
    find(scope, /^code$/i, read) ??
    shapeName(scope?.['__type'])
  );
}

/** Other names of the message, in order. Elasticsearch has `reason`. Telegram has `description`. */
const plainMessages = [/^detail$/i, /^title$/i, /^reason$/i, /^description$/i];

/** RFC 9457, 3.1: a member of the wrong type is ignored. Rails has a list in `errors`. */
function messageIn(scope: Fields | undefined): string | undefined {
  const plain = () => firstOf(plainMessages, (name) => find(scope, name, textOf));
  return find(scope, messages, textIn) ?? plain() ?? textIn(scope?.['errors']);
}

function requestIdIn(scope: Fields | undefined): string | undefined {
  return find(scope, /^request_?id$/i, textOf);
}

/** The name in `namespace#Name:http://uri/`, also if the header came twice (Smithy, AWS restJson1, Operation error serialization). */
export function shapeName(name: unknown): string | undefined {
  return textOf(name)?.split(/[:,]/, 1)[0]?.split('#').pop();
}

/**
 * Adds GitHub's reasons to the message. GitHub says "Validation Failed", and the reasons are in `errors`
 * (REST API, Troubleshooting, Validation failed). A reason without a field belongs to the message.
 */
function withReasons(message: string | undefined, body: Fields | undefined): string | undefined {
  const errors = body?.['documentation_url'] ? body['errors'] : undefined;
  if (message === undefined || !Array.isArray(errors)) return message;
  const reasons = textIn(
    errors.map((each) => {
      const row = recordOf(each);
      return row ? !row['field'] && row['message'] : each;
    }),
  );
  return reasons === undefined ? message : `${message}: ${reasons}`;
}

/** The errors of JSON:API and GraphQL, or the only object in the body. */
function wrappedIn(body: Fields = {}): readonly [name: string, value: unknown] | undefined {
  const objects = Object.entries(body)
    .slice(0, 100)
    .filter(([, value]) => firstRecord(value));
  return objects.find(([name]) => name === 'errors') ?? (objects.length === 1 ? objects[0] : undefined);
}
