import { at } from '../outcome/field.js';
import { nothingMore } from '../outcome/redact/secret-names.js';
import { redactFailure, redactMessage } from '../outcome/redact/text.js';
import { bytesOf, clip } from '../outcome/short-text.js';
import { httpFields, type LogFields, type LogOptions } from './fields.js';
import { short } from './short.js';

const mostBytes = 2_000;

/**
 * Makes fields for a log from an outcome or an error: at most 2,000 bytes of JSON, without headers,
 * bodies, queries and credentials. It takes any value and never throws. pino takes it as a serializer.
 *
 * An outcome, an OutcomeError and an AxiosError give the request and its end; an error also gives
 * `exception.type`, `exception.message` and `exception.stacktrace`. The message of an AxiosError is left
 * out, since it may quote the request; the code of the AxiosError says the same. If an error has a
 * `cause`, the request is taken from the cause.
 *
 * Source of the names: OpenTelemetry semantic conventions, HTTP spans and exceptions.
 *
 * @example
 * pino({ serializers: { err: toLog, outcome: toLog } });
 * logger.warn({ outcome }, 'no key');
 */
export function toLog(outcomeOrError: unknown, options?: LogOptions): LogFields {
  return withException(fieldsThroughCauses(outcomeOrError, options) ?? {}, outcomeOrError);
}

/** The fields of the first error in the chain of causes that is about HTTP. At most five causes are followed, since a chain may be a circle. */
export function fieldsThroughCauses(
  error: unknown,
  options: LogOptions | undefined,
  depth = 5,
): LogFields | undefined {
  if (depth === 0) return undefined;
  return httpFields(error, options) ?? fieldsThroughCauses(at(error, 'cause'), options, depth - 1);
}

function withException(fields: LogFields, error: unknown): LogFields {
  const message = typeof error === 'string' ? error : at(error, 'message');
  if (typeof message !== 'string') return fields;
  const isAxios = at(error, 'isAxiosError') === true;
  const typed = withText(fields, 'exception.type', short(at(error, 'name'), 60));
  const told = isAxios ? '' : short(redactFailure(message, nothingMore), 480);
  return withText(
    withText(typed, 'exception.message', told),
    'exception.stacktrace',
    framesOf(error, message),
  );
}

/** The frames of the stack, without the message before them. A very long stack keeps its nearest frames. */
function framesOf(error: unknown, message: string): string {
  const stack = at(error, 'stack');
  if (typeof stack !== 'string') return '';
  const from = stack.includes(message) ? stack.indexOf(message) + message.length : 0;
  const lines = stack.slice(from, from + 10_000).split('\n');
  // V8, then Firefox and Safari.
  const frames = lines
    .filter((line) => /^ *at \S/.test(line) || /:\d+$/.test(line.slice(-12)))
    .map((line) => short(line, 200));
  return redactMessage(frames.join('\n'), nothingMore);
}

/** Adds a field, cut to the bytes that are left. */
function withText(fields: LogFields, name: string, text: string): LogFields {
  const jsonBytes = (value: object) => bytesOf(JSON.stringify(value));
  const room = mostBytes - jsonBytes({ ...fields, [name]: '' });
  // Quotes and line breaks take two bytes in JSON.
  const fitting = jsonBytes([text]) - 4 <= room ? text : clip(text, room / 2);
  return fitting === '' || room < 10 ? fields : { ...fields, [name]: fitting };
}
