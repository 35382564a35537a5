import axios, { type AxiosAdapter, AxiosError, AxiosHeaders } from 'axios';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type AnyOutcome,
  attachOutcomes,
  defineDialect,
  explain,
  outcomeOf,
  unwrap,
} from '../../src/index.js';
import { said } from './scripted.js';

type Poll = readonly [status: number, body: object];

const polls: Readonly<Record<string, Poll>> = {
  failed: [200, { status: 'Failed', error: { code: 'DiskFull', message: 'no space', pan: '4111' } }],
  cancelled: [200, { status: 'Canceled', error: { code: 'Stopped', message: 'by an operator' } }],
  expired: [404, { error: { code: 'NoTask', message: 'no such task' } }],
  refused: [403, { error: { code: 'NoRight', message: 'not yours', pan: '4111' } }],
};

/** The outcome of a task that is started by POST and whose every poll gets this answer. */
interface Own {
  readonly redact?: readonly string[];
  readonly responses?: { readonly 403?: z.ZodType };
}
async function complete(
  [status, body]: Poll,
  { redact = [], responses = {} }: Own = {},
): Promise<AnyOutcome> {
  const adapter: AxiosAdapter = async (config) => {
    const started = config.method === 'post';
    const headers = new AxiosHeaders(started ? { 'Operation-Location': '/operations/1' } : {});
    const response = { status: started ? 202 : status, statusText: '', data: '', headers, config };
    response.data = started ? '{}' : JSON.stringify(body);
    if (response.status < 300) return response;
    throw new AxiosError('status', 'ERR_BAD_REQUEST', config, {}, response);
  };
  const http = axios.create({ adapter, baseURL: 'https://api.example' });
  const client = attachOutcomes(http, { redact, responses, retry: false, delayed: { pollIntervalMs: 1 } });
  // A task's ending is no member of AnyOutcome, and explain takes it all the same.
  return (await client.complete(await client.post('/disks', {}))) as AnyOutcome;
}

describe('explain and unwrap say of a task how it ended, and nothing of the status of its monitor', () => {
  it.each([
    {
      how: 'failed',
      en: ['failed (the task failed), Failed, DiskFull', /^See what the server says of it/],
      zh: ['failed（任务执行失败），Failed，DiskFull', /^请查看服务器给出的原因/],
      thrown: 'POST /disks: failed, the task failed: Failed (DiskFull). The server said: no space. See what',
    },
    {
      how: 'cancelled',
      en: ['failed (the task was cancelled at the server), Canceled, Stopped', /^Send the request again/],
      zh: ['failed（任务已在服务端被取消），Canceled，Stopped', /^如仍需要/],
      thrown: 'failed, the task was cancelled at the server: Canceled (Stopped). The server said: by an oper',
    },
    {
      how: 'expired',
      en: ['failed (the server no longer knows the task), NoTask', /^The work may have been done: check/],
      zh: ['failed（服务端已无该任务的记录），NoTask', /^操作可能已执行/],
      thrown:
        'failed, the server no longer knows the task (NoTask). The server said: no such task. The work may',
    },
  ] as const)('$how', async ({ how, en, zh, thrown }) => {
    const outcome = await complete(polls[how] as Poll);
    expect(outcome).toMatchObject({ kind: 'failed', status: 'other', task: { ended: how } });
    for (const given of [outcome, structuredClone(outcome), JSON.parse(JSON.stringify(outcome))]) {
      const english = explain(given);
      expect(said(english, 'Outcome')).toBe(en[0]);
      expect(said(english, 'Next')).toMatch(en[1]);
      expect(english).not.toMatch(/Documentation|does not document/);
      const chinese = explain(given, { locale: 'zh' });
      expect(said(chinese, '结果')).toBe(zh[0]);
      expect(said(chinese, '下一步')).toMatch(zh[1]);
      expect(chinese).not.toMatch(/文档|未收录/);
      expect(() => unwrap(given)).toThrow(thrown);
      expect(() => unwrap(given)).not.toThrow(/documented|The server failed/);
    }
  });
});

describe('what holds for the answer to a call holds for the answers of its monitor', () => {
  it.each(['failed', 'refused'])('the names of `redact`: %s', async (how) => {
    expect(await complete(polls[how] as Poll)).toMatchObject({
      problem: { details: how === 'failed' ? expect.anything() : { error: { pan: '4111' } } },
    });
    const outcome = await complete(polls[how] as Poll, { redact: ['pan'] });
    expect(JSON.stringify(outcome)).toContain('[redacted]');
    expect(JSON.stringify(outcome)).not.toContain('4111');
  });

  it('the schema of a refusal, by which its problem has its type', async () => {
    const problem = z.object({ error: z.object({ code: z.string() }) });
    const http = { responses: { 403: problem } };
    expect(await complete(polls['refused'] as Poll, http)).toMatchObject({
      kind: 'rejected',
      problem: { error: { code: 'NoRight' } },
    });
    const other = { responses: { 403: z.object({ other: z.string() }) } };
    expect(await complete(polls['refused'] as Poll, other)).toMatchObject({
      kind: 'malformed',
      effect: 'unknown',
      issues: [{ path: ['other'] }],
    });
  });
});

describe('outcomeOf of an attached instance, and a client that reads another one', () => {
  const dialect = defineDialect({
    name: 'Own',
    start: ({ headers, url }) => {
      const own = headers['x-own-task'];
      return own === undefined ? undefined : { monitor: new URL(own, url).href };
    },
    read: () => ({ state: 'done', data: { id: 7 } }),
  });
  const adapter: AxiosAdapter = async (config) => {
    const headers = new AxiosHeaders({ 'X-Own-Task': '/own/1' });
    return { status: config.method === 'post' ? 202 : 200, statusText: '', data: '{}', headers, config };
  };
  const http = () => axios.create({ adapter, baseURL: 'https://api.example' });
  const options = { retry: false, delayed: { dialects: [dialect], pollIntervalMs: 1 } } as const;

  it('find the tasks of the client’s own dialects', async () => {
    const attached = http();
    const client = attachOutcomes(attached, options);
    const monitor = 'https://api.example/own/1';
    expect(await outcomeOf(attached.post('/a'))).toMatchObject({ kind: 'delayed', task: { monitor } });
    expect(await client.outcomeOf(http().post('/a'))).toMatchObject({ kind: 'delayed', task: { monitor } });
  });

  it('keep the schemas of the call for the result of its task', async () => {
    const attached = http();
    const client = attachOutcomes(attached, options);
    // Axios hands through the keys that it does not know; its types do not.
    const own = { outcome: { responses: { 200: z.object({ id: z.string() }) } } } as object;
    const outcome = await client.complete(await client.outcomeOf(attached.post('/a', {}, own)));
    expect(outcome).toMatchObject({ kind: 'malformed', issues: [{ path: ['id'] }] });
  });
});
