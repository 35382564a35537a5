import type { Assessment } from '../classify/assessment.js';
import { fieldsOf, isAxiosFailure } from '../classify/exchange.js';
import { betweenCopies } from '../semantics/between-copies.js';
import type { Clock } from './clock.js';

/** Whether an answer asks for fresh credentials: a 401, or a code that the catalogue marks so. */
export function asksForCredentials({ httpStatus, reauthenticate }: Assessment): boolean {
  return httpStatus === 401 || reauthenticate === true;
}

/** One run of the user's `reauthenticate`, for all requests that wait for it. */
interface Flight {
  readonly startedAt: number;
  readonly result: Promise<unknown>;
  /** What requests wait for that were sent while it runs: its result, or false after a while. */
  late?: Promise<unknown>;
}
/** By the user's function, which two clients may have been given by two copies of this library. */
const flights: WeakMap<() => unknown, Flight> = /* @__PURE__ */ betweenCopies('flights', () => new WeakMap());
const renewedAt: WeakMap<() => unknown, number> = /* @__PURE__ */ betweenCopies(
  'renewedAt',
  () => new WeakMap(),
);

/**
 * How long requests that were sent while a renewal runs wait for its end. One of
 * them may be the renewal's own, for which the renewal in turn waits.
 */
const lateWaitMs = 20_000;

/**
 * Runs the user's `reauthenticate` at most once for all requests that need it
 * at the same time; a request that was sent before the last renewal ended just
 * goes again. Resolves to false where credentials could not be renewed.
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
    // The renewal's own request failed: this one's 401 stands. Anything else is a bug, and thrown.
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
    // Not before the flight is known, so that a request of its own finds it.
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

/** The promise's result, or false where it takes longer. */
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
