import axios from 'axios';
import { describe, expectTypeOf, it } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { http } from '../../src/catalogues/http/index.js';
import {
  attachOutcomes,
  type Catalogue,
  defineCatalogue,
  extendCatalogue,
  match,
  type Outcome,
  outcomeOf,
  type Problem,
  unwrap,
} from '../../src/index.js';

interface Key {
  readonly id: number;
}
const kms = attachOutcomes(axios.create(), { catalogue: dew });
declare const outcome: Outcome<typeof dew, Key>;

describe('the union of a catalogue (docs/reading-outcomes.md: kind is the first discriminant, status the second)', () => {
  it('narrows kind and data by status', () => {
    if (outcome.status === 200) {
      expectTypeOf(outcome.kind).toEqualTypeOf<'success' | 'delayed'>();
      expectTypeOf(outcome.ok).toEqualTypeOf<true>();
    }
    if (outcome.kind === 'success') {
      expectTypeOf(outcome.status).toEqualTypeOf<200>();
      expectTypeOf(outcome.data).toEqualTypeOf<Key>();
    }
    if (outcome.status === 202) {
      expectTypeOf(outcome.kind).toEqualTypeOf<'delayed'>();
      expectTypeOf(outcome.task.retryAfterMs).toEqualTypeOf<number | undefined>();
    }
    if (outcome.status === 'other') expectTypeOf(outcome.kind).toEqualTypeOf<'unexpected' | 'malformed'>();
  });

  it('gives a status that a body can move both kinds', () => {
    if (outcome.kind === 'delayed') {
      // DEW answers 200 where it starts to bind a key pair.
      expectTypeOf(outcome.status).toEqualTypeOf<200 | 202>();
      expectTypeOf(outcome.data).toEqualTypeOf<unknown>();
    }
    if (outcome.status === 400) expectTypeOf(outcome.kind).toEqualTypeOf<'rejected' | 'unavailable'>();
    if (outcome.kind === 'unavailable') {
      expectTypeOf(outcome.status).toEqualTypeOf<400 | 408 | 429 | 502 | 503 | 504>();
      expectTypeOf(outcome.problem).toExtend<Problem>();
    }
  });

  it('refuses a status and a kind that the catalogue does not document', () => {
    // @ts-expect-error 418 is not documented by DEW
    if (outcome.status === 418) return;
    // @ts-expect-error DEW documents no 304
    if (outcome.kind === 'unmodified') return;
  });

  it('knows good news by ok', () => {
    if (outcome.ok) expectTypeOf(outcome.kind).toEqualTypeOf<'success' | 'delayed' | 'empty'>();
  });

  it('has the kinds of HTTP itself by default', async () => {
    const plain = await attachOutcomes(axios.create()).get<Key>('/x');
    if (plain.status === 304) expectTypeOf(plain.kind).toEqualTypeOf<'unmodified'>();
    if (plain.kind === 'empty') expectTypeOf(plain.status).toEqualTypeOf<204 | 205>();
    const documented = await attachOutcomes(axios.create(), { catalogue: http }).get<Key>('/x');
    if (documented.kind === 'choices') expectTypeOf(documented.status).toEqualTypeOf<300>();
    // @ts-expect-error 299 is not in the IANA registry
    if (plain.status === 299) return;
  });
});

describe('the client', () => {
  it('types the data of each method', async () => {
    const found = await kms.post<Key>('/v1.0/p/kms/describe-key', {});
    expectTypeOf(found).toEqualTypeOf<Outcome<typeof dew, Key>>();
    const unknown = await kms.get('/x');
    if (unknown.kind === 'success') expectTypeOf(unknown.data).toEqualTypeOf<unknown>();
  });

  it('takes retry options per request, and refuses what does not exist', () => {
    void kms.get('/x', { outcome: { retry: { retries: 0, deadlineMs: 1000 } } });
    // @ts-expect-error no such option
    void kms.get('/x', { outcome: { retry: { retrys: 0 } } });
    // @ts-expect-error no such option
    attachOutcomes(axios.create(), { catalog: dew });
  });
});

describe('match and unwrap', () => {
  it('match wants a function for every kind, or _', () => {
    const text = match(outcome, {
      success: ({ data }) => String(data.id),
      delayed: ({ task }) => String(task.retryAfterMs),
      empty: () => '',
      choices: ({ alternatives }) => alternatives.join(),
      rejected: ({ problem }) => problem.code ?? '',
      unavailable: ({ retry }) => String(retry.retryAt),
      failed: ({ status }) => String(status satisfies 500 | 501),
      unexpected: ({ httpStatus }) => String(httpStatus),
      malformed: ({ issues }) => String(issues.length),
      unreachable: ({ code }) => code,
      cancelled: ({ effect }) => effect,
    });
    expectTypeOf(text).toExtend<string>();
    match(outcome, { success: () => 1, _: () => 0 });
    // @ts-expect-error the other kinds are missing
    match(outcome, { success: () => 1 });
    // @ts-expect-error DEW has no unmodified
    match(outcome, { unmodified: () => 1, _: () => 0 });
  });

  it('unwrap returns the data of the success', () => {
    expectTypeOf(unwrap(outcome)).toEqualTypeOf<Key>();
  });
});

describe('outcomeOf', () => {
  it('takes its data type from the response, and its kinds from the catalogue given', async () => {
    const found = await outcomeOf(axios.get<Key>('/x'), { catalogue: dew });
    if (found.kind === 'success') expectTypeOf(found.data).toEqualTypeOf<Key>();
    // @ts-expect-error DEW documents no 201
    if (found.status === 201) return;
    const plain = await outcomeOf(axios.get<Key>('/x'));
    if (plain.status === 201) expectTypeOf(plain.data).toEqualTypeOf<Key>();
  });

  it('of a client has the kinds of its catalogue', async () => {
    const found = await kms.outcomeOf(axios.get<Key>('/x'));
    expectTypeOf(found).toEqualTypeOf<Outcome<typeof dew, Key>>();
  });
});

describe('catalogues', () => {
  it('defineCatalogue keeps the statuses as literals, also without as const', () => {
    const shop = defineCatalogue({
      name: 'Shop',
      source: 'docs',
      statuses: { 200: { name: 'OK', kind: 'success', retry: 'never', source: 'docs' } },
    });
    type Kinds = Outcome<typeof shop>['kind'];
    expectTypeOf<Kinds>().toEqualTypeOf<
      'success' | 'unexpected' | 'malformed' | 'unreachable' | 'cancelled'
    >();
  });

  it('extendCatalogue replaces rows, and adds new ones', () => {
    const proxied = extendCatalogue(dew, {
      name: 'Proxied',
      statuses: {
        503: { name: 'Maintenance', kind: 'failed', retry: 'never', source: 'wiki' },
        520: { name: 'Proxy', kind: 'failed', retry: 'never', source: 'wiki' },
      },
    });
    expectTypeOf(proxied).toExtend<Catalogue>();
    const client = attachOutcomes(axios.create(), { catalogue: proxied });
    const get = () => client.get<Key>('/x');
    type Found = Awaited<ReturnType<typeof get>>;
    expectTypeOf<Extract<Found, { kind: 'failed' }>['status']>().toEqualTypeOf<500 | 501 | 503 | 520>();
    expectTypeOf<Extract<Found, { kind: 'unavailable' }>['status']>().toEqualTypeOf<
      400 | 408 | 429 | 502 | 504
    >();
    expectTypeOf(proxied.name).toEqualTypeOf<'Proxied'>();
  });

  it('refuses a kind that does not exist', () => {
    defineCatalogue({
      name: 'Bad',
      source: 'docs',
      // @ts-expect-error no such kind
      statuses: { 200: { name: 'OK', kind: 'fine', retry: 'never', source: 'docs' } },
    });
  });
});
