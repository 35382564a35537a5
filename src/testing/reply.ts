import type { TransportFailureName } from './transport-failures.js';

/** A request as the test kit got it. It is not redacted, so that a test can check the credentials. */
export interface ReceivedRequest {
  /** The method, in capitals. */
  readonly method: string;
  /** The absolute address, with the query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it was sent; a text stays a text. */
  readonly body: unknown;
  /** When the request came, in milliseconds since the epoch, by the virtual clock if there is one. */
  readonly receivedAt: number;
}

/** An answer of the kit. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds until the answer comes. */
  readonly latencyMs: number;
  /** True if the connection ends within the body. */
  readonly cut?: true;
}

/** No answer at all. */
export interface NoAnswer {
  readonly failure: TransportFailureName;
  /** Milliseconds until the request fails. */
  readonly latencyMs: number;
}

/** The reply to a request. */
export type Reply = Answer | NoAnswer;
