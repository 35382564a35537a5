import { type Attributes, SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import { errorType, methodAttributes, serverAttributes, type Told } from './semantic-conventions.js';

/** A client span for each attempt, under the span that is active where the request was made. */
export function attemptSpans(tracer: Tracer): (event: Told['attempt']) => void {
  return (event) => {
    const endTime = Date.now();
    const attributes = attributesOf(event);
    const method = attributes['http.request.method'];
    const span = tracer.startSpan(method === '_OTHER' ? 'HTTP' : event.request.method, {
      kind: SpanKind.CLIENT,
      startTime: endTime - event.tookMs,
      attributes,
    });
    // The convention leaves the description empty where the status says it already.
    if (attributes['error.type'] !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(endTime);
  };
}

function attributesOf(event: Told['attempt']): Attributes {
  const { request, origin, number, status } = event;
  const type = errorType(event);
  return {
    ...methodAttributes(request.method),
    ...serverAttributes(origin),
    ...(status === undefined ? {} : { 'http.response.status_code': status }),
    // Only where the request was sent again, and then how often.
    ...(number > 1 ? { 'http.request.resend_count': number - 1 } : {}),
    ...(type === undefined ? {} : { 'error.type': type }),
  };
}
