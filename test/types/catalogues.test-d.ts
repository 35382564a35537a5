import { expectTypeOf, test } from 'vitest';
import type { azure } from '../../src/catalogues/azure/index.js';
import type { ecs } from '../../src/catalogues/ecs/index.js';
import type { github } from '../../src/catalogues/github/index.js';
import type { openai } from '../../src/catalogues/openai/index.js';
import type { stripe } from '../../src/catalogues/stripe/index.js';
import type { Catalogue, Outcome } from '../../src/index.js';

/** The kinds that an outcome with this status can have, but for a body that is broken. */
type KindsOf<C extends Catalogue, Status, O = Outcome<C>> = O extends {
  readonly kind: infer Kind;
  readonly status: infer S;
}
  ? Status extends S
    ? Exclude<Kind, 'malformed'>
    : never
  : never;

test('a status has the kinds that its codes and its tasks can move it to', () => {
  expectTypeOf<KindsOf<typeof github, 403>>().toEqualTypeOf<'rejected' | 'unavailable'>();
  expectTypeOf<KindsOf<typeof openai, 429>>().toEqualTypeOf<'rejected' | 'unavailable'>();
  expectTypeOf<KindsOf<typeof azure, 201>>().toEqualTypeOf<'success' | 'delayed'>();
  expectTypeOf<KindsOf<typeof azure, 409>>().toEqualTypeOf<'rejected' | 'unavailable'>();
  expectTypeOf<KindsOf<typeof ecs, 200>>().toEqualTypeOf<'success' | 'delayed'>();
});

test('an API without delayed tasks has no delayed outcomes', () => {
  expectTypeOf<Extract<Outcome<typeof stripe>, { readonly kind: 'delayed' }>>().toEqualTypeOf<never>();
  expectTypeOf<Extract<Outcome<typeof openai>, { readonly kind: 'delayed' }>>().toEqualTypeOf<never>();
});

test('the codes are literals', () => {
  expectTypeOf<'lock_timeout'>().toExtend<keyof typeof stripe.codes>();
  expectTypeOf<'AnotherOperationInProgress' | 'Unfinished'>().toExtend<keyof typeof azure.codes>();
  expectTypeOf<'APIG.0308' | 'Ecs.0001'>().toExtend<keyof typeof ecs.codes>();
  expectTypeOf<'nothing'>().not.toExtend<keyof typeof openai.codes>();
});

/** The statuses that an outcome of this kind can have. */
type StatusesOf<C extends Catalogue, Kind, O = Outcome<C>> = O extends {
  readonly kind: Kind;
  readonly status: infer S;
}
  ? S
  : never;

test('a kind has the statuses that its documentation gives it, and no others', () => {
  expectTypeOf<StatusesOf<typeof ecs, 'delayed'>>().toEqualTypeOf<200 | 202>();
  expectTypeOf<StatusesOf<typeof stripe, 'unavailable'>>().toEqualTypeOf<409 | 429 | 502 | 503 | 504>();
  expectTypeOf<StatusesOf<typeof github, 'unavailable'>>().toEqualTypeOf<403 | 429 | 502 | 503>();
  expectTypeOf<StatusesOf<typeof openai, 'unavailable'>>().toEqualTypeOf<408 | 409 | 429 | 502 | 503 | 504>();
  expectTypeOf<StatusesOf<typeof azure, 'delayed'>>().toEqualTypeOf<200 | 201 | 202>();
});

// Each is written as a caller writes it: kind first, then status, then the code.
test('ECS: a 400 narrows to rejected, its code to one of the page or of the gateway', () => {
  const read = (outcome: Outcome<typeof ecs>) => {
    if (outcome.kind !== 'rejected') return undefined;
    // @ts-expect-error the page has no 418
    if (outcome.status === 418) return undefined;
    // @ts-expect-error a code in another case
    if (outcome.problem.code === 'ECS.0001') return undefined;
    return outcome.problem.code === 'Ecs.0001' ? outcome.problem.code : outcome.problem.code === 'APIG.0301';
  };
  expectTypeOf(read).returns.toEqualTypeOf<'Ecs.0001' | boolean | undefined>();
});

test('Stripe: a 402 is rejected and nothing else, and its code narrows', () => {
  const read = (outcome: Outcome<typeof stripe>) => {
    if (outcome.status !== 402) return undefined;
    expectTypeOf(outcome.kind).toEqualTypeOf<'rejected'>();
    // @ts-expect-error misspelt
    if (outcome.problem.code === 'card_decline') return undefined;
    return outcome.problem.code === 'card_declined' ? outcome.problem.code : undefined;
  };
  expectTypeOf(read).returns.toEqualTypeOf<'card_declined' | undefined>();
});

test('GitHub: a 403 is told apart by its kind, and a limit by its code', () => {
  const read = (outcome: Outcome<typeof github>) => {
    // @ts-expect-error GitHub documents no 504
    if (outcome.status === 504) return undefined;
    if (outcome.status !== 403) return undefined;
    expectTypeOf(outcome.kind).toEqualTypeOf<'rejected' | 'unavailable'>();
    if (outcome.kind !== 'unavailable') return undefined;
    // @ts-expect-error there are two limits, and no third
    if (outcome.problem.code === 'tertiary_rate_limit') return undefined;
    return outcome.problem.code === 'secondary_rate_limit' ? outcome.problem.code : undefined;
  };
  expectTypeOf(read).returns.toEqualTypeOf<'secondary_rate_limit' | undefined>();
});

test('OpenAI: a 429 that is rejected is a quota, whose code narrows', () => {
  const read = (outcome: Outcome<typeof openai>) => {
    if (outcome.kind !== 'rejected' || outcome.status !== 429) return undefined;
    // @ts-expect-error misspelt
    if (outcome.problem.code === 'insufficient_quotas') return undefined;
    return outcome.problem.code === 'insufficient_quota' ? outcome.problem.code : undefined;
  };
  expectTypeOf(read).returns.toEqualTypeOf<'insufficient_quota' | undefined>();
});

test('Azure: a 409 that passes names who holds the resource', () => {
  const read = (outcome: Outcome<typeof azure>) => {
    if (outcome.kind !== 'unavailable' || outcome.status !== 409) return undefined;
    // @ts-expect-error misspelt
    if (outcome.problem.code === 'AnotherOperation') return undefined;
    return outcome.problem.code === 'AnotherOperationInProgress' ? outcome.problem.code : undefined;
  };
  expectTypeOf(read).returns.toEqualTypeOf<'AnotherOperationInProgress' | undefined>();
});
