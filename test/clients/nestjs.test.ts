import 'reflect-metadata';
import { HttpService } from '@nestjs/axios';
import { type ArgumentsHost, Controller, Get, Inject, Injectable, Logger, Module } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { AxiosError } from 'axios';
import fastify from 'fastify';
import { firstValueFrom } from 'rxjs';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { type AnyOutcome, type OutcomeClient, OutcomeError, unwrap } from '../../src/index.js';
import {
  OUTCOME_CLIENT,
  OutcomeExceptionFilter,
  OutcomeHttpModule,
  type OutcomeHttpOptions,
} from '../../src/nestjs/index.js';
import { inTurn, type ScriptedAnswer, scriptedServer } from './scripted-server.js';

/** Nest's decorators are functions; applied like this, a test needs no compiler options for them. */
function controller(upstream: { http?: HttpService; client?: OutcomeClient<typeof dew> }) {
  class Orders {
    async thrown() {
      return unwrap(await this.client.get('/orders/7'));
    }
    async plain() {
      return (await firstValueFrom(this.http.get('/orders/7'))).data;
    }
    bug(): never {
      throw new TypeError('a bug');
    }
    readonly http: HttpService;
    readonly client: OutcomeClient<typeof dew>;
    constructor(http: HttpService, client: OutcomeClient<typeof dew>) {
      this.http = http;
      this.client = client;
      Object.assign(upstream, { http, client });
    }
  }
  for (const name of ['thrown', 'plain', 'bug'] as const) {
    Get(name)(Orders.prototype, name, Object.getOwnPropertyDescriptor(Orders.prototype, name) ?? {});
  }
  Inject(HttpService)(Orders, undefined, 0);
  Inject(OUTCOME_CLIENT)(Orders, undefined, 1);
  Controller()(Orders);
  return Orders;
}

async function serviceOver(
  answer: (number: number) => ScriptedAnswer,
  {
    filter = new OutcomeExceptionFilter(),
    options = {},
    async: later = false,
  }: { filter?: OutcomeExceptionFilter; options?: OutcomeHttpOptions; async?: boolean } = {},
) {
  const { baseURL, seen } = await scriptedServer(answer);
  const whole = { baseURL, outcomes: { catalogue: dew, retry: { baseDelayMs: 1 } }, ...options };
  const upstream: { http?: HttpService; client?: OutcomeClient<typeof dew> } = {};
  class App {}
  Module({
    imports: [
      later
        ? OutcomeHttpModule.registerAsync({ useFactory: async () => whole })
        : OutcomeHttpModule.register(whole),
    ],
    controllers: [controller(upstream)],
    providers: [{ provide: APP_FILTER, useValue: filter }],
  })(App);
  const app = await NestFactory.create(App, { logger: false });
  onTestFinished(() => app.close());
  await app.listen(0, '127.0.0.1');
  const origin = await app.getUrl();
  return { seen, upstream, ask: (path: 'thrown' | 'plain' | 'bug') => fetch(`${origin}/${path}`) };
}

const logged = vi.spyOn(Logger, 'error');
beforeEach(() => {
  logged.mockReset();
});

const secret = 'inner-secret';
const body = { error: { error_code: 'KMS.0205', error_msg: `${secret} at db-7.internal` } };

describe.each(['thrown', 'plain'] as const)(
  'a NestJS service whose upstream fails, by what is %s',
  (path) => {
    it.each([
      [{ status: 503, headers: { 'Retry-After': '300' } }, 503, '300'],
      [{ status: 429, headers: { 'Retry-After': '61' } }, 503, '61'],
      [{ status: 500 }, 502, null],
      [{ status: 403 }, 502, null],
      [{ status: 418 }, 502, null],
    ])('%o is answered with %i, and nothing of its body', async (upstream, status, retryAfter) => {
      const { ask } = await serviceOver(() => ({ ...upstream, body }));
      const answer = await ask(path);
      const text = await answer.text();
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, retryAfter]);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(JSON.parse(text)).toMatchObject({ status, title: expect.any(String) });
      expect(text).not.toMatch(/inner-secret|KMS|127\.0\.0\.1/);
    });

    it('a timeout is 504, and no connection 502', async () => {
      const slow = await serviceOver(() => ({ status: 200 }), {
        options: { adapter: () => Promise.reject(new AxiosError('timeout of 5ms exceeded', 'ECONNABORTED')) },
      });
      expect((await slow.ask(path)).status).toBe(504);
      const refused = await serviceOver(() => ({ status: 200 }), {
        options: { baseURL: 'http://127.0.0.1:9' },
      });
      expect((await refused.ask(path)).status).toBe(502);
    });

    it('`map` puts a refusal through, with what it wants to tell', async () => {
      const map = (outcome: AnyOutcome) =>
        outcome.kind === 'rejected' && outcome.httpStatus === 404
          ? { status: 404, title: 'No such order' }
          : undefined;
      const { ask } = await serviceOver(() => ({ status: 404, body }), {
        filter: new OutcomeExceptionFilter({ map }),
      });
      const answer = await ask(path);
      expect([answer.status, await answer.json()]).toEqual([404, { status: 404, title: 'No such order' }]);
      expect(logged).not.toHaveBeenCalled();
    });

    it('the failure is logged, in one short line', async () => {
      const { ask } = await serviceOver(() => ({
        status: 400,
        body: { error: { error_code: 'KMS.0205', error_msg: 'no' } },
      }));
      await ask(path);
      expect(logged).toHaveBeenCalledExactlyOnceWith(
        expect.stringMatching(
          /^GET \/orders\/7: rejected, 400 Bad Request \(KMS\.0205\)\. The server said: no\./,
        ),
        'OutcomeExceptionFilter',
      );
    });

    it('data is answered after the client’s retries', async () => {
      const { ask, seen } = await serviceOver(inTurn(503, 200));
      expect(await (await ask(path)).json()).toEqual({ id: 7 });
      expect(seen).toHaveLength(2);
    });
  },
);

it('an error of one’s own is Nest’s business', async () => {
  const { ask } = await serviceOver(() => ({ status: 200 }));
  const answer = await ask('bug');
  expect([answer.status, await answer.json()]).toEqual([
    500,
    { statusCode: 500, message: 'Internal server error' },
  ]);
});

describe('OutcomeHttpModule', () => {
  it.each([false, true])('gives an HttpService with outcomes attached, made later: %s', async (later) => {
    const { upstream, seen } = await serviceOver(inTurn(502, 200, 503, 200), { async: later });
    const { http, client } = upstream;
    const response = await (http && firstValueFrom(http.get('/orders/7')));
    expect(response).toMatchObject({ status: 200, data: { id: 7 } });
    expect(await client?.get('/orders/7')).toMatchObject({
      kind: 'success',
      attempts: [{ status: 503 }, { status: 200 }],
    });
    expect(seen).toHaveLength(4);
  });

  it('an observable that is left cancels the request in its wait', async () => {
    const { upstream, seen } = await serviceOver(() => ({ status: 503, headers: { 'Retry-After': '5' } }));
    const subscription = upstream.http?.get('/orders/7').subscribe({ error: () => {} });
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    subscription?.unsubscribe();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(seen).toHaveLength(1);
  });

  it('each has an instance of its own, apart from that of axios itself', async () => {
    const services: HttpService[] = [];
    class One {
      constructor(http: HttpService) {
        services.push(http);
      }
    }
    class Other extends One {}
    for (const one of [One, Other]) {
      Injectable()(one);
      Inject(HttpService)(one, undefined, 0);
    }
    class First {}
    class Second {}
    Module({ imports: [OutcomeHttpModule.register({ baseURL: 'http://a.example' })], providers: [One] })(
      First,
    );
    Module({ imports: [OutcomeHttpModule.register({ baseURL: 'http://b.example' })], providers: [Other] })(
      Second,
    );
    class App {}
    Module({ imports: [First, Second] })(App);
    const app = await NestFactory.createApplicationContext(App, { logger: false });
    onTestFinished(() => app.close());
    expect(services.map((http) => http.axiosRef.defaults.baseURL)).toEqual([
      'http://a.example',
      'http://b.example',
    ]);
    expect(new HttpService().axiosRef.defaults.baseURL).toBeUndefined();
  });

  it('a wrong option is refused as the module is made', async () => {
    class App {}
    // As a caller without types would write it.
    const outcomes = { retires: 1 } as object;
    Module({ imports: [OutcomeHttpModule.register({ outcomes })] })(App);
    await expect(NestFactory.create(App, { logger: false, abortOnError: false })).rejects.toThrow(/retires/);
  });
});

describe('the filter alone', () => {
  /** The host of a call, as Nest hands it to a filter. */
  function hostOf(reply: object, type = 'http'): ArgumentsHost {
    const host: unknown = { getType: () => type, switchToHttp: () => ({ getResponse: () => reply }) };
    return host as ArgumentsHost;
  }
  const busy = (): OutcomeError => {
    const outcome: unknown = {
      kind: 'unavailable',
      effect: 'none',
      attempts: [],
      request: { method: 'GET', path: '/' },
      retry: { stopped: 'hint', retryAt: Date.now() + 9_500 },
    };
    return new OutcomeError(outcome as AnyOutcome);
  };

  it('answers over Fastify as it does over Express', async () => {
    const app = fastify();
    onTestFinished(() => app.close());
    app.setErrorHandler((error, _, reply) => new OutcomeExceptionFilter().catch(error, hostOf(reply)));
    app.get('/', () => Promise.reject(busy()));
    const answer = await app.inject('/');
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '10']);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({ status: 503, title: 'Service Unavailable' });
  });

  it('ends an answer that has begun, and writes nothing into it', () => {
    const express = { headersSent: true, status: vi.fn(), header: vi.fn(), send: vi.fn(), end: vi.fn() };
    new OutcomeExceptionFilter().catch(busy(), hostOf(express));
    expect([express.end.mock.calls.length, express.send.mock.calls.length]).toEqual([1, 0]);
  });

  it('throws on what is thrown over another transport', () => {
    const error = busy();
    expect(() => new OutcomeExceptionFilter().catch(error, hostOf({}, 'rpc'))).toThrow(error);
  });

  it('answers 500 to an AxiosError that an interceptor made of a good answer: only the application knows what it means', async () => {
    const { upstream, ask } = await serviceOver(() => ({ status: 200 }));
    upstream.http?.axiosRef.interceptors.response.use((response) => {
      throw new AxiosError('odd', 'ERR_ODD', response.config, {}, response);
    });
    const answer = await ask('plain');
    expect([answer.status, await answer.json()]).toEqual([
      500,
      { status: 500, title: 'Internal Server Error' },
    ]);
  });

  it('never rejects, whatever was thrown, since Nest does not wait for it', async () => {
    const reply = { status: vi.fn(), header: vi.fn(), send: vi.fn() };
    const odd = {
      isAxiosError: true,
      get response(): never {
        throw new Error('no');
      },
    };
    await new OutcomeExceptionFilter().catch(odd, hostOf(reply));
    const map = () => {
      throw new TypeError('a bug');
    };
    await new OutcomeExceptionFilter({ map }).catch(new AxiosError('x', 'ECONNRESET'), hostOf(reply));
    expect(reply.send).toHaveBeenCalledTimes(2);
    expect(logged).toHaveBeenLastCalledWith(expect.stringContaining('TypeError'), expect.any(String));
  });
});
