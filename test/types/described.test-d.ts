// Over a description with every corner (test/described/kennel.yaml), as openapi-typescript writes its types.
import axios from 'axios';
import { describe, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { github } from '../../src/catalogues/github/index.js';
import {
  attachOutcomes,
  type DescribedClient,
  type DescribedProblem,
  defineCatalogue,
  match,
  outcomeOf,
  type Problem,
  unwrap,
} from '../../src/index.js';
import type { components, paths } from '../described/kennel.js';

type Schemas = components['schemas'];
const client = attachOutcomes(axios.create());
const api = client.describedBy<paths>();
const id = { path: { id: 'd1' } };

describe('the outcome of a described call', () => {
  it('has the body of each described status: data of a success, details of a problem', async () => {
    const outcome = await api.post('/dogs', { name: 'Rex' });
    if (outcome.status === 201) {
      expectTypeOf(outcome.kind).toEqualTypeOf<'success'>();
      expectTypeOf(outcome.data).toEqualTypeOf<Schemas['Dog']>();
    }
    if (outcome.status === 409) {
      expectTypeOf(outcome.kind).toEqualTypeOf<'rejected'>();
      expectTypeOf(outcome.problem).toExtend<Problem>();
      expectTypeOf(outcome.problem).toExtend<DescribedProblem<Schemas['Conflict']>>();
      expectTypeOf(outcome.problem.details).toEqualTypeOf<Schemas['Conflict']>();
    }
    if (outcome.status === 422) {
      expectTypeOf(outcome.problem.details).toEqualTypeOf<{ field: string } | { fields: string[] }>();
    }
    if (outcome.status === 503) {
      expectTypeOf(outcome.kind).toEqualTypeOf<'unavailable'>();
      expectTypeOf(outcome.problem.details).toEqualTypeOf<Schemas['Closed']>();
      expectTypeOf(outcome.retry.retryAt).toEqualTypeOf<number | undefined>();
    }
  });

  it('has the kinds of the catalogue for what the description leaves out, with a body that nobody knows', async () => {
    const outcome = await api.post('/dogs', { name: 'Rex' });
    if (outcome.status === 500) {
      expectTypeOf(outcome.kind).toEqualTypeOf<'failed'>();
      expectTypeOf(outcome.problem.details).toEqualTypeOf<unknown>();
    }
    if (outcome.kind === 'empty') expectTypeOf(outcome.status).toEqualTypeOf<204 | 205>();
    if (outcome.kind === 'unexpected') expectTypeOf(outcome.status).toEqualTypeOf<'other'>();
    // @ts-expect-error neither the description nor HTTP has 299
    if (outcome.status === 299) return;
  });

  it('has the result of the operation for any success, so that its data can be had by kind', async () => {
    const outcome = await api.post('/dogs', { name: 'Rex' });
    if (outcome.kind === 'success') expectTypeOf(outcome.data).toEqualTypeOf<Schemas['Dog']>();
    expectTypeOf(unwrap(outcome)).toEqualTypeOf<Schemas['Dog']>();
    expectTypeOf(unwrap(await api.get('/dogs/{id}/owner', id))).toEqualTypeOf<Schemas['Owner'] | null>();
  });

  it('goes to match with a function for each kind', async () => {
    const text = match(await api.get('/dogs/{id}', id), {
      success: ({ data }) => data.name,
      delayed: ({ task }) => String(task.retryAfterMs),
      empty: () => '',
      unmodified: () => '',
      choices: ({ alternatives }) => alternatives.join(),
      redirected: ({ location }) => String(location),
      rejected: (rejected) =>
        rejected.status === 404 ? rejected.problem.details.missing : rejected.problem.details.wrong.join(),
      unavailable: ({ retry }) => retry.stopped,
      failed: ({ problem }) => problem.details.message,
      unexpected: ({ httpStatus }) => String(httpStatus),
      malformed: ({ issues }) => String(issues.length),
      unreachable: ({ code }) => code,
      cancelled: ({ effect }) => effect,
    });
    expectTypeOf(text).toEqualTypeOf<string>();
  });
});

describe('ranges and default (OpenAPI 3.1, Responses Object)', () => {
  it('a status by itself goes before its range, and that before default', async () => {
    const outcome = await api.get('/dogs/{id}', id);
    if (outcome.status === 404) expectTypeOf(outcome.problem.details).toEqualTypeOf<Schemas['Missing']>();
    if (outcome.status === 403) expectTypeOf(outcome.problem.details).toEqualTypeOf<Schemas['Wrong']>();
    if (outcome.status === 429) {
      expectTypeOf(outcome.kind).toEqualTypeOf<'unavailable'>();
      expectTypeOf(outcome.problem.details).toEqualTypeOf<Schemas['Wrong']>();
    }
    if (outcome.status === 500) expectTypeOf(outcome.problem.details).toEqualTypeOf<Schemas['Error']>();
  });

  it('a range of good answers is their data, and one of errors their details', async () => {
    const sent = { path: { name: 'n' }, headers: { 'Content-Type': 'text/plain' } } as const;
    const outcome = await api.put('/notes/{name}', 'text', sent);
    if (outcome.status === 201) expectTypeOf(outcome.data).toEqualTypeOf<Schemas['Note']>();
    if (outcome.status === 502) expectTypeOf(outcome.problem.details).toEqualTypeOf<Schemas['Closed']>();
    if (outcome.status === 404) expectTypeOf(outcome.problem.details).toEqualTypeOf<unknown>();
    if (outcome.kind === 'success') expectTypeOf(outcome.data).toEqualTypeOf<Schemas['Note']>();
  });

  it('default is every error beside a described 2xx, and everything where there is none', async () => {
    const dogs = await api.get('/dogs', { params: { breed: 'pug' } });
    if (dogs.kind === 'success') expectTypeOf(dogs.data).toEqualTypeOf<Schemas['Dog'][]>();
    if (dogs.kind === 'rejected') {
      expectTypeOf(dogs.problem.details).toEqualTypeOf<Schemas['Error']>();
    }
    const health = await api.get('/health');
    if (health.kind === 'success') expectTypeOf(health.data).toEqualTypeOf<{ up: boolean }>();
    if (health.status === 503) expectTypeOf(health.problem.details).toEqualTypeOf<{ up: boolean }>();
  });
});

describe('bodies', () => {
  it('of several media types are the JSON that axios asks for', async () => {
    const outcome = await api.get('/dogs/{id}/photo', id);
    if (outcome.status === 200) expectTypeOf(outcome.data).toEqualTypeOf<{ url: string }>();
    if (outcome.status === 406) expectTypeOf(outcome.problem.details).toEqualTypeOf<string>();
  });

  it('that are not described are none', async () => {
    const found = await api.head('/dogs/{id}', id);
    if (found.status === 200) expectTypeOf(found.data).toEqualTypeOf<'' | undefined>();
    if (found.status === 404) expectTypeOf(found.problem.details).toEqualTypeOf<unknown>();
    const removed = await api.delete('/dogs/{id}', { ...id, headers: { 'If-Match': '"1"' } });
    if (removed.status === 204) expectTypeOf(removed.kind).toEqualTypeOf<'empty'>();
  });

  it('of a status that neither the catalogue nor HTTP has are unexpected', async () => {
    const sent = { ...id, headers: { 'Content-Type': 'application/merge-patch+json' } } as const;
    const outcome = await api.patch('/dogs/{id}', { name: null }, sent);
    // @ts-expect-error 460 is described, but nothing says its kind
    if (outcome.status === 460) return;
  });
});

describe('a delayed call', () => {
  it('completes to the result of the operation', async () => {
    const outcome = await api.post('/dogs/{id}/walks', undefined, id);
    if (outcome.status === 202) {
      expectTypeOf(outcome.kind).toEqualTypeOf<'delayed'>();
      expectTypeOf(outcome.data).toEqualTypeOf<{ queue: number }>();
      const ended = await api.complete(outcome);
      if (ended.kind === 'success') expectTypeOf(ended.data).toEqualTypeOf<Schemas['Walk']>();
      if (ended.kind === 'failed' && 'task' in ended) {
        expectTypeOf(ended.task.ended).toEqualTypeOf<'failed' | 'cancelled' | 'expired'>();
      }
    }
    const whole = await api.complete(outcome);
    if (whole.kind === 'success') expectTypeOf(whole.data).toEqualTypeOf<Schemas['Walk']>();
  });

  it('completes to data that nobody knows where the description has no result', async () => {
    const outcome = await api.post('/dogs/{id}/naps', { minutes: 5 }, id);
    if (outcome.kind !== 'delayed') return;
    const ended = await api.complete(outcome);
    if (ended.kind === 'success') expectTypeOf(ended.data).toEqualTypeOf<unknown>();
  });
});

describe('the request', () => {
  it('has path, query and header parameters where the description has them', () => {
    void api.get('/dogs', { params: { breed: 'pug', tags: ['a'] }, timeout: 100 });
    // @ts-expect-error breed is required
    void api.get('/dogs');
    // @ts-expect-error breed is required
    void api.get('/dogs', { params: {} });
    // @ts-expect-error no such parameter
    void api.get('/dogs', { params: { breed: 'pug', colour: 'red' } });
    // @ts-expect-error id is a text
    void api.get('/dogs/{id}', { path: { id: 1 } });
    // @ts-expect-error id is required
    void api.get('/dogs/{id}', { path: {} });
    // @ts-expect-error this operation has no query
    void api.get('/dogs/{id}', { ...id, params: { breed: 'pug' } });
    // @ts-expect-error there is no such path
    void api.get('/cats');
    // @ts-expect-error nobody can delete them all
    void api.delete('/dogs');
    // @ts-expect-error If-Match is required
    void api.delete('/dogs/{id}', id);
    void api.get('/boxes/{row}-{column}/{ids}/{size}', {
      path: { row: 1, column: 2, ids: ['a'], size: { x: 1, y: 2 } },
      headers: { 'X-Any': 'thing' },
    });
    // @ts-expect-error a file is asked for by the client itself: its data would be bytes
    void api.get('/dogs/{id}/photo', { ...id, responseType: 'arraybuffer' });
  });

  it('has the body of its Content-Type, which is JSON where nothing is said', () => {
    void api.post('/dogs', { name: 'Rex', age: 3 });
    void api.post('/dogs', new FormData());
    void api.post('/dogs', new URLSearchParams());
    const form = { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } } as const;
    void api.post('/dogs', { name: 'Rex' }, form);
    // @ts-expect-error the form has no age
    void api.post('/dogs', { name: 'Rex', age: 3 }, form);
    // @ts-expect-error no such field
    void api.post('/dogs', { name: 'Rex', colour: 'red' });
    // @ts-expect-error a body is required
    void api.post('/dogs');
    // @ts-expect-error its Content-Type has to be given
    void api.put('/notes/{name}', 'text', { path: { name: 'n' } });
    // @ts-expect-error its Content-Type has to be given
    void api.patch('/dogs/{id}', { name: 'Rex' }, id);
    void api.post('/dogs/{id}/naps', undefined, id);
    // @ts-expect-error a walk takes no body
    void api.post('/dogs/{id}/walks', { metres: 1 }, id);
  });

  it('can be one config, with the method in either case', async () => {
    const outcome = await api.request({ method: 'GET', url: '/dogs/{id}', ...id });
    if (outcome.status === 404) expectTypeOf(outcome.problem.details).toEqualTypeOf<Schemas['Missing']>();
    void api.request({ method: 'post', url: '/dogs', data: { name: 'Rex' } });
    // @ts-expect-error no such field
    void api.request({ method: 'post', url: '/dogs', data: { nme: 'Rex' } });
    // @ts-expect-error the path has no PUT
    void api.request({ method: 'put', url: '/dogs' });
  });
});

describe('schemas go over the description', () => {
  const dog = z.object({ id: z.string().transform(Number) });

  it('of a call', async () => {
    const outcome = await api.get('/dogs/{id}', { ...id, responses: { 200: dog, 404: z.string() } });
    if (outcome.status === 200) expectTypeOf(outcome.data).toEqualTypeOf<{ id: number }>();
    if (outcome.status === 404) expectTypeOf(outcome.problem).toEqualTypeOf<string>();
    if (outcome.status === 403) expectTypeOf(outcome.problem.details).toEqualTypeOf<Schemas['Wrong']>();
    // @ts-expect-error no such status
    void api.get('/dogs/{id}', { ...id, responses: { 299: dog } });
  });

  it('of the client', async () => {
    const checked = attachOutcomes(axios.create(), { responses: { 200: dog, problem: z.string() } });
    const outcome = await checked.describedBy<paths>().get('/dogs/{id}', id);
    if (outcome.status === 200) expectTypeOf(outcome.data).toEqualTypeOf<{ id: number }>();
    if (outcome.kind === 'rejected') expectTypeOf(outcome.problem).toEqualTypeOf<string>();
  });
});

describe('a catalogue of its own', () => {
  it('says the kinds, and HTTP where it is silent', async () => {
    const kennel = defineCatalogue({
      name: 'Kennel',
      source: 'docs',
      statuses: {
        200: { name: 'OK', kind: 'success', or: ['delayed'], retry: 'never', source: 'docs' },
        404: { name: 'None', kind: 'failed', retry: 'never', source: 'docs' },
        409: { name: 'Busy', kind: 'unavailable', retry: 'transient', source: 'docs' },
      },
      codes: { asleep: { source: 'docs' } },
    });
    const own = attachOutcomes(axios.create(), { catalogue: kennel }).describedBy<paths>();
    const outcome = await own.get('/dogs/{id}', id);
    if (outcome.status === 200) expectTypeOf(outcome.kind).toEqualTypeOf<'success' | 'delayed'>();
    if (outcome.status === 404) {
      expectTypeOf(outcome.kind).toEqualTypeOf<'failed'>();
      expectTypeOf(outcome.problem.details).toEqualTypeOf<Schemas['Missing']>();
    }
    if (outcome.status === 403) expectTypeOf(outcome.kind).toEqualTypeOf<'rejected'>();
    if (outcome.kind === 'unavailable' && outcome.problem.code === 'asleep') {
      expectTypeOf(outcome.problem.code).toEqualTypeOf<'asleep'>();
    }
  });

  it('is named by the type of a client', () => {
    const own = attachOutcomes(axios.create(), { catalogue: github }).describedBy<paths>();
    expectTypeOf(own).toEqualTypeOf<DescribedClient<paths, typeof github>>();
  });
});

interface Pet {
  readonly id: number;
}
// As hey-api writes them.
// biome-ignore lint/suspicious/noConfusingVoidType: its own word for an answer without a body.
type GetPetResponses = { 200: Pet; 204: void };
type GetPetErrors = { 404: { reason: string }; default: { message: string } };
declare const getPet: () => Promise<{ data: Pet; status: number } | (Error & { data: undefined })>;

describe('outcomeOf, by the bodies of each status', () => {
  it('restores the status', async () => {
    const outcome = await outcomeOf<GetPetResponses, GetPetErrors>(getPet());
    if (outcome.status === 200) expectTypeOf(outcome.data).toEqualTypeOf<Pet>();
    if (outcome.status === 204) expectTypeOf(outcome.kind).toEqualTypeOf<'empty'>();
    if (outcome.status === 404) expectTypeOf(outcome.problem.details).toEqualTypeOf<{ reason: string }>();
    if (outcome.status === 500) expectTypeOf(outcome.problem.details).toEqualTypeOf<{ message: string }>();
    expectTypeOf(unwrap(outcome)).toEqualTypeOf<Pet>();
    const good = await outcomeOf<GetPetResponses>(getPet());
    if (good.kind === 'success') expectTypeOf(good.data).toEqualTypeOf<Pet>();
  });

  it('by a catalogue, of which a client has one', async () => {
    const mine = attachOutcomes(axios.create(), { catalogue: github });
    const outcome = await mine.outcomeOf<GetPetResponses, GetPetErrors>(getPet());
    if (outcome.status === 404) expectTypeOf(outcome.problem.details).toEqualTypeOf<{ reason: string }>();
    // @ts-expect-error GitHub's catalogue has no 418
    if (outcome.status === 418) return;
    await outcomeOf<GetPetResponses, GetPetErrors, typeof github>(getPet(), { catalogue: github });
  });

  it('leaves what it did before', async () => {
    const found = await outcomeOf(axios.get<Pet>('/pet'));
    if (found.kind === 'success') expectTypeOf(found.data).toEqualTypeOf<Pet>();
    const unknown: unknown = undefined;
    const any = await outcomeOf(unknown);
    if (any.kind === 'success') expectTypeOf(any.data).toEqualTypeOf<unknown>();
  });
});
