import axios from 'axios';
import { describe, expect, it } from 'vitest';
import { attachOutcomes, TokenError } from '../../src/index.js';
import { taskServer } from './task-server.js';

const delayed = { pollIntervalMs: 2, maxPollIntervalMs: 2 };
const routes = {
  'POST /jobs': [{ status: 202, headers: { Location: '/monitor?sig=SECRET&page=1' } }],
  'GET /monitor': [{ status: 202 }, { body: { pages: 12 } }],
};

async function begun() {
  const server = await taskServer(routes);
  const client = attachOutcomes(axios.create({ baseURL: server.origin }), { delayed });
  const outcome = await client.post(
    '/jobs',
    { secret: 'BODY' },
    { headers: { Authorization: 'Bearer HEADER' } },
  );
  if (outcome.kind !== 'delayed' || outcome.task.token === undefined) throw new Error(outcome.kind);
  return { server, client, outcome, token: outcome.task.token };
}

/** The token with other fields, as somebody would who does not know the checksum. */
function edited(token: string, change: object): string {
  return JSON.stringify({ ...JSON.parse(token), ...change });
}

describe('a token (docs/delayed-tasks.md, Tokens)', () => {
  it('is versioned JSON without credentials and bodies', async () => {
    const { token, server } = await begun();
    expect(JSON.parse(token)).toEqual({
      version: 1,
      dialect: 'location',
      method: 'POST',
      path: '/jobs',
      origin: server.origin,
      monitor: `${server.origin}/monitor?page=1`,
      check: expect.stringMatching(/^[\da-f]{8}$/),
    });
    expect(token).not.toMatch(/SECRET|BODY|HEADER/);
  });

  it('is there below 8 kB; a longer address is followed by this process alone', async () => {
    for (const [length, isThere] of [
      [7_000, true],
      [8_000, false],
    ] as const) {
      const server = await taskServer({
        'POST /jobs': [{ status: 202, headers: { Location: `/monitor?x=${'y'.repeat(length)}` } }],
        'GET /monitor': [{ body: 1 }],
      });
      const client = attachOutcomes(axios.create({ baseURL: server.origin }), { delayed });
      const outcome = await client.post('/jobs');
      const { token } = outcome.kind === 'delayed' ? outcome.task : {};
      expect([length, token !== undefined]).toEqual([length, isThere]);
      expect(token?.length ?? 0).toBeLessThan(8_000);
      expect((await client.complete(outcome)).kind).toBe('success');
    }
  });

  it('outlives JSON within its outcome, which complete then follows', async () => {
    const { outcome, server } = await begun();
    const restored = JSON.parse(JSON.stringify(outcome));
    const other = attachOutcomes(axios.create({ baseURL: server.origin }), { delayed });
    expect(await other.complete(restored)).toMatchObject({ kind: 'success', data: { pages: 12 } });
    expect(server.log.filter((line) => line.startsWith('POST'))).toHaveLength(1);
  });
});

describe('a token is refused with an error that says why', () => {
  it.each<[string, (token: string) => unknown, string]>([
    ['no text', () => 5, 'a token is a text of up to 8,000 characters'],
    ['empty', () => '', 'a token is a text'],
    ['too long', (token) => token + ' '.repeat(8_000), 'a token is a text of up to 8,000 characters'],
    ['no JSON', (token) => token.slice(0, -5), 'malformed: it is no JSON object'],
    ['a list', () => '[]', 'malformed: it is no JSON object'],
    ['lacks a part', (token) => edited(token, { monitor: undefined }), 'malformed: it lacks a part'],
    [
      'another version',
      (token) => edited(token, { version: 2 }),
      'is of version 2, and this library reads version 1',
    ],
    ['no version', (token) => edited(token, { version: 'x' }), 'is of version unknown'],
    [
      'changed monitor',
      (token) => edited(token, { monitor: 'http://127.0.0.1:9/x' }),
      'was changed after it was made',
    ],
    [
      'changed origin',
      (token) => edited(token, { origin: 'http://evil.example' }),
      'was changed after it was made',
    ],
    ['an added part', (token) => edited(token, { more: 1 }), 'was changed after it was made'],
  ])('%s', async (_, spoil, message) => {
    const { server, client, token } = await begun();
    // Callers without types may pass anything.
    const spoilt = spoil(token) as string;
    await expect(client.resume(spoilt)).rejects.toThrow(TokenError);
    await expect(client.resume(spoilt)).rejects.toThrow(message);
    expect(server.log).toEqual(['POST /jobs']);
  });

  it('from another origin than the client’s own, and none that it trusts', async () => {
    const { token, server, outcome } = await begun();
    for (const baseURL of ['http://127.0.0.1:9', 'https://api.example.com', undefined]) {
      const other = attachOutcomes(axios.create(baseURL === undefined ? {} : { baseURL }), { delayed });
      const message = `this token is from ${server.origin}; this client's baseURL is at`;
      await expect(other.resume(token)).rejects.toThrow(message);
      // An outcome that was JSON in between is its token, and no more than that.
      await expect(other.complete(JSON.parse(JSON.stringify(outcome)))).rejects.toThrow(message);
    }
    expect(server.log).toEqual(['POST /jobs']);
  });

  it('its error is a TypeError with a name of its own', async () => {
    const { client } = await begun();
    const error: unknown = await client.resume('{}').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ name: 'TokenError' });
  });
});

describe('options of following', () => {
  it.each([
    [{ deadlineMs: 0 }, 'deadlineMs'],
    [{ deadlineMs: Number.NaN }, 'deadlineMs'],
    [{ onPoll: 'x' }, 'onPoll'],
    [{ signal: {} }, 'signal'],
    [{ dealineMs: 5 }, 'dealineMs'],
    [null, 'options'],
  ])('%j is refused by name', async (options, name) => {
    const { client, outcome, token } = await begun();
    await expect(client.complete(outcome, options as never)).rejects.toThrow(name);
    await expect(client.resume(token, options as never)).rejects.toThrow(name);
  });

  it('a client that is detached follows nothing', async () => {
    const { client, outcome, token } = await begun();
    client.detach();
    await expect(client.complete(outcome)).rejects.toThrow('this client is detached');
    await expect(client.resume(token)).rejects.toThrow('this client is detached');
  });

  it('one that is detached in the middle asks nothing more, and says so', async () => {
    const { client, outcome, server } = await begun();
    const ended = client.complete(outcome);
    client.detach();
    await expect(ended).rejects.toThrow('this client is detached');
    expect(server.log).toEqual(['POST /jobs']);
  });

  it.each([
    [{ pollIntervalMs: 0 }, 'delayed.pollIntervalMs'],
    [{ concurrency: 1.5 }, 'delayed.concurrency'],
    [{ trustedOrigins: ['https://a.example/'] }, 'delayed.trustedOrigins'],
    [{ dialects: [{}] }, 'dialect.name'],
    [{ retries: 1 }, 'delayed'],
  ])('delayed: %j is refused where it is given', (given, name) => {
    expect(() => attachOutcomes(axios.create(), { delayed: given as never })).toThrow(name);
  });
});
