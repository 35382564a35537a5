import axios from 'axios';
import { describe, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { type AzureCatalogue, azure } from '../../src/catalogues/azure/index.js';
import { type DewCatalogue, dew } from '../../src/catalogues/dew/index.js';
import { type EcsCatalogue, ecs } from '../../src/catalogues/ecs/index.js';
import { type GithubCatalogue, github } from '../../src/catalogues/github/index.js';
import { type HttpCatalogue, http } from '../../src/catalogues/http/index.js';
import { type OpenaiCatalogue, openai } from '../../src/catalogues/openai/index.js';
import { type StripeCatalogue, stripe } from '../../src/catalogues/stripe/index.js';
import {
  type AnyOutcome,
  attachOutcomes,
  type Catalogue,
  type CodeOf,
  type DefaultCatalogue,
  defineCatalogue,
  extendCatalogue,
  type Handlers,
  match,
  type Outcome,
  type OutcomeClient,
  outcomeOf,
  type PartialHandlers,
} from '../../src/index.js';

interface Key {
  readonly key_id: string;
}

describe('the names of types that people write in fields and parameters (README, Types to write)', () => {
  it('a client in a field, its outcomes as results', () => {
    class Keys {
      readonly #kms: OutcomeClient<DewCatalogue>;
      constructor(kms: OutcomeClient<DewCatalogue>) {
        this.#kms = kms;
      }
      describe(key_id: string): Promise<Outcome<DewCatalogue, Key>> {
        return this.#kms.post<Key>('/v1.0/p/kms/describe-key', { key_id });
      }
      async nameOf(key_id: string): Promise<string> {
        return describeIt(await this.describe(key_id));
      }
    }
    function describeIt(outcome: Outcome<DewCatalogue, Key>): string {
      return match(outcome, { success: ({ data }) => data.key_id, _: ({ kind }) => kind });
    }
    const client = attachOutcomes(axios.create(), { catalogue: dew });
    expectTypeOf(new Keys(client).describe('k1')).resolves.toEqualTypeOf<Outcome<typeof dew, Key>>();
  });

  it('`typeof` says the same as the name', () => {
    expectTypeOf<OutcomeClient<typeof dew>>().toEqualTypeOf<OutcomeClient<DewCatalogue>>();
    expectTypeOf<Outcome<typeof dew, Key>>().toEqualTypeOf<Outcome<DewCatalogue, Key>>();
  });

  it('each shipped catalogue has one', () => {
    expectTypeOf(azure).toEqualTypeOf<AzureCatalogue>();
    expectTypeOf(dew).toEqualTypeOf<DewCatalogue>();
    expectTypeOf(ecs).toEqualTypeOf<EcsCatalogue>();
    expectTypeOf(github).toEqualTypeOf<GithubCatalogue>();
    expectTypeOf(http).toEqualTypeOf<HttpCatalogue>();
    expectTypeOf(openai).toEqualTypeOf<OpenaiCatalogue>();
    expectTypeOf(stripe).toEqualTypeOf<StripeCatalogue>();
    expectTypeOf<
      | AzureCatalogue
      | DewCatalogue
      | EcsCatalogue
      | GithubCatalogue
      | HttpCatalogue
      | OpenaiCatalogue
      | StripeCatalogue
    >().toExtend<Catalogue>();
  });

  it('without a catalogue they are of the default one', async () => {
    expectTypeOf(attachOutcomes(axios.create())).toEqualTypeOf<OutcomeClient>();
    expectTypeOf<OutcomeClient>().toEqualTypeOf<OutcomeClient<DefaultCatalogue>>();
    expectTypeOf(await outcomeOf(axios.get<Key>('/a'))).toEqualTypeOf<Outcome<DefaultCatalogue, Key>>();
    expectTypeOf<Outcome>().toEqualTypeOf<Outcome<DefaultCatalogue>>();
    // HTTP with its meanings is the same but for those.
    expectTypeOf<HttpCatalogue>().toExtend<DefaultCatalogue>();
    expectTypeOf<Outcome<HttpCatalogue, Key>>().toEqualTypeOf<Outcome<DefaultCatalogue, Key>>();
    expectTypeOf(http.statuses[202].meaning.zh).toEqualTypeOf<string>();
  });

  it('a parameter takes a client of any catalogue', () => {
    async function kindOf<C extends Catalogue>(client: OutcomeClient<C>): Promise<AnyOutcome['kind']> {
      const outcome: AnyOutcome = await client.get<Key>('/health');
      return outcome.kind;
    }
    const kinds = () =>
      Promise.all([
        kindOf(attachOutcomes(axios.create(), { catalogue: dew })),
        kindOf(attachOutcomes(axios.create())),
      ]);
    expectTypeOf(kinds).returns.resolves.toEqualTypeOf<[AnyOutcome['kind'], AnyOutcome['kind']]>();
  });

  it('a client with schemas names them', () => {
    const responses = { 200: z.object({ id: z.number() }) };
    const client = attachOutcomes(axios.create(), { catalogue: dew, responses });
    const field: OutcomeClient<DewCatalogue, typeof responses> = client;
    const get = () => field.get('/a');
    expectTypeOf(get).returns.resolves.toEqualTypeOf<Outcome<DewCatalogue, unknown, typeof responses>>();
  });

  it('a parameter takes the outcome of any catalogue', () => {
    const log = (outcome: AnyOutcome) => outcome.kind;
    const take = (dewOutcome: Outcome<DewCatalogue, Key>, plain: Outcome) => [log(dewOutcome), log(plain)];
    expectTypeOf(take).returns.toEqualTypeOf<AnyOutcome['kind'][]>();
  });

  it('codes have a type as well', () => {
    expectTypeOf<'KMS.0205'>().toExtend<CodeOf<DewCatalogue>>();
    expectTypeOf<'KMS.9999'>().not.toExtend<CodeOf<DewCatalogue>>();
  });
});

describe('a name for a catalogue of your own (docs/writing-a-catalogue.md)', () => {
  const data = defineCatalogue({
    name: 'Shop',
    source: 'docs',
    statuses: {
      200: { name: 'OK', kind: 'success', or: ['delayed'], retry: 'never', source: 'docs' },
      400: { name: 'Bad', kind: 'rejected', retry: 'never', source: 'docs' },
    },
    codes: { 'shop.bad': { source: 'docs' } },
  });
  interface ShopCatalogue extends Readonly<typeof data> {}
  const shop: ShopCatalogue = data;

  it('has the same kinds, statuses and codes', () => {
    expectTypeOf<Outcome<ShopCatalogue, Key>['kind']>().toEqualTypeOf<Outcome<typeof data, Key>['kind']>();
    expectTypeOf<Outcome<ShopCatalogue, Key>['status']>().toEqualTypeOf<200 | 400 | 'other' | undefined>();
    expectTypeOf<CodeOf<ShopCatalogue>>().toEqualTypeOf<CodeOf<typeof data>>();
    expectTypeOf(attachOutcomes(axios.create(), { catalogue: shop })).toEqualTypeOf<
      OutcomeClient<ShopCatalogue>
    >();
  });

  it('names an extension too', async () => {
    const extended = extendCatalogue(shop, {
      statuses: { 400: { name: 'Busy', kind: 'unavailable', retry: 'throttle', source: 'wiki' } },
    });
    interface BusyShopCatalogue extends Readonly<typeof extended> {}
    const busy: BusyShopCatalogue = extended;
    const outcome = await attachOutcomes(axios.create(), { catalogue: busy }).get<Key>('/a');
    if (outcome.status === 400) expectTypeOf(outcome.kind).toEqualTypeOf<'unavailable'>();
    if (outcome.kind === 'delayed') expectTypeOf(outcome.status).toEqualTypeOf<200>();
    // @ts-expect-error there is no other 4xx
    if (outcome.status === 404) return;
  });
});

describe('match', () => {
  const of = (outcome: Outcome<DewCatalogue, Key>) => match(outcome, { success: () => 1, _: () => 0 });

  it('returns what its functions return', () => {
    expectTypeOf(of).returns.toEqualTypeOf<number>();
    const mixed = (outcome: Outcome<DewCatalogue, Key>) =>
      match(outcome, { success: ({ data }) => data, _: ({ kind }) => kind.length });
    expectTypeOf(mixed).returns.toEqualTypeOf<Key | number>();
  });

  it('takes functions that are kept in a variable, whole or with `_`', () => {
    type Found = Outcome<DewCatalogue, Key>;
    const told = (outcome: Found, whole: Handlers<Found>, partial: PartialHandlers<Found>) => [
      match(outcome, whole),
      match(outcome, { ...whole, success: ({ data }) => data }),
      match(outcome, partial),
    ];
    expectTypeOf(told).returns.toEqualTypeOf<unknown[]>();
  });

  it('takes the outcome of any catalogue, and data of any type', () => {
    const any = (outcome: AnyOutcome) => match(outcome, { success: () => 1, _: ({ kind }) => kind.length });
    expectTypeOf(any).returns.toEqualTypeOf<number>();
    const dataOf = <D>(outcome: Outcome<DewCatalogue, D>): D | undefined =>
      match(outcome, { success: ({ data }) => data, _: () => undefined });
    expectTypeOf(dataOf<Key>).returns.toEqualTypeOf<Key | undefined>();
  });
});
