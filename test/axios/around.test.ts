import axios, { AxiosError, AxiosHeaders } from 'axios';
import { describe, expect, it } from 'vitest';
import { type Around, around } from '../../src/axios/around.js';
import { attachOutcomes } from '../../src/axios/attach.js';
import { inTurn, scriptedServer } from '../clients/scripted-server.js';

const retry = { baseDelayMs: 0 };

describe('the around function of an attempt', () => {
  it('is called for each attempt, with its number and its own config, and gets its result', async () => {
    const { baseURL, seen } = await scriptedServer(inTurn(503, 200));
    const made: unknown[] = [];
    const own: Around = {
      async attempt({ number, config }, next) {
        config.headers.set('x-number', String(number));
        const { exchange, assessment } = await next();
        made.push([number, assessment?.kind, exchange.sent === config]);
        return { exchange, assessment };
      },
    };
    const client = attachOutcomes(axios.create({ baseURL }), { retry, [around]: own });
    expect((await client.get('/')).kind).toBe('success');
    expect(made).toEqual([
      [1, 'unavailable', true],
      [2, 'success', true],
    ]);
    expect(seen.map(({ headers }) => headers['x-number'])).toEqual(['1', '2']);
  });

  it('may answer instead of the server: the engine classifies that answer and decides', async () => {
    const { baseURL, seen } = await scriptedServer(inTurn(200));
    const refusing: Around = {
      async attempt({ number }, next) {
        if (number > 1) return next();
        return { exchange: { error: new AxiosError('no room', 'ECONNREFUSED') } };
      },
    };
    const client = attachOutcomes(axios.create({ baseURL }), { retry, [around]: refusing });
    const outcome = await client.get('/');
    expect(outcome).toMatchObject({ kind: 'success', attempts: [{ code: 'ECONNREFUSED' }, { status: 200 }] });
    expect(seen).toHaveLength(1);
  });

  it('an answer of its own leaves the idempotency key of the request unchanged', async () => {
    const { baseURL, seen } = await scriptedServer(inTurn(200));
    const losing: Around = {
      async attempt({ number }, next) {
        return number > 1 ? next() : { exchange: { error: new AxiosError('lost', 'ECONNRESET') } };
      },
    };
    const options = { retry: { ...retry, idempotencyKey: true }, [around]: losing };
    const client = attachOutcomes(axios.create({ baseURL }), options);
    expect((await client.post('/', {})).kind).toBe('success');
    expect(seen).toHaveLength(1);
  });

  it('may delay an attempt; an attempt that is stopped meanwhile is not sent', async () => {
    const { baseURL, seen } = await scriptedServer(inTurn(200));
    const stop = new AbortController();
    const holding: Around = {
      attempt(_, next) {
        stop.abort();
        return next();
      },
    };
    const client = attachOutcomes(axios.create({ baseURL }), { retry, [around]: holding });
    const outcome = await client.get('/', { signal: stop.signal });
    expect(outcome).toMatchObject({ kind: 'cancelled', effect: 'none' });
    expect(seen).toHaveLength(0);
  });

  it('is not called for an attempt that was stopped in beforeAttempt', async () => {
    const stop = new AbortController();
    let asked = 0;
    const counting: Around = {
      attempt(_, next) {
        asked++;
        return next();
      },
    };
    const beforeAttempt = () => stop.abort();
    const options = { retry: { ...retry, beforeAttempt }, [around]: counting };
    const adapter = async () => Promise.reject(new Error('not reached'));
    const client = attachOutcomes(axios.create({ adapter }), options);
    expect((await client.get('/', { signal: stop.signal })).kind).toBe('cancelled');
    expect(asked).toBe(0);
  });
});

it('its errors are thrown to the caller, for methods of the client and for plain code', async () => {
  const broken = () => {
    throw new RangeError('mine');
  };
  const adapter = async () => Promise.reject(new Error('not reached'));
  for (const own of [{ attempt: broken }, { request: broken }]) {
    const http = axios.create({ adapter });
    const client = attachOutcomes(http, { [around]: own });
    await expect(client.get('/')).rejects.toThrow('mine');
    await expect(http.get('/')).rejects.toThrow('mine');
  }
});

it('`within` names the enclosing part: the same object from its start to its end', async () => {
  const parts: object[] = [];
  const own: Around = {
    request(request, next) {
      parts.push(request);
      return next();
    },
    task(task, next) {
      parts.push(task);
      return next();
    },
    poll(poll, next) {
      parts.push(poll);
      return next();
    },
    attempt(attempt, next) {
      parts.push(attempt);
      return next();
    },
  };
  const answers = [
    { status: 202, headers: { location: '/monitor' } },
    { status: 200, headers: {} },
  ];
  const client = attachOutcomes(
    axios.create({
      baseURL: 'https://api.example.com',
      async adapter(config) {
        const { status, headers } = answers.shift() ?? { status: 500, headers: {} };
        return { status, statusText: '', data: '{"id":7}', headers: new AxiosHeaders(headers), config };
      },
    }),
    { delayed: { pollIntervalMs: 1 }, [around]: own },
  );
  await client.complete(await client.post('/things'));
  const [request, first, task, poll, second] = parts;
  const source = { request: { method: 'POST', path: '/things' }, origin: 'https://api.example.com' };
  expect(request).toEqual({ type: 'request', ...source });
  expect(first).toMatchObject({ type: 'attempt', number: 1 });
  expect(task).toEqual({ type: 'task', ...source });
  expect(poll).toMatchObject({ type: 'poll', number: 1 });
  expect(second).toMatchObject({
    type: 'attempt',
    number: 1,
    config: { url: 'https://api.example.com/monitor' },
  });
  expect([first, poll, second].map((part) => part && Reflect.get(part, 'within'))).toEqual([
    request,
    task,
    poll,
  ]);
  expect(parts).toHaveLength(5);
});
