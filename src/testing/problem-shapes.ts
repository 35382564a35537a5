import { readProblem } from '../classify/problem/read-problem.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { ConfigurationError, expect } from '../semantics/configuration-error.js';

/** The content of an error body. */
export interface ProblemText {
  readonly status: number;
  /** The documented name of the status. */
  readonly name: string;
  readonly code?: string;
  readonly message: string;
}

/** An error body, and the headers of its format. */
interface Written {
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The families of error bodies that the library reads. Each body is written as its documentation shows. */
const shapes = {
  /** RFC 9457, 3.1; `code` is an extension member (3.2). */
  rfc9457: ({ status, name, code, message }: ProblemText): Written => ({
    body: { type: 'about:blank', title: name, status, detail: message, ...optional({ code }) },
    headers: { 'content-type': 'application/problem+json' },
  }),
  /** KMS nests its errors; API Gateway and the other services do not (DEW API Reference, Error Codes). */
  huawei: ({ code, message }: ProblemText): Written => {
    const error = { ...optional({ error_code: code }), error_msg: message };
    return { body: code?.startsWith('KMS.') ? { error } : { ...error, request_id: requestId } };
  },
  /** Google AIP-193. */
  google: ({ status, code, message }: ProblemText): Written => ({
    body: { error: { code: status, message, status: code ?? 'UNKNOWN' } },
  }),
  /** Microsoft Azure REST API Guidelines, Handling errors. */
  azure: ({ code, message }: ProblemText): Written => ({
    body: { error: { ...optional({ code }), message } },
    ...(code === undefined ? {} : { headers: { 'x-ms-error-code': code } }),
  }),
  /** Stripe API Reference, Errors. */
  stripe: ({ code, message }: ProblemText): Written => ({
    body: { error: { type: 'api_error', ...optional({ code }), message } },
  }),
  /** GitHub REST API, Troubleshooting; its errors have no code. For rate limits: "Exceeding the rate limit". */
  github: ({ code, message }: ProblemText): Written => ({
    body: {
      message:
        code === 'secondary_rate_limit' ? `You have exceeded a secondary rate limit. ${message}` : message,
      documentation_url: 'https://docs.github.com/rest',
    },
    ...(code === 'primary_rate_limit' ? { headers: { 'x-ratelimit-remaining': '0' } } : {}),
  }),
  /** Smithy, AWS restJson1. */
  aws: ({ code, message }: ProblemText): Written => ({
    body: { message },
    ...(code === undefined ? {} : { headers: { 'x-amzn-errortype': code } }),
  }),
};

/** The name of a family of error bodies. */
export type ProblemShape = keyof typeof shapes;

/** How error bodies are written: by the name of a family, or by your own function. */
export type ProblemWriter = ProblemShape | ((problem: ProblemText) => object);

/** The request id in the kit's answers. The catalogue names its header. */
export const requestId = 'test-request-1';

/** The family of each form of error codes. */
const forms: readonly (readonly [form: RegExp, shape: ProblemShape])[] = [
  [/^[A-Z][A-Za-z]*\.\d+$/, 'huawei'],
  [/^[A-Z]+(?:_[A-Z]+)*$/, 'google'],
  [/^[a-z]+(?:_[a-z]+)*$/, 'stripe'],
  [/^(?:[A-Z][a-z]+)+$/, 'azure'],
];

/**
 * Chooses the writer of a catalogue's error bodies: the family that the catalogue's own reader
 * understands, or the family that fits the form of the codes.
 *
 * @throws ConfigurationError where no family is read back: then the shape has to be given.
 */
export function problemWriterOf(catalogue: Catalogue, given: ProblemWriter | undefined): Writer {
  if (given !== undefined) return givenWriter(given);
  const [code] = Object.keys(catalogue.codes ?? {});
  if (code === undefined) return shapes.rfc9457;
  const status = catalogue.codes?.[code]?.statuses?.[0] ?? 400;
  const told = forms.find(([form]) => form.test(code))?.[1] ?? 'rfc9457';
  const writers = [shapes[told], ...Object.values(shapes)];
  const readBy = (read: (written: Written) => string | undefined) =>
    writers.find((write) => read(write({ status, name: '', code, message: 'm' })) === code);
  const found = readBy(readOwn) ?? readBy(readAny);
  if (found !== undefined) return found;
  throw new ConfigurationError(
    `axios-outcome/testing: readProblem of catalogue ${catalogue.name} reads no error body that this test kit can write. Set the option \`problem\` to a function that returns a body.`,
  );

  /** The catalogue's own reader knows the API better than any family does. */
  function readOwn({ body, headers = {} }: Written): string | undefined {
    try {
      return catalogue.readProblem?.(body, headers, status)?.code;
    } catch {
      return undefined;
    }
  }
  function readAny({ body, headers = {} }: Written): string | undefined {
    return readProblem(body, headers, catalogue, status).code;
  }
}

/** Writes an error body. */
export type Writer = (problem: ProblemText) => Written;

function givenWriter(given: ProblemWriter): Writer {
  if (typeof given === 'function') return (problem) => ({ body: given(problem) });
  expect(
    Object.hasOwn(shapes, given),
    'problem',
    given,
    `one of: ${Object.keys(shapes).join(', ')}; or a function that returns a body`,
  );
  return shapes[given];
}

function optional<T extends Record<string, string | undefined>>(fields: T): Partial<Record<keyof T, string>> {
  // The cast holds: only entries without a value are dropped.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<
    Record<keyof T, string>
  >;
}
