import { at } from '../outcome/field.js';
import type { AnyOutcome } from '../outcome/types.js';

/** Makes a copy that Redux and JSON can hold. If the body cannot be copied, the copy has no body. */
export function serializable(outcome: AnyOutcome): unknown {
  try {
    return copyOf(outcome);
  } catch {
    // The body has cycles, getters that throw, or 100,000 levels.
    const { kind, ok, effect, request, attempts, status } = outcome;
    const retry = at(outcome, 'retry');
    const httpStatus = at(outcome, 'httpStatus');
    return copyOf({ kind, ok, effect, request, attempts, status, httpStatus, retry });
  }
}

function copyOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, replace));
}

function replace(this: unknown, key: string, value: unknown): unknown {
  // The value before `toJSON`, since a Buffer would become an array of its bytes.
  const given = at(this, key);
  if (typeof given === 'bigint') return String(given);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return value;
  if (Object.prototype.toString.call(given) === '[object Error]') {
    return { name: at(given, 'name'), message: at(given, 'message'), code: at(given, 'code') };
  }
  // `toJSON` has made a text of a Date or a URL.
  return typeof value !== 'object' || isPlain(given) ? value : undefined;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object of another realm has another Object.prototype. The prototype of that is null as well.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
