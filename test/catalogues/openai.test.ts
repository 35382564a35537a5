import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openai } from '../../src/catalogues/openai/index.js';
import { attachOutcomes } from '../../src/index.js';
import { type Answer, elapse, scriptedApi } from './scripted-api.js';

beforeEach(() => vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => vi.useRealTimers());

function openaiOf(...answers: readonly Answer[]) {
  const api = scriptedApi('https://llm.example/v1', answers);
  return { ...api, client: attachOutcomes(api.instance, { catalogue: openai, retry: { jitter: 'none' } }) };
}
const error = (type: string, code: string | null) => ({ error: { message: 'm', type, code, param: null } });
const done: Answer = { status: 200, body: { id: 'c' } };

describe('OpenAI, 429 (Error codes guide)', () => {
  it('for the rate is throttling: retry-after-ms is waited out before Retry-After', async () => {
    const { client, waits } = openaiOf(
      {
        status: 429,
        headers: { 'retry-after-ms': '2500', 'retry-after': '60' },
        body: error('requests', 'rate_limit_exceeded'),
      },
      done,
    );
    expect(await elapse(client.post('/responses', {}))).toMatchObject({ kind: 'success' });
    expect(waits()).toEqual([2_500]);
  });

  it.each([
    ['insufficient_quota', 'insufficient_quota', 'insufficient_quota'],
    // Older answers, and other vendors', leave the code out.
    ['insufficient_quota', null, 'insufficient_quota'],
    ['insufficient_quota', 'credit_balance_exhausted', 'credit_balance_exhausted'],
    ['insufficient_quota', 'project_spend_limit_exceeded', 'project_spend_limit_exceeded'],
  ])('of type %s and code %s is a quota: rejected, and never sent again', async (type, code, expected) => {
    const { client, asked } = openaiOf({
      status: 429,
      headers: { 'retry-after': '1' },
      body: error(type, code),
    });
    const outcome = await elapse(client.get('/models'));
    expect(outcome).toMatchObject({
      kind: 'rejected',
      status: 429,
      problem: { code: expected, message: 'm' },
    });
    expect(asked).toHaveLength(1);
    if (outcome.kind === 'rejected' && outcome.status === 429) {
      expect(outcome.problem.documented?.remedy?.en).toBe('Add credits, or have the limit raised.');
    }
  });

  it('without a code that is known is about the rate', async () => {
    const { client, asked } = openaiOf({ status: 429, body: error('tokens', null) });
    expect(await elapse(client.get('/models'))).toMatchObject({ kind: 'unavailable' });
    expect(asked).toHaveLength(3);
  });
});

describe('OpenAI, what its own client repeats (openai-node, README, Retries)', () => {
  it.each(['/chat/completions', '/embeddings', '/moderations'])(
    'a POST to %s is sent again after 500',
    async (path) => {
      const { client, asked } = openaiOf({ status: 500, body: error('server_error', null) }, done);
      expect(await elapse(client.post(path, {}))).toMatchObject({ kind: 'success' });
      expect(asked).toHaveLength(2);
    },
  );

  it('a POST that leaves state behind is not: a response is stored', async () => {
    const { client, asked } = openaiOf({ status: 500, body: error('server_error', null) });
    expect(await elapse(client.post('/responses', {}))).toMatchObject({
      kind: 'failed',
      effect: 'unknown',
      retry: { stopped: 'unsafe' },
    });
    expect(asked).toHaveLength(1);
  });

  it('503 that says slow_down is throttling, so that a POST may be sent again', async () => {
    const { client, asked } = openaiOf({ status: 503, body: error('rate_limit_error', 'slow_down') }, done);
    expect(await elapse(client.post('/responses', {}))).toMatchObject({ kind: 'success' });
    expect(asked).toHaveLength(2);
  });
});

describe('OpenAI, x-should-retry (openai-node, client, shouldRetry)', () => {
  it('false is a veto', async () => {
    const { client, asked } = openaiOf({
      status: 503,
      headers: { 'x-should-retry': 'false' },
      body: error('x', null),
    });
    expect(await elapse(client.get('/models'))).toMatchObject({ retry: { stopped: 'vetoed' } });
    expect(asked).toHaveLength(1);
  });

  it('true makes a 400 worth another attempt, of a POST too: it was refused, and did nothing', async () => {
    const { client, asked } = openaiOf(
      { status: 400, headers: { 'x-should-retry': 'true' }, body: error('x', null) },
      done,
    );
    expect(await elapse(client.post('/responses', {}))).toMatchObject({ kind: 'success' });
    expect(asked).toHaveLength(2);
  });

  it('true does not repeat a POST that may have been carried out', async () => {
    const { client, asked } = openaiOf({
      status: 500,
      headers: { 'x-should-retry': 'true' },
      body: error('x', null),
    });
    expect(await elapse(client.post('/responses', {}))).toMatchObject({ retry: { stopped: 'unsafe' } });
    expect(asked).toHaveLength(1);
  });
});
