import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closedPort } from '../integration/fault-server.js';
import { apiServer } from './api-server.js';
import type { PageCall, PageResult } from './app/main.js';
import { type BrowserPage, isBrowserMissing, openPage } from './browser-page.js';

const missing = isBrowserMissing();
let opened: BrowserPage;
beforeAll(async () => {
  if (!missing) opened = await openPage(resolve(import.meta.dirname, 'app'));
}, 60_000);
afterAll(() => opened?.close());

describe.skipIf(missing).each(['xhr', 'fetch'] as const)('in Chromium, over %s', (adapter) => {
  const call = (spec: Omit<PageCall, 'adapter'>): Promise<PageResult> =>
    opened.page.evaluate((given) => window.call(given), { ...spec, adapter });
  const ends = ({ outcome }: PageResult) =>
    // As the outcome's type has it; it came out of the page as JSON.
    (outcome['attempts'] as readonly { readonly status?: number; readonly code?: string }[]).map(
      ({ status, code }) => code ?? status,
    );

  it('a good answer of another origin is a success, with its data and effect', async () => {
    const api = await apiServer({ status: 201 });
    const { outcome } = await call({ method: 'post', url: api.origin, body: 'json' });
    expect(outcome).toMatchObject({ kind: 'success', status: 201, data: { id: 1 }, effect: 'applied' });
  });

  it('a network error says nothing of how far it got (Fetch Standard, network error): a GET goes again, a POST not', async () => {
    const url = `http://127.0.0.1:${await closedPort()}/a`;
    const got = await call({ method: 'get', url });
    expect(got.outcome).toMatchObject({ kind: 'unreachable', code: 'ERR_NETWORK', effect: 'none' });
    expect(ends(got)).toEqual(['ERR_NETWORK', 'ERR_NETWORK', 'ERR_NETWORK']);
    const posted = await call({ method: 'post', url, body: 'json' });
    expect(posted.outcome).toMatchObject({ effect: 'unknown', retry: { stopped: 'unsafe' } });
    expect(ends(posted)).toEqual(['ERR_NETWORK']);
  });

  it('a reset connection: the server saw a POST once and a PUT again', async () => {
    const posted = await apiServer({ fault: 'reset' }, {});
    const once = await call({ method: 'post', url: posted.origin, body: 'json' });
    expect(once.outcome).toMatchObject({ kind: 'unreachable', effect: 'unknown' });
    expect(posted.seen).toHaveLength(1);
    const put = await apiServer({ fault: 'reset' }, {});
    expect((await call({ method: 'put', url: put.origin, body: 'json' })).outcome['kind']).toBe('success');
    expect(put.seen.map(({ body }) => body.toString())).toEqual(['{"name":"ключ"}', '{"name":"ключ"}']);
  });

  it('an answer that CORS keeps from the page is unreachable, though the server did the work', async () => {
    const api = await apiServer({ shared: false });
    const { outcome } = await call({ method: 'post', url: api.origin, body: 'json' });
    expect(outcome).toMatchObject({ kind: 'unreachable', code: 'ERR_NETWORK', effect: 'unknown' });
    expect(api.seen).toHaveLength(1);
  });

  it('axios’s timeout is per attempt, and has its code', async () => {
    const api = await apiServer({ fault: 'silence' }, {});
    // More than one may time out on a busy machine.
    const options = { retry: { retries: 20, baseDelayMs: 1 } };
    const result = await call({ method: 'get', url: api.origin, timeout: 150, options });
    expect(result.outcome).toMatchObject({ kind: 'success' });
    const timedOut = ends(result).slice(0, -1);
    expect(timedOut).toContainEqual(expect.stringMatching(/^(ECONNABORTED|ETIMEDOUT)$/));
    expect(new Set(timedOut).size).toBe(1);
    expect(ends(result).at(-1)).toBe(200);
  });

  it('deadlineMs ends a request that is never answered', async () => {
    const api = await apiServer({ fault: 'silence' });
    const options = { retry: { deadlineMs: 200 } };
    const { outcome, tookMs, ownMs } = await call({ method: 'get', url: api.origin, options });
    expect(outcome).toMatchObject({ kind: 'unreachable', retry: { stopped: 'deadline' } });
    expect(tookMs).toBeGreaterThanOrEqual(195);
    expect(ownMs).toBeLessThan(1000);
  });

  it('an abort settles at once, under way and in a wait', async () => {
    const silent = await apiServer({ fault: 'silence' });
    const under = await call({ method: 'get', url: silent.origin, abortAfterMs: 100 });
    expect(under.outcome).toMatchObject({ kind: 'cancelled' });
    const busy = await apiServer({ status: 503, headers: { 'Retry-After': '30' }, exposed: 'Retry-After' });
    const waiting = await call({ method: 'get', url: busy.origin, abortAfterMs: 200 });
    expect(waiting.outcome).toMatchObject({ kind: 'cancelled' });
    expect(busy.seen).toHaveLength(1);
    expect(Math.max(under.ownMs, waiting.ownMs)).toBeLessThan(2000);
  });

  it('a Retry-After that CORS hides (Fetch Standard, CORS protocol) is no hint: a GET backs off, a POST is not sent again', async () => {
    const busy = { status: 503, headers: { 'Retry-After': '30' } };
    const got = await call({ method: 'get', url: (await apiServer(busy, {})).origin });
    expect(got.outcome).toMatchObject({ kind: 'success', attempts: [{ status: 503 }, { status: 200 }] });
    expect(got.ownMs).toBeLessThan(9_000);
    const hidden = await apiServer(busy, {});
    const posted = await call({ method: 'post', url: hidden.origin, body: 'json' });
    expect(posted.outcome).toMatchObject({ kind: 'unavailable', retry: { stopped: 'unsafe' } });
    expect(hidden.seen).toHaveLength(1);
  });

  it('one that is exposed is waited for, by a POST too', async () => {
    const busy = { status: 503, headers: { 'Retry-After': '1' }, exposed: 'Retry-After' };
    for (const method of ['put', 'post']) {
      const api = await apiServer(busy, { status: 201 });
      const { outcome, tookMs } = await call({ method, url: api.origin, body: 'json' });
      expect(outcome).toMatchObject({ kind: 'success', status: 201, effect: 'applied' });
      expect(tookMs).toBeGreaterThanOrEqual(1000);
      expect(api.seen).toHaveLength(2);
    }
  });

  // XMLHttpRequest tells the address that it came to, and not how: that a POST was led to its own is fetch's to tell.
  const led = [
    [301, '/other'],
    [302, '/other'],
    [303, '/other'],
    ...(adapter === 'fetch' ? [[303, '/'] as const] : []),
  ] as const;
  it.each(led)(
    'a POST that %d led to %s is carried out once, whatever comes then (RFC 9110, 15.4)',
    async (status, Location) => {
      const carriedOut = { status, headers: { Location } };
      const headers = { 'Retry-After': '0' };
      await Promise.all(
        [503, 429, 408, 425].map(async (then) => {
          const api = await apiServer(carriedOut, { status: then, headers, exposed: '*' });
          const { outcome } = await call({ method: 'post', url: api.origin, body: 'json' });
          expect(outcome).toMatchObject({ effect: 'unknown', attempts: [{ status: then }] });
          expect(api.seen.map(({ method }) => method)).toEqual(['POST', 'GET']);
        }),
      );
    },
  );

  it('a Blob is sent again byte for byte', async () => {
    const api = await apiServer({ status: 502 }, {});
    expect((await call({ method: 'put', url: api.origin, body: 'blob' })).outcome['kind']).toBe('success');
    const bytes = Buffer.from([0, 255, 13, 10, 128]);
    expect(api.seen.map(({ body }) => body)).toEqual([bytes, bytes]);
  });

  it.each(['form', 'form by a function'] as const)(
    'a %s is sent again with every part, whatever boundary the browser draws',
    async (body) => {
      const api = await apiServer({ status: 502 }, {});
      expect((await call({ method: 'put', url: api.origin, body })).outcome['kind']).toBe('success');
      const parts = api.seen.map(({ type, body }) => {
        const boundary = /boundary=(\S+)/.exec(type)?.[1] ?? 'none';
        return body.toString('latin1').replaceAll(boundary, 'boundary');
      });
      expect(parts[0]).toContain('filename="five.bin"');
      expect(parts[0]).toContain('\0\xff\r\n\x80');
      expect(parts[1]).toBe(parts[0]);
    },
  );

  it('a 202 is followed to its end', async () => {
    const api = await apiServer({ status: 202 }, { status: 202 }, { status: 200 });
    const options = { delayed: { pollIntervalMs: 20 } };
    const { outcome } = await call({ method: 'get', url: `${api.origin}/stats`, complete: true, options });
    expect(outcome).toMatchObject({ kind: 'success', data: { id: 1 }, effect: 'applied' });
    expect(api.seen).toHaveLength(3);
  });
});

describe.skipIf(missing)('in Chromium', () => {
  it('an OutcomeError on the console, caught or not, stays under 1 kB and shows nothing of the answer', async () => {
    const api = await apiServer({
      status: 404,
      headers: { 'X-Long': 'h'.repeat(4_000), 'Content-Language': 'xx-in-the-answer' },
      exposed: '*',
    });
    const { page } = opened;
    const logged = page.waitForEvent('console', (message) => message.text().includes('rejected'));
    const uncaught = page.waitForEvent('pageerror');
    await page.evaluate((url) => window.printError(url), `${api.origin}/orders/7`);
    const texts = [(await logged).text(), `${(await uncaught).stack}`];
    for (const text of texts) {
      expect(text).toMatch(/GET \/orders\/7: rejected, 404 Not Found\./);
      expect(Buffer.byteLength(text)).toBeLessThan(1_000);
      expect(text).not.toMatch(/hhhh|xx-in-the-answer/);
    }
  });

  it('SWR asks once for a refusal, and again at the server’s time', async () => {
    const refused = await apiServer({ status: 403 });
    const ask = (url: string, quietMs: number) =>
      opened.page.evaluate(([at, quiet]) => window.askBySwr(at, { retry: { maxHintMs: 100 } }, quiet), [
        url,
        quietMs,
      ] as const);
    // SWR's own first wait is 2.5 to 7.5 s: what is seen of it here is that nothing was begun.
    expect(await ask(refused.origin, 100)).toEqual({ kind: 'rejected' });
    expect(refused.seen).toHaveLength(1);

    const busy = { status: 503, headers: { 'Retry-After-Ms': '200' }, exposed: 'Retry-After-Ms' };
    const api = await apiServer(busy, {});
    expect(await ask(api.origin, 9_000)).toEqual({ data: { id: 1 } });
    expect(api.seen).toHaveLength(2);
  });
});
