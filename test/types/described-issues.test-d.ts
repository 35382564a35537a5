// What people ask of openapi-typescript (2360, 2392, 1723), hey-api (495, 3029) and orval (1541), in our own words.
import axios from 'axios';
import { describe, expectTypeOf, it } from 'vitest';
import { attachOutcomes, match, outcomeOf, unwrap } from '../../src/index.js';

type Json<Body> = { headers: { [name: string]: unknown }; content: { 'application/json': Body } };
interface Pet {
  name: string;
}
interface Fault {
  fault: string;
}
interface Outage {
  until: string;
}
interface Envelope<T> {
  result: T;
}

interface paths {
  '/pets/{id}': {
    get: {
      parameters: { path: { id: number } };
      responses: { 200: Json<Pet>; 400: Json<Fault>; 500: Json<Outage> };
    };
  };
  '/signup': {
    post: {
      requestBody: { content: { 'application/json': { email: string } } };
      responses: {
        201: Json<{ msg: string }>;
        400: Json<{ errorMsg: string }>;
        422: Json<{ detail: { loc: string[] }[] }>;
      };
    };
  };
  '/articles/{id}': {
    get: {
      parameters: { path: { id: string } };
      responses: {
        200: Json<{ title: string }>;
        404: Json<{ message: string }>;
        422: Json<{ errors: Record<string, string> }>;
        '5xx': Json<Outage>;
        default: Json<Fault>;
      };
    };
  };
  '/login': {
    post: {
      requestBody: { content: { 'application/json': { name: string } } };
      responses: { 201: Json<Envelope<Pet>>; 400: Json<Envelope<Fault>>; 404: Json<Envelope<string>> };
    };
  };
}
const api = attachOutcomes(axios.create()).describedBy<paths>();

describe('openapi-typescript', () => {
  it('2360: a 200 and a 400 are returned, each as its type, and a 500 is thrown', () => {
    const getPet = async (id: number): Promise<Pet | Fault> => {
      const outcome = await api.get('/pets/{id}', { path: { id } });
      if (outcome.status === 400) return outcome.problem.details;
      return unwrap(outcome);
    };
    expectTypeOf(getPet).returns.resolves.toEqualTypeOf<Pet | Fault>();
  });

  it('2392: each of several statuses has its own body after a branch', async () => {
    const outcome = await api.post('/signup', { email: 'a@b.example' });
    if (outcome.status === 201) expectTypeOf(outcome.data.msg).toEqualTypeOf<string>();
    if (outcome.status === 400) expectTypeOf(outcome.problem.details.errorMsg).toEqualTypeOf<string>();
    if (outcome.status === 422) expectTypeOf(outcome.problem.details.detail[0]?.loc).toExtend<unknown>();
    // @ts-expect-error: the body of a 400 is not that of a 422
    if (outcome.status === 400) outcome.problem.details.detail;
    expectTypeOf(
      match(outcome, { success: ({ data }) => data.msg, _: ({ kind }) => kind }),
    ).toExtend<string>();
  });

  it('1723: no error swallows another, also where one is a record', async () => {
    const outcome = await api.get('/articles/{id}', { path: { id: 'a' } });
    if (outcome.status === 404) expectTypeOf(outcome.problem.details).toEqualTypeOf<{ message: string }>();
    if (outcome.status === 422) {
      expectTypeOf(outcome.problem.details.errors).toEqualTypeOf<Record<string, string>>();
    }
    if (outcome.status === 502) expectTypeOf(outcome.problem.details).toEqualTypeOf<Outage>();
    if (outcome.status === 401) expectTypeOf(outcome.problem.details).toEqualTypeOf<Fault>();
  });
});

describe('hey-api', () => {
  it('495, 3029: errors by status, from what the SDK returns or throws', async () => {
    type Good = { 200: Pet };
    type Bad = { 403: { reason: string }; 422: { fields: string[] }; '4XX': Fault; default: Outage };
    const outcome = await outcomeOf<Good, Bad>(axios.get('/pets/1'));
    if (outcome.status === 403) expectTypeOf(outcome.problem.details).toEqualTypeOf<{ reason: string }>();
    if (outcome.status === 422) expectTypeOf(outcome.problem.details).toEqualTypeOf<{ fields: string[] }>();
    if (outcome.status === 404) expectTypeOf(outcome.problem.details).toEqualTypeOf<Fault>();
    if (outcome.status === 500) expectTypeOf(outcome.problem.details).toEqualTypeOf<Outage>();
    if (outcome.kind === 'success') expectTypeOf(outcome.data).toEqualTypeOf<Pet>();
  });
});

describe('orval', () => {
  it('1541: the bodies of errors have types too, in one envelope with the good ones', async () => {
    const outcome = await api.post('/login', { name: 'a' });
    if (outcome.status === 201) expectTypeOf(outcome.data.result).toEqualTypeOf<Pet>();
    if (outcome.status === 400) expectTypeOf(outcome.problem.details.result).toEqualTypeOf<Fault>();
    if (outcome.status === 404) expectTypeOf(outcome.problem.details.result).toEqualTypeOf<string>();
  });
});
