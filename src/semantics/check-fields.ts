import { expect, expectField } from './configuration-error.js';

/** What a field may hold. `allowed` says what to write: `a number from 0 up`. */
export interface FieldRule {
  readonly holds: (value: unknown) => boolean;
  readonly allowed: string;
  readonly optional?: true;
}
export type FieldRules = { readonly [field: string]: FieldRule };

/** Checks a record field by field. A field without a rule counts as a misspelling. */
export function checkFields(record: object, rules: FieldRules, label: (field: string) => string): void {
  for (const field of Object.keys(record)) {
    expectField(field, Object.keys(rules), label(field), fieldOf(record, field));
  }
  for (const [field, { holds, allowed, optional }] of Object.entries(rules)) {
    const value = fieldOf(record, field);
    expect((optional && value === undefined) || holds(value), label(field), value, allowed);
  }
}

function fieldOf(record: object, field: string): unknown {
  return Object.getOwnPropertyDescriptor(record, field)?.value;
}

export function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isListOf(holds: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(holds);
}

/** A list in which every item follows the rule. */
export function listOf({ holds, allowed }: FieldRule): FieldRule {
  return { holds: isListOf(holds), allowed: `a list of items, each ${allowed}` };
}

/** A field that holds one of the given words. */
export function oneOf(words: readonly unknown[]): FieldRule {
  return { holds: (value) => words.includes(value), allowed: `one of: ${words.join(', ')}` };
}

/** The same rule for an optional field. */
export function optional(rule: FieldRule): FieldRule {
  return { ...rule, optional: true };
}
