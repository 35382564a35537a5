// The matchers of the test kit, in vitest.
import { expect } from 'vitest';
import { outcomeMatchers } from './testing-kit.js';

expect.extend(outcomeMatchers);
expect({}).toHaveOutcome({
  kind: 'unavailable',
  status: 503,
  effect: 'none',
  code: 'KMS.0101',
  stopped: 'budget',
});
expect({}).not.toHaveOutcome({ status: 'other', data: expect.any(String) });
expect({}).toHaveRetried(2);
expect({}).toHaveRetried();
const waits: Promise<void> = expect(Promise.resolve({})).resolves.toHaveOutcome({ kind: 'success' });
void waits;
// @ts-expect-error: no such kind
expect({}).toHaveOutcome({ kind: 'succeeded' });
// @ts-expect-error: no such field
expect({}).toHaveOutcome({ kinds: 'success' });
// @ts-expect-error: not a number
expect({}).toHaveRetried('2');
