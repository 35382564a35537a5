import { maxTimerMs } from '../retry/clock.js';
import { expect, expectKnown } from '../semantics/configuration-error.js';
import type { Dialect } from '../semantics/dialect.js';
import { defineDialect } from './define-dialect.js';
import { originOfAddress } from './origin-of-address.js';

/** How delayed tasks are followed. */
export interface DelayedOptions {
  /** Dialects of your own, tried before those that are built in. Default: none. */
  readonly dialects?: readonly Dialect[];
  /** Milliseconds before the first poll, then 1.5 times as long for each, where the server names no time. Default 2,000. */
  readonly pollIntervalMs?: number;
  /** The longest wait between polls that is not the server's own word. Default 30,000 ms. */
  readonly maxPollIntervalMs?: number;
  /** Milliseconds for all waits and polls of one task. Default: no limit. */
  readonly deadlineMs?: number;
  /** Polls that may be under way at once, over all tasks of the client. Default 20. */
  readonly concurrency?: number;
  /** Origins, beside the one that started a task, to which its monitor and result may lead. They get no credentials. Default: none. */
  readonly trustedOrigins?: readonly string[];
}

/** The options, checked and completed. */
export interface DelayedSettings {
  /** The caller's own, and those of the catalogue. */
  readonly dialects: readonly Dialect[];
  readonly pollIntervalMs: number;
  readonly maxPollIntervalMs: number;
  readonly deadlineMs: number | undefined;
  readonly concurrency: number;
  readonly trustedOrigins: readonly string[];
}

/** The defaults, all in one place. */
export const delayedDefaults: DelayedSettings = {
  dialects: [],
  pollIntervalMs: 2_000,
  maxPollIntervalMs: 30_000,
  deadlineMs: undefined,
  concurrency: 20,
  trustedOrigins: [],
};

/** Checks the options where they are given, and puts them over those that they were given over. */
export function readDelayed(
  options: DelayedOptions | undefined,
  base: DelayedSettings,
  path: string,
): DelayedSettings {
  if (options === undefined) return base;
  const given: unknown = options;
  expect(typeof given === 'object' && given !== null, path, given, 'an object of options for delayed tasks');
  expectKnown(options, Object.keys(delayedDefaults), path);
  for (const name of ['pollIntervalMs', 'maxPollIntervalMs', 'deadlineMs'] as const) {
    const value = options[name];
    const holds = value === undefined || (typeof value === 'number' && value >= 1 && value <= maxTimerMs);
    expect(holds, `${path}.${name}`, value, `milliseconds from 1 to ${maxTimerMs}`);
  }
  const { dialects = [], concurrency = base.concurrency, trustedOrigins = base.trustedOrigins } = options;
  expect(
    Number.isInteger(concurrency) && concurrency >= 1,
    `${path}.concurrency`,
    concurrency,
    'a whole number from 1',
  );
  expect(Array.isArray(dialects), `${path}.dialects`, dialects, 'a list of dialects');
  expect(Array.isArray(trustedOrigins), `${path}.trustedOrigins`, trustedOrigins, 'a list of origins');
  for (const origin of trustedOrigins) {
    const isOrigin = originOfAddress(origin) === origin;
    expect(isOrigin, `${path}.trustedOrigins`, origin, 'an origin such as https://api.example.com');
  }
  return {
    dialects: [...dialects.map(defineDialect), ...base.dialects],
    pollIntervalMs: options.pollIntervalMs ?? base.pollIntervalMs,
    maxPollIntervalMs: options.maxPollIntervalMs ?? base.maxPollIntervalMs,
    deadlineMs: options.deadlineMs ?? base.deadlineMs,
    concurrency,
    trustedOrigins,
  };
}
