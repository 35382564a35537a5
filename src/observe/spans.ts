import {
  type Attributes,
  type Context,
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { Around, AttemptScope, Finding, Made, Scope } from '../axios/around.js';
import { isOkKind } from '../classify/classify.js';
import { fieldsOf } from '../classify/exchange.js';
import { methodOf, originOf } from '../classify/request-address.js';
import { errorType, methodAttributes, serverAttributes } from './semantic-conventions.js';

/** A span, and the context in which it is the active one. */
interface Opened {
  readonly span: Span;
  readonly own: Context;
}

/**
 * Spans that are open while what they stand for goes on: of each attempt (HTTP client
 * spans), of the request above it, and of tasks and their polls. Each attempt carries its
 * context where `tells` says so of its origin.
 */
export function openSpans(tracer: Tracer, tells: (origin: string) => boolean): Around {
  /** Where no context manager hands contexts along, and from a task to its polls, parents are found by this alone. */
  const contexts = new WeakMap<Scope, Context>();

  function open(scope: Scope, name: string, attributes: Attributes, kind = SpanKind.INTERNAL): Opened {
    const within = 'within' in scope ? scope.within : undefined;
    const parent = (within && contexts.get(within)) ?? context.active();
    const span = tracer.startSpan(name, { kind, attributes }, parent);
    const own = trace.setSpan(parent, span);
    contexts.set(scope, own);
    return { span, own };
  }

  return {
    attempt(attempt, next) {
      const method = methodOf(attempt.config);
      const opened = open(attempt, methodName(method), attemptAttributes(attempt), SpanKind.CLIENT);
      if (tells(originOf(attempt.config))) inject(attempt, opened.own);
      return untilEnd(opened, next, attemptEnd);
    },
    request(request, next, found) {
      const { method } = request.request;
      const attributes = { ...methodAttributes(method), ...serverAttributes(request.origin) };
      const opened = open(request, `request ${methodName(method)}`, attributes);
      return untilEnd(opened, next, (result) => kindAttributes(found(result)));
    },
    task(task, next, found) {
      const name = `task ${methodName(task.request.method)}`;
      const opened = open(task, name, serverAttributes(task.origin));
      return untilEnd(opened, next, (result) => kindAttributes(found(result)));
    },
    poll(poll, next, found) {
      const opened = open(poll, 'poll', { 'axios_outcome.poll': poll.number });
      // Its answer may be a good one that says that the task is not done.
      return untilEnd(opened, next, (result) => errorAttributes(found(result)));
    },
  };
}

/** Does the work with the span active, and ends the span, whatever comes. */
async function untilEnd<T>(
  { span, own }: Opened,
  next: () => Promise<T>,
  endOf: (result: T) => Attributes,
): Promise<T> {
  const end = (attributes: Attributes) => {
    span.setAttributes(attributes);
    // The convention leaves the description empty where an attribute says it already.
    if (attributes['error.type'] !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  };
  try {
    const result = await context.with(own, next);
    end(endOf(result));
    return result;
  } catch (error) {
    // Its class alone: message, name and code are anybody's words.
    const { constructor: type } = fieldsOf(error);
    end({ 'error.type': typeof type === 'function' ? type.name : '_OTHER' });
    throw error;
  }
}

/** Of an unknown method the convention has the span called HTTP. */
function methodName(method: string): string {
  return methodAttributes(method)['http.request.method'] === '_OTHER' ? 'HTTP' : method;
}

/** A server that is trusted, but not the task's own, is not told what the application put into its baggage. */
function inject({ config, within }: AttemptScope, own: Context): void {
  const home = within?.within?.origin;
  const told = home === undefined || originOf(config) === home ? own : propagation.deleteBaggage(own);
  propagation.inject(told, config.headers, { set: (headers, name, value) => headers.set(name, value) });
}

function attemptAttributes({ number, config }: AttemptScope): Attributes {
  return {
    ...methodAttributes(methodOf(config)),
    ...serverAttributes(originOf(config)),
    // Only where the request was sent again, and then how often.
    ...(number > 1 ? { 'http.request.resend_count': number - 1 } : {}),
  };
}

function attemptEnd({ assessment }: Made): Attributes {
  const { httpStatus: status, code } = assessment ?? {};
  const type = errorType(status, code);
  return {
    ...(status === undefined ? {} : { 'http.response.status_code': status }),
    ...(type === undefined ? {} : { 'error.type': type }),
  };
}

function kindAttributes(finding: Finding | undefined): Attributes {
  return finding === undefined ? {} : { 'axios_outcome.kind': finding.kind, ...errorAttributes(finding) };
}

function errorAttributes(finding: Finding | undefined): Attributes {
  if (finding === undefined || isOkKind(finding.kind)) return {};
  return { 'error.type': errorType(finding.httpStatus, finding.code, finding.kind) };
}
