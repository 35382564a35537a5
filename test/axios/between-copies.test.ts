// `import` and `require` load a copy of this library each. In one process they have to know
// each other's instances, records, errors and tasks; another version must at least do no harm.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import axios from 'axios';
import * as imported from 'axios-outcome';
import { delayedTask, sequence } from 'axios-outcome/testing';
import { afterAll, describe, expect, it } from 'vitest';

type Library = typeof imported;

const root = resolve(import.meta.dirname, '../..');
// The same declarations, from the other door.
const required = createRequire(import.meta.url)('axios-outcome') as Library;
const retry = { baseDelayMs: 1, throttleDelayMs: 1 };

describe.each([
  ['import', 'require', imported, required],
  ['require', 'import', required, imported],
] as const)('what the copy of %s made, that of %s knows', (_one, _other, one, other) => {
  it('they are two copies', () => {
    expect(one.attachOutcomes).not.toBe(other.attachOutcomes);
    expect(one.OutcomeError).not.toBe(other.OutcomeError);
  });

  it('an attached instance is not attached twice, and is free again when detached', async () => {
    const instance = axios.create({ adapter: sequence([503, 200]).adapter });
    const client = one.attachOutcomes(instance, { retry });
    const second = () => other.attachOutcomes(instance, { retry });
    expect(second).toThrow(other.ConfigurationError);
    expect(second).toThrow('outcomes are attached to this instance already');
    client.detach();
    expect(await second().get('/')).toMatchObject({ kind: 'success', attempts: [{}, {}] });
  });

  it('a wrapped adapter is unwrapped: retries are not multiplied', async () => {
    const api = sequence([503]);
    const adapter = one.outcomeAdapter({ adapter: api.adapter, retry });
    const outcome = await other.attachOutcomes(axios.create({ adapter }), { retry }).get('/');
    expect(outcome).toMatchObject({ kind: 'unavailable', retry: { stopped: 'attempts' } });
    expect(api.requests).toHaveLength(3);
  });

  it.each([
    ['a healthy response', [200]],
    ['a response after a retry', [503, 200]],
    ['an error after retries', [429, 429, 429]],
    ['an error that is not retried', [404]],
    ['a failure without a response', ['refused']],
  ] as const)('%s is told the same way', async (_case, steps) => {
    const instance = axios.create({ adapter: sequence(steps).adapter });
    one.attachOutcomes(instance, { retry });
    const settled: unknown = await instance.get('/keys').catch((error: unknown) => error);
    const told = await other.outcomeOf(settled);
    expect(told).toEqual(await one.outcomeOf(settled));
    expect(told.attempts[0]?.because).not.toMatch(/not attached/);
  });

  it("an error of the caller's own hook is thrown by both copies", async () => {
    const instance = axios.create({ adapter: sequence([503, 200]).adapter });
    const beforeAttempt = () => axios.get('http://[', { adapter: sequence(['refused']).adapter });
    one.attachOutcomes(instance, {
      retry: { ...retry, beforeAttempt: () => beforeAttempt().then(() => {}) },
    });
    const thrown: unknown = await instance.get('/').catch((error: unknown) => error);
    await expect(other.outcomeOf(Promise.reject(thrown))).rejects.toBe(thrown);
  });

  it('instanceof holds for the class of the same name in the other copy, and for no other class', async () => {
    const rejected = await one.attachOutcomes(axios.create({ adapter: sequence([404]).adapter })).get('/');
    const thrown = [
      thrownBy(() => one.unwrap(rejected)),
      thrownBy(() => one.attachOutcomes(0 as never)),
      await one
        .attachOutcomes(axios.create())
        .resume('no token')
        .catch((error: unknown) => error),
    ];
    const classes = ['OutcomeError', 'ConfigurationError', 'TokenError'] as const;
    const known = thrown.map((error) => classes.filter((name) => error instanceof other[name]));
    expect(known).toEqual(classes.map((name) => [name]));
  });

  it('instanceof of a subclass holds only for its own errors', () => {
    class Mine extends other.ConfigurationError {}
    expect(new one.ConfigurationError('theirs')).not.toBeInstanceOf(Mine);
    expect(new Mine('mine')).toBeInstanceOf(Mine);
    expect(new Mine('mine')).toBeInstanceOf(one.ConfigurationError);
    expect(Object.assign(new TypeError('no'), { name: 'ConfigurationError' })).not.toBeInstanceOf(
      one.ConfigurationError,
    );
  });

  it('an outcome of one copy is an outcome for the other, with its kind and its data', async () => {
    const { adapter } = sequence([{ status: 200, body: { id: 1 } }]);
    const outcome = await one.attachOutcomes(axios.create({ adapter })).get<{ id: number }>('/');
    expect(other.isOutcome(outcome)).toBe(true);
    expect(other.match(outcome, { success: ({ data }) => data.id, _: () => 0 })).toBe(1);
    expect(other.unwrap(outcome)).toEqual({ id: 1 });
    expect(other.explain(outcome)).toBe(one.explain(outcome));
  });

  it('a task is followed with the options of its own call', async () => {
    const api = delayedTask('operation-location', { states: ['running', 'done'], result: { pages: 3 } });
    const instance = axios.create({ adapter: api.adapter, baseURL: 'https://api.example' });
    const delayed = { pollIntervalMs: 1, maxPollIntervalMs: 1 };
    const accepted = await one
      .attachOutcomes(instance, { retry })
      .post('/reports', {}, { headers: { 'X-Tenant': 'a' } });
    const same = axios.create({ adapter: api.adapter, baseURL: 'https://api.example' });
    const report = await other.attachOutcomes(same, { retry, delayed }).complete(accepted);
    expect(report).toMatchObject({ kind: 'success', data: { pages: 3 } });
    expect(api.requests.map(({ headers }) => headers['x-tenant'])).toEqual(api.requests.map(() => 'a'));
  });

  it('one renewal of credentials serves the clients of both copies', async () => {
    let renewals = 0;
    const reauthenticate = async () => {
      renewals += 1;
      await new Promise((done) => setTimeout(done, 5));
    };
    const clients = [one, other].map(({ attachOutcomes }) =>
      attachOutcomes(axios.create({ adapter: sequence([401, 200]).adapter }), {
        retry: { ...retry, reauthenticate },
      }),
    );
    const outcomes = await Promise.all(clients.map((client) => client.get('/')));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['success', 'success']);
    expect(renewals).toBe(1);
  });
});

describe('another version in the same process', async () => {
  const folder = mkdtempSync(resolve(root, 'test/.version-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const older = await anotherVersion(folder);

  it('refuses an instance that is attached already', () => {
    const instance = axios.create();
    imported.attachOutcomes(instance);
    expect(() => older.attachOutcomes(instance)).toThrow('attached to this instance already');
  });

  it('does not read records of the other version, whose format may differ', async () => {
    const instance = axios.create({ adapter: sequence([503, 503, 404]).adapter });
    imported.attachOutcomes(instance, { retry });
    const error: unknown = await instance.get('/').catch((thrown: unknown) => thrown);
    const outcome = await older.outcomeOf(error);
    expect(outcome).toMatchObject({ kind: 'rejected', status: 404, attempts: [{ number: 1 }] });
    expect(await imported.outcomeOf(error)).toMatchObject({ attempts: [{}, {}, {}] });
  });

  it('follows a task by its token', async () => {
    const api = delayedTask('operation-location', { states: ['running', 'done'], result: { pages: 3 } });
    const create = () => axios.create({ adapter: api.adapter, baseURL: 'https://api.example' });
    const accepted = await imported.attachOutcomes(create()).post('/reports');
    const delayed = { pollIntervalMs: 1, maxPollIntervalMs: 1 };
    const report = await older.attachOutcomes(create(), { delayed }).complete(accepted);
    expect(report).toMatchObject({ kind: 'success', data: { pages: 3 } });
  });

  it('recognises errors of the other version', () => {
    expect(new imported.ConfigurationError('wrong')).toBeInstanceOf(older.ConfigurationError);
  });
});

/** The built package as if it were of another version. */
async function anotherVersion(folder: string): Promise<Library> {
  cpSync(resolve(root, 'dist'), folder, { recursive: true });
  const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string };
  const named = readdirSync(folder, { encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  let changed = 0;
  for (const file of named) {
    const text = readFileSync(resolve(folder, file), 'utf8');
    const other = text.replace(`@${version}`, '@0.0.1');
    if (other !== text) changed += 1;
    writeFileSync(resolve(folder, file), other);
  }
  expect(changed).toBe(1);
  // The same declarations again.
  return (await import(pathToFileURL(resolve(folder, 'index.js')).href)) as Library;
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
