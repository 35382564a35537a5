/**
 * Outcomes and errors in logs and error trackers: at most 2 kB, without credentials, in the words of
 * OpenTelemetry's semantic conventions.
 *
 * ```ts
 * import pino from 'pino';
 * import { toLog } from 'axios-outcome/logging';
 *
 * const logger = pino({ serializers: { err: toLog, outcome: toLog } });
 * ```
 *
 * @module
 */
export { context, fingerprint } from './error-tracker.js';
export type { LogFields, LogOptions } from './fields.js';
export { toLog } from './to-log.js';
