// The test kit, without a runner and without msw.
import axios from 'axios';
import { dew } from 'axios-outcome/catalogues/dew';
import {
  delayedTask,
  everyOutcome,
  outcomeMatchers,
  type Step,
  sequence,
  virtualClock,
} from 'axios-outcome/testing';

export const steps: Step[] = [
  503,
  'reset',
  { status: 403, code: 'KMS.0301' },
  { failure: 'dns', latencyMs: 1 },
];
export const http = axios.create({ adapter: sequence(steps, { catalogue: dew }).adapter });
export const names: readonly string[] = everyOutcome(dew, { problem: 'huawei' }).map(({ name }) => name);
export const task = delayedTask('location', { states: ['running', { state: 'done' }] });
export const seven: Promise<7> = virtualClock().run(async () => 7 as const);
export { outcomeMatchers };

// @ts-expect-error: no such failure
sequence(['resett']);
// @ts-expect-error: no such dialect
delayedTask('soap');
// @ts-expect-error: no such state
delayedTask('location', { states: ['finished'] });
// @ts-expect-error: no such shape
everyOutcome(dew, { problem: 'soap' });
