import { expectTypeOf, test } from 'vitest';
import type { azure } from '../../src/catalogues/azure.js';
import type { ecs } from '../../src/catalogues/ecs.js';
import type { github } from '../../src/catalogues/github.js';
import type { openai } from '../../src/catalogues/openai.js';
import type { stripe } from '../../src/catalogues/stripe.js';
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
