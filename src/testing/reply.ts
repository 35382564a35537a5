import type { TransportFailureName } from './transport-failures.js';

/** A request as it reached the test kit. Nothing is redacted here: a test may ask for the credentials sent. */
export interface ReceivedRequest {
  /** In capitals. */
  readonly method: string;
  /** Absolute; with the query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it was sent: a text where it was one. */
  readonly body: unknown;
  /** When it came, in milliseconds since the epoch; by the virtual clock where there is one. */
  readonly receivedAt: number;
}

/** An answer as it goes over the wire. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds until it comes. */
  readonly latencyMs: number;
  /** The connection ends in the middle of the body. */
  readonly cut?: true;
}

/** No answer at all. */
export interface NoAnswer {
  readonly failure: TransportFailureName;
  /** Milliseconds until it fails. */
  readonly latencyMs: number;
}

/** What a request is answered with. */
export type Reply = Answer | NoAnswer;
