import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { github } from '../../src/catalogues/github/index.js';
import { attachOutcomes, explain } from '../../src/index.js';
import { type Answer, elapse, scriptedApi } from './scripted-api.js';

const start = 1_700_000_000_000;
beforeEach(() => vi.useFakeTimers({ now: start }));
afterEach(() => vi.useRealTimers());

function githubOf(...answers: readonly Answer[]) {
  const api = scriptedApi('https://api.github.example', answers);
  return { ...api, client: attachOutcomes(api.instance, { catalogue: github, retry: { jitter: 'none' } }) };
}
const done: Answer = { status: 200, body: { ok: true } };
const secondary = { message: 'You have exceeded a secondary rate limit.', documentation_url: 'x' };

describe('GitHub, secondary rate limits (Rate limits, Exceeding the rate limit)', () => {
  it('403 with Retry-After is waited out, a POST too, since nothing was done', async () => {
    const { client, waits } = githubOf(
      { status: 403, headers: { 'retry-after': '7' }, body: secondary },
      { status: 201, body: { id: 1 } },
    );
    expect(await elapse(client.post('/repos/a/b/issues', { title: 't' }))).toMatchObject({
      kind: 'success',
      status: 201,
    });
    expect(waits()).toEqual([7_000]);
  });

  it('without Retry-After the wait is a minute at least, whatever the reset of the other limit says', async () => {
    const { client, waits } = githubOf(
      {
        status: 403,
        body: secondary,
        headers: { 'x-ratelimit-remaining': '4321', 'x-ratelimit-reset': `${start / 1000 + 2_400}` },
      },
      done,
    );
    expect(await elapse(client.get('/search/issues'))).toMatchObject({ kind: 'success' });
    expect(waits()).toHaveLength(1);
    expect(waits()[0]).toBeGreaterThanOrEqual(60_000);
    expect(waits()[0]).toBeLessThan(61_000);
  });

  it('a client that waits less than a minute stops at once, and is told when to come back', async () => {
    const { instance, asked } = scriptedApi('https://api.github.example', [{ status: 429, body: secondary }]);
    const client = attachOutcomes(instance, { catalogue: github, retry: { maxHintMs: 5_000 } });
    expect(await elapse(client.get('/x'))).toMatchObject({
      kind: 'unavailable',
      status: 429,
      effect: 'none',
      problem: { code: 'secondary_rate_limit' },
      retry: { stopped: 'hint', retryAt: start + 60_000 },
    });
    expect(asked).toHaveLength(1);
  });

  it('each wait is longer than the one before, and the second is past what a client waits', async () => {
    const goesOn = scriptedApi('https://api.github.example', [{ status: 403, body: secondary }]);
    const patient = attachOutcomes(goesOn.instance, {
      catalogue: github,
      retry: { maxHintMs: 600_000, jitter: 'none' },
    });
    await elapse(patient.get('/x'));
    expect(goesOn.waits()).toEqual([60_000, 120_000]);

    const { client, asked } = githubOf({ status: 403, body: secondary });
    const outcome = await elapse(client.get('/x'));
    expect(asked).toHaveLength(2);
    expect(outcome).toMatchObject({ retry: { stopped: 'hint' } });
  });

  it('where it goes on, the caller gets an unavailable 403, which the types know', async () => {
    const { client, asked } = githubOf({ status: 403, headers: { 'retry-after': '1' }, body: secondary });
    const outcome = await elapse(client.get('/x'));
    expect(asked).toHaveLength(3);
    if (outcome.kind !== 'unavailable' || outcome.status !== 403) throw new Error('not unavailable');
    expect(outcome.retry.stopped).toBe('attempts');
    expect(explain(outcome)).toContain('writes a second apart');
    expect(explain(outcome, { locale: 'zh' })).toContain('写操作之间间隔一秒');
  });
});

describe('GitHub, the primary rate limit (same section)', () => {
  it.each([403, 429])('%i with nothing remaining is not sent again before the reset', async (status) => {
    const { client, waits } = githubOf(
      {
        status,
        body: { message: 'API rate limit exceeded' },
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${start / 1000 + 30}` },
      },
      done,
    );
    expect(await elapse(client.get('/x'))).toMatchObject({ kind: 'success' });
    expect(waits()[0]).toBeGreaterThanOrEqual(30_000);
  });

  it('a reset in 40 minutes is not waited for: the outcome says when', async () => {
    const { client, asked } = githubOf({
      status: 403,
      body: { message: 'API rate limit exceeded' },
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${start / 1000 + 2_400}` },
    });
    expect(await elapse(client.get('/x'))).toMatchObject({
      kind: 'unavailable',
      problem: { code: 'primary_rate_limit' },
      retry: { stopped: 'hint', retryAt: start + 2_400_000 },
    });
    expect(asked).toHaveLength(1);
  });
});

describe('GitHub, what is no rate limit (Troubleshooting)', () => {
  it('403 for want of a permission is final', async () => {
    const { client, asked } = githubOf({
      status: 403,
      body: { message: 'Resource not accessible by integration', documentation_url: 'x' },
      headers: { 'x-ratelimit-remaining': '12' },
    });
    const outcome = await elapse(client.get('/x'));
    expect(outcome).toMatchObject({ kind: 'rejected', status: 403 });
    expect(asked).toHaveLength(1);
  });

  it('404 to the last request of the hour is a 404, and no rate limit', async () => {
    const { client } = githubOf({
      status: 404,
      body: { message: 'Not Found', documentation_url: 'x' },
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${start / 1000 + 5}` },
    });
    const outcome = await elapse(client.get('/x'));
    if (outcome.kind !== 'rejected') throw new Error('not rejected');
    expect(outcome.problem.code).toBeUndefined();
    expect(outcome.problem.message).toBe('Not Found');
  });

  it('422 names the fields', async () => {
    const { client } = githubOf({
      status: 422,
      body: {
        message: 'Validation Failed',
        documentation_url: 'x',
        errors: [{ resource: 'Issue', field: 'title', code: 'missing_field' }],
      },
      headers: { 'x-github-request-id': 'ABC' },
    });
    expect(await elapse(client.post('/x', {}))).toMatchObject({
      kind: 'rejected',
      problem: { requestId: 'ABC', fields: [{ path: 'title', code: 'missing_field' }] },
    });
  });
});

describe('GitHub, statistics that are being compiled (Repository statistics)', () => {
  it('202 is delayed, and asking the same again ends with the statistics', async () => {
    const { client, asked } = githubOf(
      { status: 202, body: {} },
      { status: 202, body: {} },
      {
        status: 200,
        body: [{ total: 3 }],
      },
    );
    const outcome = await elapse(client.get('/repos/a/b/stats/contributors'));
    if (outcome.kind !== 'delayed') throw new Error('not delayed');
    expect(asked).toHaveLength(1);
    expect(await elapse(client.complete(outcome))).toMatchObject({ kind: 'success', data: [{ total: 3 }] });
    expect(
      new Set(
        asked.map(({ method, url }) => `${method} ${new URL(url, 'https://api.github.example').pathname}`),
      ),
    ).toEqual(new Set(['GET /repos/a/b/stats/contributors']));
    expect(asked).toHaveLength(3);
  });

  it('202 to a POST, such as a fork, has nothing to be followed and stays delayed', async () => {
    const { client } = githubOf({ status: 202, body: { id: 1 } });
    const outcome = await elapse(client.post('/repos/a/b/forks'));
    if (outcome.kind !== 'delayed') throw new Error('not delayed');
    expect(outcome.task.monitor).toBeUndefined();
    expect(await elapse(client.complete(outcome))).toMatchObject({ kind: 'delayed' });
  });
});
