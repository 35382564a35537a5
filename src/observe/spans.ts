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

/** A span, and the context in which this span is active. */
interface Opened {
  readonly span: Span;
  readonly own: Context;
}

/**
 * Makes spans for attempts (HTTP client spans), for requests above them, and for tasks and their
 * polls. A span is open as long as its work runs. An attempt carries its context to the server if
 * `tells` allows the origin.
 */
export function openSpans(tracer: Tracer, tells: (origin: string) => boolean): Around {
  /** The parents of spans. They are needed when no context manager is installed, and between a task and its polls. */
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
      // A poll may have a good answer which says that the task is not done.
      return untilEnd(opened, next, (result) => errorAttributes(found(result)));
    },
  };
}

/** Does the work while the span is active, and always ends the span. */
async function untilEnd<T>(
  { span, own }: Opened,
  next: () => Promise<T>,
  endOf: (result: T) => Attributes,
): Promise<T> {
  const end = (attributes: Attributes) => {
    span.setAttributes(attributes);
    // The convention leaves the description empty if an attribute says the same.
    if (attributes['error.type'] !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  };
  try {
    const result = await context.with(own, next);
    end(endOf(result));
    return result;
  } catch (error) {
    // Only the class of the error: its message, name and code may hold anything.
    const { constructor: type } = fieldsOf(error);
    end({ 'error.type': typeof type === 'function' ? type.name : '_OTHER' });
    throw error;
  }
}

/** By the convention, the span of an unknown method is called HTTP. */
function methodName(method: string): string {
  return methodAttributes(method)['http.request.method'] === '_OTHER' ? 'HTTP' : method;
}

/** A trusted server that is not the task's own server does not get the baggage of the application. */
function inject({ config, within }: AttemptScope, own: Context): void {
  const home = within?.within?.origin;
  const told = home === undefined || originOf(config) === home ? own : propagation.deleteBaggage(own);
  propagation.inject(told, config.headers, { set: (headers, name, value) => headers.set(name, value) });
}

function attemptAttributes({ number, config }: AttemptScope): Attributes {
  return {
    ...methodAttributes(methodOf(config)),
    ...serverAttributes(originOf(config)),
    // The attribute is set only for a request that was sent again. It says how often.
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
