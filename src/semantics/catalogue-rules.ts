import {
  type FieldRule,
  type FieldRules,
  isListOf,
  isRecord,
  isText,
  listOf,
  oneOf,
  optional,
} from './check-fields.js';
import { documentedKinds, retryabilities } from './kinds.js';

// Marked as pure, so that bundlers drop the rules when no catalogue is checked.
const kind: FieldRule = /* @__PURE__ */ oneOf(documentedKinds);
const retry: FieldRule = /* @__PURE__ */ oneOf(retryabilities);
const meaning: FieldRule = {
  holds: (value) => isRecord(value) && 'en' in value && isText(value.en) && 'zh' in value && isText(value.zh),
  allowed: 'an object { en, zh } of two texts',
  optional: true,
};
const count: FieldRule = {
  holds: (value) => typeof value === 'number' && value >= 0 && value < 2 ** 31,
  allowed: 'a number from 0 up',
  optional: true,
};
const flag: FieldRule = {
  holds: (value) => typeof value === 'boolean',
  allowed: 'true or false',
  optional: true,
};
const aFunction: FieldRule = {
  holds: (value) => typeof value === 'function',
  allowed: 'a function',
  optional: true,
};

export const statusRules: FieldRules = {
  name: { holds: isText, allowed: 'the name in the documentation, such as "Not Found"' },
  kind,
  or: /* @__PURE__ */ optional(/* @__PURE__ */ listOf(kind)),
  retry,
  retryAfterMs: count,
  meaning,
  source: { holds: isText, allowed: 'where this row is documented, such as "API reference, table 2"' },
};

export const codeRules: FieldRules = {
  kind: /* @__PURE__ */ optional(kind),
  retry: /* @__PURE__ */ optional(retry),
  retryAfterMs: count,
  reauthenticate: { holds: (value) => value === true, allowed: 'true, or leave it out', optional: true },
  statuses: {
    holds: /* @__PURE__ */ isListOf((value) => Number.isInteger(value)),
    allowed: 'a list of status codes, such as [404]',
    optional: true,
  },
  meaning,
  remedy: meaning,
  source: { holds: isText, allowed: 'where this code is documented, such as "API reference, table 2"' },
};

export const operationRules: FieldRules = {
  method: {
    holds: (value) => typeof value === 'string' && /^[A-Z]+$/.test(value),
    allowed: 'an HTTP method in capitals, such as POST',
  },
  path: {
    holds: (value) => typeof value === 'string' && value.startsWith('/'),
    allowed: 'a path such as /orders/{id}',
  },
  repeatable: flag,
  task: {
    holds: isTask,
    allowed: 'an object { dialect, id } of two texts. It may also have field and words; id may then be empty',
    optional: true,
  },
};

const states = ['running', 'done', 'failed', 'cancelled'];

function isTask(task: unknown): boolean {
  if (!isRecord(task)) return false;
  const { dialect, id, field, words, ...unknown }: { readonly [part: string]: unknown } = { ...task };
  const read = field !== undefined || words !== undefined;
  return (
    isText(dialect) &&
    (isText(id) || (id === '' && read)) &&
    (field === undefined || isText(field)) &&
    (words === undefined || isWords(words)) &&
    Object.keys(unknown).length === 0
  );
}

function isWords(words: unknown): boolean {
  if (!isRecord(words)) return false;
  return Object.entries(words).every(([state, list]) => states.includes(state) && isListOf(isText)(list));
}

function isDialect(value: unknown): boolean {
  if (!isRecord(value) || !('name' in value && 'start' in value && 'read' in value)) return false;
  return isText(value.name) && typeof value.start === 'function' && typeof value.read === 'function';
}

/** The fields of retry advice that only a catalogue has. The client checks the other fields as its own options. */
export const adviceRules: FieldRules = {
  retries: count,
  attemptTimeoutMs: count,
  baseDelayMs: count,
  throttleDelayMs: count,
  maxDelayMs: count,
  maxHintMs: count,
  idempotencyKey: { holds: (value) => value === true, allowed: 'true, or leave it out', optional: true },
  source: {
    holds: isText,
    allowed: 'where the advice is documented, such as "Best practices"',
    optional: true,
  },
};

export const catalogueRules: FieldRules = {
  name: { holds: isText, allowed: 'a text that is not empty' },
  source: { holds: isText, allowed: 'where the API is documented, such as "Shop API reference"' },
  statuses: {
    holds: (value) => isRecord(value) && Object.keys(value).length > 0,
    allowed: 'an object with at least one status code',
  },
  codes: { holds: isRecord, allowed: 'an object of error codes', optional: true },
  operations: { holds: Array.isArray, allowed: 'a list of objects { method, path }', optional: true },
  retry: { holds: isRecord, allowed: 'an object of retry advice', optional: true },
  dialects: {
    holds: /* @__PURE__ */ isListOf(isDialect),
    allowed: 'a list of dialects that defineDialect returned',
    optional: true,
  },
  requestId: {
    holds: /* @__PURE__ */ isListOf(isText),
    allowed: 'a list of header names, such as ["x-request-id"]',
    optional: true,
  },
  retryHeader: { holds: isText, allowed: 'a header name, such as "stripe-should-retry"', optional: true },
  readProblem: aFunction,
  readHint: aFunction,
};
