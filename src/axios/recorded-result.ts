import type { Ended } from '../retry/attempt.js';
import { betweenCopies, betweenVersions } from '../semantics/between-copies.js';
import type { Settings } from './options.js';
import type { Addressed } from './request-address.js';

/** How a logical request ended, kept beside the response or error that the caller gets. */
export interface Recorded {
  readonly ended: Ended;
  readonly config: Addressed;
  readonly settings: Settings;
}

/** Returns the object that it is given: what extends it puts its private fields on that object. */
class OnObject {
  constructor(target: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is what the class is for.
    return target;
  }
}

/**
 * Leaves the record on the response or error itself, as a private field: nothing
 * can enumerate, print, clone or copy it, so a logged response says no more than
 * one of bare axios. A WeakMap would do the same, but costs a healthy request a
 * tenth of its time (the benchmark's in-memory row).
 */
class Carrier extends OnObject {
  #recorded: Recorded;

  private constructor(target: object, recorded: Recorded) {
    super(target);
    this.#recorded = recorded;
  }

  static put(target: object, recorded: Recorded): void {
    if (#recorded in target) target.#recorded = recorded;
    else new Carrier(target, recorded);
  }

  static get(target: object): Recorded | undefined {
    return #recorded in target ? target.#recorded : undefined;
  }
}

/** One class for all copies, since each would look for a field of its own. */
const carrier: typeof Carrier = /* @__PURE__ */ betweenCopies('records', () => Carrier);

export function record(key: unknown, recorded: Recorded): void {
  if (typeof key !== 'object' || key === null) return;
  try {
    carrier.put(key, recorded);
  } catch {
    // An engine may refuse the field on an object that an adapter froze.
  }
}

export function recordedOf(key: unknown): Recorded | undefined {
  return typeof key === 'object' && key !== null ? carrier.get(key) : undefined;
}

const callersOwn: WeakSet<object> = /* @__PURE__ */ betweenVersions('disowned', () => new WeakSet());

/** Remembers an error that the caller's own hook threw: an outcome would be one of another request. */
export function disown(error: unknown): void {
  if (typeof error === 'object' && error !== null) callersOwn.add(error);
}

export function isDisowned(error: unknown): boolean {
  return typeof error === 'object' && error !== null && callersOwn.has(error);
}
