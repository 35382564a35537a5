import { type } from 'arktype';
import axios from 'axios';
import * as v from 'valibot';
import { describe, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { dew } from '../../src/catalogues/dew/index.js';
import {
  attachOutcomes,
  defineCatalogue,
  extendCatalogue,
  isRetryable,
  match,
  type Outcome,
  outcomeOf,
  type Problem,
  type ProblemOf,
  type Stopped,
  type TaskFailed,
  unwrap,
} from '../../src/index.js';

interface Key {
  readonly id: number;
}
const key = z.object({ id: z.string().transform(Number) });
const missing = v.object({ missing: v.string() });
const busy = type({ busy: 'boolean' });
const kms = attachOutcomes(axios.create(), { catalogue: dew });
declare const outcome: Outcome<typeof dew, Key>;

describe('schemas of a call', () => {
  it('type the data and the problem of their statuses by their outputs', async () => {
    const found = await kms.get('/a', { responses: { 200: key, 404: missing, 503: busy } });
    if (found.status === 200) expectTypeOf(found.data).toEqualTypeOf<{ id: number }>();
    if (found.status === 404) expectTypeOf(found.problem).toEqualTypeOf<{ missing: string }>();
    if (found.status === 503) {
      expectTypeOf(found.problem).toEqualTypeOf<{ busy: boolean }>();
      expectTypeOf(found.retry.stopped).toEqualTypeOf<Stopped>();
    }
    expectTypeOf(unwrap(found)).toEqualTypeOf<{ id: number }>();
    const nested = await kms.post('/a', {}, { outcome: { responses: { 200: key }, retry: { retries: 0 } } });
    if (nested.status === 200) expectTypeOf(nested.data).toEqualTypeOf<{ id: number }>();
    const plain = await kms.request({ url: '/a', responses: { 200: key } });
    if (plain.kind === 'success') expectTypeOf(plain.data).toEqualTypeOf<{ id: number }>();
  });

  it('leave statuses without one unknown, and their problems a Problem', async () => {
    const found = await kms.get('/a', { responses: { 404: missing } });
    if (found.status === 200) expectTypeOf(found.data).toEqualTypeOf<unknown>();
    if (found.status === 202) expectTypeOf(found.data).toEqualTypeOf<unknown>();
    if (found.status === 403) expectTypeOf(found.problem).toEqualTypeOf<ProblemOf<typeof dew>>();
    if (found.status === 'other') expectTypeOf(found.data).toEqualTypeOf<unknown>();
    if (found.kind === 'rejected') {
      expectTypeOf(found.problem).toEqualTypeOf<{ missing: string } | ProblemOf<typeof dew>>();
    }
  });

  it('type both kinds of a status that a body can move', async () => {
    const found = await kms.get('/a', { responses: { 400: missing } });
    if (found.status === 400) {
      expectTypeOf(found.kind).toEqualTypeOf<'rejected' | 'unavailable'>();
      expectTypeOf(found.problem).toEqualTypeOf<{ missing: string }>();
    }
  });

  it('type only the sort of body that the status has by its row: data, or a problem', async () => {
    const shop = defineCatalogue({
      name: 'Shop',
      source: 'docs',
      statuses: {
        200: { name: 'OK', kind: 'success', or: ['rejected', 'delayed'], retry: 'never', source: 'docs' },
        400: { name: 'Bad', kind: 'rejected', or: ['success'], retry: 'never', source: 'docs' },
      },
    });
    const client = attachOutcomes(axios.create(), { catalogue: shop });
    const found = await client.get('/a', { responses: { 200: key, 400: missing } });
    if (found.status === 200) {
      if (found.kind === 'rejected') expectTypeOf(found.problem).toEqualTypeOf<ProblemOf<typeof shop>>();
      else expectTypeOf(found.data).toEqualTypeOf<{ id: number }>();
    }
    if (found.status === 400) {
      if (found.kind === 'success') expectTypeOf(found.data).toEqualTypeOf<unknown>();
      else expectTypeOf(found.problem).toEqualTypeOf<{ missing: string }>();
    }
    const both = await client.get('/a', { responses: { 200: key, problem: busy } });
    if (both.status === 200 && both.kind === 'rejected') {
      expectTypeOf(both.problem).toEqualTypeOf<{ busy: boolean }>();
    }
    if (both.kind === 'malformed') expectTypeOf(both.task?.token).toEqualTypeOf<string | undefined>();
  });

  it('as `problem` type every error without its own', async () => {
    const found = await kms.get('/a', { responses: { problem: busy, 404: missing } });
    if (found.status === 404) expectTypeOf(found.problem).toEqualTypeOf<{ missing: string }>();
    if (found.status === 500) expectTypeOf(found.problem).toEqualTypeOf<{ busy: boolean }>();
    if (found.status === 200) expectTypeOf(found.data).toEqualTypeOf<unknown>();
  });

  it('are refused for a status that is not documented, and where they are none', () => {
    // @ts-expect-error DEW documents no 418
    void kms.get('/a', { responses: { 200: key, 418: busy } });
    // @ts-expect-error DEW documents no 418
    void kms.get('/a', { outcome: { responses: { 418: busy } } });
    // @ts-expect-error a misspelt `problem`
    void kms.get('/a', { responses: { problems: busy } });
    // @ts-expect-error no Standard Schema
    void kms.get('/a', { responses: { 200: {} } });
    // @ts-expect-error the data is either told by D or found by a schema
    void kms.get<Key>('/a', { responses: { 200: key } });
    // @ts-expect-error DEW documents no 418
    attachOutcomes(axios.create(), { catalogue: dew, responses: { 418: busy } });
    // @ts-expect-error HTTP documents no 299
    void outcomeOf(axios.get('/a'), { responses: { 299: key } });
  });

  it('keep the other options of the config checked', () => {
    // @ts-expect-error no such option
    void kms.get('/a', { responses: { 200: key }, outcome: { retry: { retrys: 1 } } });
    // @ts-expect-error no such option
    void kms.get('/a', { responses: { 200: key }, timeoout: 1 });
  });

  it('count where the config is a variable', async () => {
    const config = { timeout: 1000, responses: { 200: key } };
    const found = await kms.get('/a', config);
    if (found.status === 200) expectTypeOf(found.data).toEqualTypeOf<{ id: number }>();
  });
});

describe('schemas of a client', () => {
  const client = attachOutcomes(axios.create(), { catalogue: dew, responses: { 200: key, problem: busy } });

  it('type every call, and outcomeOf', async () => {
    const found = await client.get('/a');
    if (found.status === 200) expectTypeOf(found.data).toEqualTypeOf<{ id: number }>();
    if (found.status === 404) expectTypeOf(found.problem).toEqualTypeOf<{ busy: boolean }>();
    const made = await client.outcomeOf(axios.get('/a'));
    if (made.status === 200) expectTypeOf(made.data).toEqualTypeOf<{ id: number }>();
  });

  it("give way to a call's own", async () => {
    const found = await client.get('/a', { responses: { 200: missing, 404: key } });
    if (found.status === 200) expectTypeOf(found.data).toEqualTypeOf<{ missing: string }>();
    if (found.status === 404) expectTypeOf(found.problem).toEqualTypeOf<{ id: number }>();
    if (found.status === 403) expectTypeOf(found.problem).toEqualTypeOf<{ busy: boolean }>();
  });

  it('leave D to the statuses without one', async () => {
    const only = attachOutcomes(axios.create(), { responses: { 200: key } });
    const found = await only.get<Key[]>('/a');
    if (found.status === 200) expectTypeOf(found.data).toEqualTypeOf<{ id: number }>();
    if (found.status === 201) expectTypeOf(found.data).toEqualTypeOf<Key[]>();
  });
});

describe('schemas of outcomeOf', () => {
  it('type by status', async () => {
    const found = await outcomeOf(axios.get('/a'), { catalogue: dew, responses: { 200: key, 404: missing } });
    if (found.status === 200) expectTypeOf(found.data).toEqualTypeOf<{ id: number }>();
    if (found.status === 404) expectTypeOf(found.problem).toEqualTypeOf<{ missing: string }>();
    if (found.status === 403) expectTypeOf(found.problem).toExtend<Problem>();
  });
});

describe('schemas of a task that is resumed', () => {
  it('type its result as they type that of the call which began it', async () => {
    const call = () => kms.post('/a', {}, { responses: { 200: key, 404: missing } });
    const resumed = await kms.resume('token', { responses: { 200: key, 404: missing }, deadlineMs: 1000 });
    expectTypeOf(resumed).toEqualTypeOf<
      Awaited<ReturnType<typeof call>> | TaskFailed<ProblemOf<typeof dew>>
    >();
    const ended = await kms.complete(resumed);
    if (ended.status === 200) expectTypeOf(ended.data).toEqualTypeOf<{ id: number }>();
  });

  it('go over those of the client', async () => {
    const client = attachOutcomes(axios.create(), { catalogue: dew, responses: { 200: key, problem: busy } });
    const resumed = await client.resume('token', { responses: { 200: missing } });
    if (resumed.status === 200) expectTypeOf(resumed.data).toEqualTypeOf<{ missing: string }>();
    if (resumed.status === 404) expectTypeOf(resumed.problem).toEqualTypeOf<{ busy: boolean }>();
    const own = await client.resume('token');
    if (own.status === 200) expectTypeOf(own.data).toEqualTypeOf<{ id: number }>();
  });

  it('are refused for a status that is not documented, and beside a type that is told by hand', () => {
    // @ts-expect-error DEW documents no 418
    void kms.resume('token', { responses: { 418: key } });
    // @ts-expect-error the data is either told by D or found by a schema
    void kms.resume<Key>('token', { responses: { 200: key } });
    // @ts-expect-error complete and watch know the schemas of their call
    void kms.complete(outcome, { responses: { 200: key } });
  });

  it('need not be there: the data is then told by D', async () => {
    const resumed = await kms.resume<Key>('token', { deadlineMs: 1000 });
    expectTypeOf(resumed).toEqualTypeOf<Outcome<typeof dew, Key> | TaskFailed<ProblemOf<typeof dew>>>();
  });
});

describe('match', () => {
  it('gives each function its own kind, with the types of the schemas', async () => {
    const found = await kms.get('/a', { responses: { 200: key, 404: missing } });
    match(found, {
      success: ({ data }) => expectTypeOf(data).toEqualTypeOf<{ id: number }>(),
      delayed: ({ task }) => expectTypeOf(task.retryAfterMs).toEqualTypeOf<number | undefined>(),
      empty: () => 0,
      choices: ({ alternatives }) => alternatives.length,
      rejected: (rejected) =>
        rejected.status === 404
          ? expectTypeOf(rejected.problem).toEqualTypeOf<{ missing: string }>()
          : expectTypeOf(rejected.problem).toEqualTypeOf<ProblemOf<typeof dew>>(),
      unavailable: ({ retry }) => retry.retryAt,
      failed: ({ status }) => status,
      unexpected: ({ httpStatus }) => httpStatus,
      malformed: ({ issues }) => issues.length,
      unreachable: ({ code }) => code,
      cancelled: ({ effect }) => effect,
    });
    // @ts-expect-error a kind is missing: cancelled
    match(found, {
      success: () => 1,
      delayed: () => 1,
      empty: () => 1,
      choices: () => 1,
      rejected: () => 1,
      unavailable: () => 1,
      failed: () => 1,
      unexpected: () => 1,
      malformed: () => 1,
      unreachable: () => 1,
    });
  });
});

describe('problem.code', () => {
  it('narrows to the literal, by === and by switch', () => {
    if (outcome.kind !== 'rejected') return;
    const { problem } = outcome;
    if (problem.code === 'KMS.0205') expectTypeOf(problem.code).toEqualTypeOf<'KMS.0205'>();
    if (outcome.problem.code === 'KMS.0205') {
      expectTypeOf(outcome.problem.code).toEqualTypeOf<'KMS.0205'>();
    }
    switch (outcome.problem.code) {
      case 'KMS.0301':
      case 'KMS.0302':
        expectTypeOf(outcome.problem.code).toEqualTypeOf<'KMS.0301' | 'KMS.0302'>();
        break;
      default:
        expectTypeOf(outcome.problem.code).toExtend<string | undefined>();
    }
  });

  it('is a text like any other, and an undocumented one is compared as such', () => {
    if (outcome.kind !== 'rejected') return;
    expectTypeOf(outcome.problem.code).toExtend<string | undefined>();
    expectTypeOf(outcome.problem.code?.toLowerCase()).toEqualTypeOf<string | undefined>();
    // @ts-expect-error DEW documents no such code
    if (outcome.problem.code === 'KMS.9999') return;
    const code: string | undefined = outcome.problem.code;
    if (code === 'KMS.9999') return;
  });

  it('has the codes of an extension too, and is any text where none are documented', async () => {
    const extended = extendCatalogue(dew, { codes: { 'X.1': { source: 'wiki' } } });
    const found = await attachOutcomes(axios.create(), { catalogue: extended }).get('/a');
    if (found.kind === 'rejected' && found.problem.code === 'X.1') {
      expectTypeOf(found.problem.code).toEqualTypeOf<'X.1'>();
    }
    const plain = await attachOutcomes(axios.create()).get('/a');
    if (plain.kind === 'rejected') expectTypeOf(plain.problem.code).toEqualTypeOf<string | undefined>();
  });
});

describe('isRetryable', () => {
  it('narrows to the kinds that were tried again, and takes none of them away otherwise', () => {
    if (isRetryable(outcome)) {
      expectTypeOf(outcome.kind).toEqualTypeOf<
        'unavailable' | 'failed' | 'unexpected' | 'malformed' | 'unreachable'
      >();
      expectTypeOf(outcome.retry.retryAt).toEqualTypeOf<number | undefined>();
    } else {
      expectTypeOf(outcome.kind).toEqualTypeOf<Outcome<typeof dew>['kind']>();
    }
  });
});

describe('a union of clients', () => {
  it('can be called', async () => {
    const clients = [kms, attachOutcomes(axios.create())];
    for (const client of clients) {
      const found = await client.get<Key>('/a');
      if (found.kind === 'success') expectTypeOf(found.data).toEqualTypeOf<Key>();
    }
  });
});
