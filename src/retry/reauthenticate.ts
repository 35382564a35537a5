import { isAxiosFailure } from '../classify/exchange.js';

interface Flight {
  running?: Promise<unknown>;
  endedAt: number;
}
const flights = new WeakMap<() => unknown, Flight>();

/**
 * Runs the user's `reauthenticate` at most once for all requests that need it
 * at the same time; a request that was sent before the last renewal ended just
 * goes again. Resolves to false where credentials could not be renewed.
 */
export async function renewCredentials(reauthenticate: () => unknown, sentAt: number): Promise<boolean> {
  const flight = flights.get(reauthenticate) ?? { endedAt: Number.NEGATIVE_INFINITY };
  flights.set(reauthenticate, flight);
  if (flight.running === undefined && flight.endedAt > sentAt) return true;
  flight.running ??= run(reauthenticate, flight);
  try {
    return (await flight.running) !== false;
  } catch (error) {
    // The renewal's own request failed: this one's 401 stands. Anything else is a bug, and thrown.
    if (isAxiosFailure(error)) return false;
    throw error;
  }
}

async function run(reauthenticate: () => unknown, flight: Flight): Promise<unknown> {
  try {
    const result = await reauthenticate();
    if (result !== false) flight.endedAt = performance.now();
    return result;
  } finally {
    delete flight.running;
  }
}
