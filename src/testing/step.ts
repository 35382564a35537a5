import type { Catalogue } from '../semantics/catalogue.js';
import { type FieldRules, isRecord, isText, oneOf } from '../semantics/check-fields.js';
import { expect } from '../semantics/configuration-error.js';
import { anything, checkOptions, latency, wholeSeconds } from './check-options.js';
import { type ProblemWriter, problemWriterOf, requestId, type Writer } from './problem-shapes.js';
import type { Answer, Reply } from './reply.js';
import { isTransportFailure, type TransportFailureName, transportFailures } from './transport-failures.js';

/** An answer with all its parts. */
export interface AnswerStep {
  readonly status: number;
  /** An error code. The body has the code in the API's own format. */
  readonly code?: string;
  /** The body, sent as JSON; a text is sent as it is. Default: `{}`, or a problem for an error. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The `Retry-After` header, in whole seconds (RFC 9110, 10.2.3). */
  readonly retryAfterSeconds?: number;
  /** Milliseconds until the answer comes. Default: 0. */
  readonly latencyMs?: number;
  /** `cut`: the connection ends within the body. `garbled`: the body is not JSON. */
  readonly broken?: 'cut' | 'garbled';
}

/** A failure without an answer, after a while. */
export interface FailureStep {
  readonly failure: TransportFailureName;
  /** Milliseconds until the request fails. Default: 0. */
  readonly latencyMs?: number;
}

/** A status, an answer with its parts, the name of a failure, or a failure with its parts. */
export type Step = number | AnswerStep | TransportFailureName | FailureStep;

/** Options for the bodies of answers. */
export interface BodyOptions {
  /** How the API writes its errors. Default: the family that fits the catalogue's codes; `rfc9457` without codes. */
  readonly problem?: ProblemWriter;
  /** The body of every success whose step has no body. Default: `{}`. */
  readonly data?: unknown;
}

/**
 * Turns steps into replies, in the format of the catalogue's API.
 *
 * @throws ConfigurationError for a value that is not a step.
 */
export function replierOf(catalogue: Catalogue, { problem, data = {} }: BodyOptions): (step: Step) => Reply {
  const write = problemWriterOf(catalogue, problem);
  return (step) => {
    if (typeof step === 'number') return answer({ status: step }, catalogue, write, data);
    if (typeof step === 'string') {
      expect(isTransportFailure(step), 'a step', step, allowedSteps);
      return noAnswer({ failure: step });
    }
    expect(isRecord(step), 'a step', step, allowedSteps);
    return 'failure' in step ? noAnswer(step) : answer(step, catalogue, write, data);
  };
}

const names = Object.keys(transportFailures).join(', ');
const allowedSteps = `a status, { status, … }, or one of ${names}`;

const failureRules: FieldRules = {
  failure: { holds: isTransportFailure, allowed: `one of: ${names}` },
  latencyMs: latency,
};

function noAnswer(step: FailureStep): Reply {
  checkOptions(step, 'a step', failureRules);
  const { failure, latencyMs = 0 } = step;
  return { failure, latencyMs };
}

const answerRules: FieldRules = {
  status: {
    holds: (value) => Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 999,
    allowed: 'a number from 100 to 999',
  },
  code: { holds: isText, allowed: 'an error code, such as "no_order"', optional: true },
  body: anything,
  headers: {
    holds: (value) => isRecord(value) && Object.values(value).every((text) => typeof text === 'string'),
    allowed: 'an object whose values are texts',
    optional: true,
  },
  retryAfterSeconds: wholeSeconds,
  latencyMs: latency,
  broken: { ...oneOf(['cut', 'garbled']), optional: true },
};

function answer(step: AnswerStep, catalogue: Catalogue, write: Writer, data: unknown): Answer {
  checkOptions(step, 'a step', answerRules);
  const { status, broken, latencyMs = 0, retryAfterSeconds } = step;
  const { body, headers } =
    'body' in step ? { body: step.body, headers: {} } : defaultBody(step, catalogue, write, data);
  const text = textOf(body);
  return {
    status,
    statusText: catalogue.statuses[status]?.name ?? '',
    headers: {
      ...(text === '' ? {} : { 'content-type': 'application/json' }),
      [catalogue.requestId?.[0] ?? 'x-request-id']: requestId,
      ...headers,
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
      ...lowerCase(step.headers),
    },
    body: broken === 'garbled' ? `{"half": ${text.slice(0, -1)}` : text,
    latencyMs,
    ...(broken === 'cut' ? { cut: true } : {}),
  };
}

/** The body as it is sent. */
function textOf(body: unknown): string {
  if (typeof body === 'string' || body === undefined) return body ?? '';
  let json: unknown;
  try {
    json = JSON.stringify(body);
  } catch {
    // The body has a circle or a BigInt. The error below says so.
  }
  expect(
    typeof json === 'string',
    'the body of a step',
    body,
    'a text, or a value that JSON.stringify can write',
  );
  return json;
}

interface Body {
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

function defaultBody({ status, code }: AnswerStep, catalogue: Catalogue, write: Writer, data: unknown): Body {
  const row = catalogue.statuses[status];
  if (code !== undefined || status >= 400) {
    const name = row?.name ?? String(status);
    const meaning = (code === undefined ? undefined : catalogue.codes?.[code]?.meaning) ?? row?.meaning;
    return write({ status, name, message: meaning?.en ?? name, ...(code === undefined ? {} : { code }) });
  }
  // RFC 9110, 15.3.5, 15.3.6 and 15.4.5: these statuses and interim answers have no content.
  if (row?.kind === 'empty' || [204, 205, 304].includes(status) || status < 200) return { body: undefined };
  return { body: data };
}

function lowerCase(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
