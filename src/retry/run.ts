import pRetry from 'p-retry';
import type { Ended } from './attempt.js';
import { type FirstAttempt, LogicalRequest, type Step } from './logical-request.js';
import type { RetryableRequest } from './request.js';

/** Thrown to p-retry to be called again; never seen outside of this file. */
class Again extends Error {
  override readonly name = 'Again';
}

/**
 * Sends a request until it is answered for good. p-retry runs the attempts, and
 * is entered only after a first failure that may be retried. What is no HTTP
 * matter, such as an error of the caller's own hook, is thrown as it is. `sent`
 * is a first attempt that was made already.
 */
export async function runAttempts(request: RetryableRequest, sent?: FirstAttempt): Promise<Ended> {
  const logical = new LogicalRequest(request);
  const first = await (sent ? logical.take(sent) : logical.attempt({ waitMs: 0 }));
  return isEnd(first) ? first : repeat(logical, first);
}

async function repeat(logical: LogicalRequest, first: Step): Promise<Ended> {
  let step = first;
  const result = await pRetry(
    async () => {
      // Decision and wait are one step of ours: p-retry has no delay per error, and
      // the order of its callbacks differs between 7 and 9.
      const next = await logical.attempt(step).catch((thrown: unknown) => ({ thrown }));
      if ('waitMs' in next) {
        step = next;
        throw new Again();
      }
      return next;
    },
    { retries: Number.POSITIVE_INFINITY, minTimeout: 0 },
  );
  // Carried past p-retry, which has rules of its own for a TypeError and for what is no Error.
  if ('thrown' in result) throw result.thrown;
  return result;
}

function isEnd(next: Step | Ended): next is Ended {
  return 'exchange' in next;
}
