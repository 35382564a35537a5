import type { DocumentedKind, Retryability } from './kinds.js';

/** A meaning in our own words; names and numbers are the documentation's. */
export interface Meaning {
  readonly en: string;
  readonly zh: string;
}

/** One documented status code. */
export interface StatusEntry {
  /** The name exactly as the documentation prints it. */
  readonly name: string;
  readonly kind: DocumentedKind;
  /** The other kinds that a body can move this status to. The types carry them. */
  readonly or?: readonly DocumentedKind[];
  readonly retry: Retryability;
  readonly meaning?: Meaning;
  /** Where this row is documented: a document and section, or an address. */
  readonly source: string;
}

/** One documented error code, which refines the status it comes with. */
export interface CodeEntry {
  /** The kind, where it is not the status's own. The status must name it in `or`. */
  readonly kind?: DocumentedKind;
  /** The retryability, where it is not the status's own. */
  readonly retry?: Retryability;
  /** The credentials are stale: new ones and one more attempt may help. */
  readonly reauthenticate?: true;
  /** The statuses it is documented with. Without it, the code refines any status. */
  readonly statuses?: readonly number[];
  readonly meaning?: Meaning;
  readonly source: string;
}

/** A documented call. */
export interface Operation {
  readonly method: string;
  /** The path, with `{param}` for a segment: `/v1.0/{project_id}/kms/describe-key`. */
  readonly path: string;
  /** True: sending the same request twice leaves the same state behind. */
  readonly repeatable?: boolean;
}

/** What the documentation itself advises about retries. The defaults of a client. */
export interface RetryAdvice {
  /** Retries after the first attempt. */
  readonly retries?: number;
  /** Milliseconds that one attempt may take where axios's `timeout` is not set. */
  readonly attemptTimeoutMs?: number;
  readonly baseDelayMs?: number;
  readonly throttleDelayMs?: number;
  readonly maxDelayMs?: number;
  readonly maxHintMs?: number;
  readonly source?: string;
}

/** What an error body says, in one shape for all vendors. */
export interface Problem {
  readonly code?: string;
  readonly message?: string;
  readonly requestId?: string;
  readonly title?: string;
  readonly type?: string;
  /** The body as it came. */
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
  /** Headers that may carry the request's id, the first one found wins. */
  readonly requestId?: readonly string[];
  /**
   * Finds the problem in an error body of this API. Without it, or where it
   * returns undefined, the built-in shapes are tried.
   */
  readonly readProblem?: (body: unknown) => Omit<Problem, 'details'> | undefined;
}

/** The statuses that a catalogue documents, as number literals. */
export type Documented<C extends Catalogue> = keyof C['statuses'] & number;
