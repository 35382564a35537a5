import type { Assessment } from '../classify/assessment.js';
import { fieldsOf, isAxiosFailure } from '../classify/exchange.js';
import { betweenCopies } from '../semantics/between-copies.js';
import type { Clock } from './clock.js';

/** Whether an answer asks for fresh credentials: a 401, or an error code with `reauthenticate` in the catalogue. */
export function asksForCredentials({ httpStatus, reauthenticate }: Assessment): boolean {
  return httpStatus === 401 || reauthenticate === true;
}

/** One run of the user's `reauthenticate`. All requests that need new credentials wait for it. */
interface Flight {
  readonly startedAt: number;
  readonly result: Promise<unknown>;
  /** The result for requests that were sent while the renewal runs. It is false after 20 s. */
  late?: Promise<unknown>;
}
/** The running renewals, by the user's function. Two copies of this library may have the same function. */
const flights: WeakMap<() => unknown, Flight> = /* @__PURE__ */ betweenCopies('flights', () => new WeakMap());
const renewedAt: WeakMap<() => unknown, number> = /* @__PURE__ */ betweenCopies(
  'renewedAt',
  () => new WeakMap(),
);

/**
 * How long a request waits that was sent while the renewal runs. It may be the renewal's own request.
 * Then the two wait for each other, and this limit ends the wait.
 */
const lateWaitMs = 20_000;

/**
 * Runs the user's `reauthenticate` once for all requests that need it at the same time. A request that
 * was sent before the last renewal ended is sent again without a new renewal. Resolves to false if the
 * credentials could not be renewed.
 */
export async function renewCredentials(
  reauthenticate: () => unknown,
  sentAt: number,
  clock: Clock,
): Promise<boolean> {
  const flight = flights.get(reauthenticate);
  const renewed = renewedAt.get(reauthenticate);
  if (flight === undefined && renewed !== undefined && renewed > sentAt) return true;
  try {
    return (await (flight ? join(flight, sentAt, clock) : begin(reauthenticate, clock))) !== false;
  } catch (error) {
    // If the renewal's own HTTP request failed, the 401 is final. Any other error is a bug, and is
    // thrown.
    if (isAxiosFailure(error) || fieldsOf(error).name === 'OutcomeError') return false;
    throw error;
  }
}

function begin(reauthenticate: () => unknown, clock: Clock): Promise<unknown> {
  const result = renew(reauthenticate, clock);
  flights.set(reauthenticate, { startedAt: clock.now(), result });
  return result;
}

async function renew(reauthenticate: () => unknown, clock: Clock): Promise<unknown> {
  try {
    // This waits until `flights` has the renewal, so that a request of `reauthenticate` itself finds it.
    await Promise.resolve();
    const result = await reauthenticate();
    if (result !== false) renewedAt.set(reauthenticate, clock.now());
    return result;
  } finally {
    flights.delete(reauthenticate);
  }
}

function join(flight: Flight, sentAt: number, clock: Clock): Promise<unknown> {
  if (sentAt < flight.startedAt) return flight.result;
  flight.late ??= falseAfter(lateWaitMs, flight.result, clock);
  return flight.late;
}

/** The result of the promise, or false after `ms`. */
async function falseAfter(ms: number, promise: Promise<unknown>, clock: Clock): Promise<unknown> {
  let cancelTimer: (() => void) | undefined;
  const timeout = new Promise((resolve) => {
    cancelTimer = clock.after(ms, () => resolve(false));
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    cancelTimer?.();
  }
}
