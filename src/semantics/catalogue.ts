import type { Dialect } from './dialect.js';
import type { DocumentedKind, Retryability } from './kinds.js';
import type { Operation } from './operation.js';

export type { Operation, TaskOperation } from './operation.js';

/** A meaning in our own words. The names and numbers are the documentation's. */
export interface Meaning {
  readonly en: string;
  readonly zh: string;
}

/** One documented status code. */
export interface StatusEntry {
  /** The name exactly as the documentation prints it. */
  readonly name: string;
  readonly kind: DocumentedKind;
  /** The other kinds that a code in the body can give to this status. The types know them. */
  readonly or?: readonly DocumentedKind[];
  readonly retry: Retryability;
  /** The wait after throttling, in milliseconds, when the answer names no time. It doubles with each retry. */
  readonly retryAfterMs?: number;
  readonly meaning?: Meaning;
  /** Where this row is documented: a document and section, or an address. */
  readonly source: string;
}

/** One documented error code. It refines the meaning of its status. */
export interface CodeEntry {
  /** The kind, if it differs from the kind of the status. The status must name it in `or`. */
  readonly kind?: DocumentedKind;
  /** The retryability, if it differs from the retryability of the status. */
  readonly retry?: Retryability;
  /** The wait after throttling, if it differs from the wait of the status. See {@link StatusEntry}. */
  readonly retryAfterMs?: number;
  /** The credentials are stale: new ones and one more attempt may help. */
  readonly reauthenticate?: true;
  /** The statuses that the code is documented with. Without this list, the code refines every status. */
  readonly statuses?: readonly number[];
  readonly meaning?: Meaning;
  /** What the caller can do about it, in our own words. */
  readonly remedy?: Meaning;
  readonly source: string;
}

/** What the documentation advises about retries. A client uses this advice as its defaults. */
export interface RetryAdvice {
  /** Retries after the first attempt. */
  readonly retries?: number;
  /** The longest time of one attempt, in milliseconds, when axios's `timeout` is not set. */
  readonly attemptTimeoutMs?: number;
  readonly baseDelayMs?: number;
  readonly throttleDelayMs?: number;
  readonly maxDelayMs?: number;
  readonly maxHintMs?: number;
  /** True when the API recognises a repeated POST by its `Idempotency-Key`. Every POST and PATCH then gets a random key. */
  readonly idempotencyKey?: true;
  readonly source?: string;
}

/** What is wrong with one field of the request. */
export interface FieldProblem {
  /** The field as the API names it: `email`, `items[0].name`, `#/age`. */
  readonly path: string;
  readonly message?: string;
  readonly code?: string;
}

/**
 * What an error body says, in one shape for all vendors. All texts come from the server, and are
 * cut to 500 characters. Escape them before you put them into a page.
 */
export interface Problem<Code extends string = string> {
  /** The API's error code, also where it is a number on the wire: `KMS.0205`, `NOT_FOUND`, `1101`. */
  readonly code?: Code;
  /** What the catalogue says about this code with this status: its meaning, its remedy, its source. */
  readonly documented?: CodeEntry;
  /** A text to print: the message, `detail` or `title` of the body, or the title of an HTML page. */
  readonly message?: string;
  /** The id of the request, from the body or a header. Name it when you ask the API's support. */
  readonly requestId?: string;
  /** RFC 9457, 3.1.3: a summary of this type of problem. */
  readonly title?: string;
  /** RFC 9457, 3.1.4: an explanation of this one occurrence. */
  readonly detail?: string;
  /** RFC 9457, 3.1.1: the URI that names the type of problem. Other formats have a word, such as `card_error`. */
  readonly type?: string;
  /** The fields with an error, as the body names them; at most 100. */
  readonly fields?: readonly FieldProblem[];
  /** The body: parsed if it is JSON, a text if it is text, and otherwise as it came. */
  readonly details: unknown;
}

/**
 * An API's documentation of its status codes, as data.
 *
 * Write one as `{ … } as const satisfies Catalogue` (or pass a literal to
 * `defineCatalogue`), so that its statuses become types.
 */
export interface Catalogue {
  readonly name: string;
  /** The document that the catalogue was written from. */
  readonly source: string;
  readonly statuses: { readonly [status: number]: StatusEntry };
  readonly codes?: { readonly [code: string]: CodeEntry };
  readonly operations?: readonly Operation[];
  readonly retry?: RetryAdvice;
  /** How the API describes its delayed tasks, if no built-in dialect does. These dialects are tried before the built-in ones. */
  readonly dialects?: readonly Dialect[];
  /** Headers that may carry the id of the request. The first header that is present counts. */
  readonly requestId?: readonly string[];
  /**
   * The header by which the server allows (`true`) or forbids (`false`) to send the same request
   * again, such as `stripe-should-retry`. `false` is a veto. `true` makes every answer transient, but
   * the safety table still decides. Without this field, only `x-should-retry: false` is read.
   */
  readonly retryHeader?: string;
  /**
   * Finds the problem in an error answer of this API. It gets the body (parsed JSON, or a text; for
   * a body above 64 kB, the text of its start), the headers with names in lower case, and the
   * status. For an API without codes, it may make codes from headers or messages, so that cases can
   * be told apart; say so in the `source` of these codes. If it is missing or finds nothing, the
   * built-in readers are tried.
   *
   * Only texts, numbers and `fields` of its result are used. If it throws, it has found nothing: the
   * answer still has a meaning by its status, and a bug in reading the body must not reject the call.
   */
  readonly readProblem?: (
    body: unknown,
    headers: Readonly<Record<string, string>>,
    status: number,
  ) => Omit<Problem, 'details'> | undefined;
  /**
   * Finds in an answer how many milliseconds the server asks to wait, in a header or a field that
   * only this API uses. It is called when no built-in hint is present. It gets the headers with
   * names in lower case, and the body that `readProblem` gets.
   *
   * A result that is not a number from 0 up, or is more than a year, is ignored. If it throws, it has
   * found nothing.
   *
   * @example
   * readHint: (headers) => (headers['x-acme-wait-s'] ? Number(headers['x-acme-wait-s']) * 1000 : undefined)
   */
  readonly readHint?: (headers: Readonly<Record<string, string>>, body: unknown) => number | undefined;
}

/** The statuses that a catalogue documents, as number literals. */
export type Documented<C extends Catalogue> = keyof C['statuses'] & number;
