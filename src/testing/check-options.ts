import { checkFields, type FieldRule, type FieldRules, isRecord } from '../semantics/check-fields.js';
import { expect } from '../semantics/configuration-error.js';

/** Refuses options that are not an object, are unknown, or have a wrong value. The error names the option. */
export function checkOptions(options: unknown, of: string, rules: FieldRules): void {
  expect(
    isRecord(options),
    `the options of ${of}`,
    options,
    `an object with some of: ${Object.keys(rules).join(', ')}`,
  );
  checkFields(options, rules, (name) => `${name} of ${of}`);
}

/** The milliseconds that a reply takes, in the range of a timer. */
export const latency: FieldRule = {
  holds: (value) => typeof value === 'number' && value >= 0 && value < 2 ** 31,
  allowed: 'milliseconds from 0 up',
  optional: true,
};

/** RFC 9110, 10.2.3: delay-seconds are whole numbers. */
export const wholeSeconds: FieldRule = {
  holds: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  allowed: 'whole seconds from 0 up',
  optional: true,
};

/** The value is checked where it is used. */
export const anything: FieldRule = { holds: () => true, allowed: 'anything', optional: true };
