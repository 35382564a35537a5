import axios, { type AxiosAdapter, AxiosError, type InternalAxiosRequestConfig } from 'axios';
import { describe, expect, it } from 'vitest';
import { attachOutcomes, type OutcomeOptions } from '../../src/index.js';

/** An instance whose server is never there, and how often it was asked. */
function unavailable(outcome?: object) {
  const asked: InternalAxiosRequestConfig[] = [];
  const adapter: AxiosAdapter = async (config) => {
    asked.push(config);
    const response = { status: 503, statusText: '', data: '{}', headers: {}, config };
    throw new AxiosError('503', undefined, config, {}, response as never);
  };
  return { instance: axios.create({ adapter, ...(outcome ? { outcome } : {}) }), asked };
}

const fast = { baseDelayMs: 0, throttleDelayMs: 0 };

/** How often a GET is sent by the client, and by plain code on the instance. */
async function sent(options: Pick<OutcomeOptions<never>, 'retry'>, ofInstance?: object, ofCall?: object) {
  const counts: number[] = [];
  for (const way of ['client', 'instance'] as const) {
    const { instance, asked } = unavailable(ofInstance);
    const client = attachOutcomes(instance, options);
    const config = { ...(ofCall ? { outcome: ofCall } : {}) };
    if (way === 'client') await client.get('/', config);
    else await instance.get('/', config).catch(() => undefined);
    counts.push(asked.length);
  }
  return counts;
}

describe('options of attachOutcomes, axios.create and a call: the option nearest to the call counts', () => {
  it.each([
    [
      'what the call does not say is the word of the instance',
      {},
      { retry: { retries: 0 } },
      { retry: fast },
      1,
    ],
    ['what neither says is the word of attachOutcomes', { retries: 3 }, { retry: fast }, {}, 4],
    [
      'the call goes before the instance',
      {},
      { retry: { ...fast, retries: 0 } },
      { retry: { retries: 1 } },
      2,
    ],
    ['retry: false of the call ends them', fast, { retry: { retries: 5 } }, { retry: false }, 1],
    [
      'retry: false of the instance holds for a call without retry',
      fast,
      { retry: false },
      { redact: ['a'] },
      1,
    ],
    [
      'retry: {…} of the call undoes it, with the options below',
      { ...fast, retries: 4 },
      { retry: false },
      { retry: {} },
      5,
    ],
    ['retry: false of attachOutcomes is undone by a nearer retry: {…}', false, { retry: fast }, undefined, 3],
    ['retry: false of attachOutcomes holds without one', false, undefined, undefined, 1],
  ] as const)('%s', async (_, ofClient, ofInstance, ofCall, times) => {
    expect(await sent({ retry: ofClient }, ofInstance, ofCall)).toEqual([times, times]);
  });

  it('an option with the value undefined does not count', async () => {
    const undefinedRetries = { retry: { retries: undefined, baseDelayMs: undefined } };
    expect(await sent({ retry: { ...fast, retries: 1 } }, undefinedRetries, undefinedRetries)).toEqual([
      2, 2,
    ]);
  });

  it('redact: the names of all three places count', async () => {
    const { instance } = unavailable({ redact: ['b'] });
    const adapter: AxiosAdapter = async (config) => ({
      status: 200,
      statusText: '',
      data: { a: 1, b: 2, c: 3, d: 4 },
      headers: {},
      config,
    });
    const client = attachOutcomes(instance, { redact: ['a'] });
    const outcome = await client.get('/', { adapter, outcome: { redact: ['c'] } });
    const hidden = '[redacted]';
    expect(outcome).toMatchObject({ data: { a: hidden, b: hidden, c: hidden, d: 4 } });
  });
});

describe('the error for a wrong option of a request says what is wrong, where, and what to write', () => {
  it.each([
    [{ retries: 1 }, 'Unknown option "retries" in outcome. Write outcome: { retry: { retries: … } }.'],
    [{ idempotencyKey: true }, 'Write outcome: { retry: { idempotencyKey: … } }.'],
    [{ retyr: {} }, 'Unknown option "retyr" in outcome. Did you mean "retry"?'],
    [{ retry: { retires: 1 } }, 'Unknown option "retires" in outcome.retry. Did you mean "retries"?'],
    [{ delayed: { polIntervalMs: 1 } }, 'Unknown option "polIntervalMs" in outcome.delayed. Did you mean'],
    [{ delayed: { concurrency: 1 } }, 'outcome.delayed.concurrency'],
    [{ catalogue: {} }, 'Unknown option "catalogue" in outcome.'],
  ])('%j', async (outcome, message) => {
    const { instance, asked } = unavailable();
    const client = attachOutcomes(instance);
    await expect(client.get('/', { outcome: outcome as never })).rejects.toThrow(message);
    await expect(instance.get('/', { outcome } as never)).rejects.toThrow(message);
    expect(asked).toEqual([]);
  });
});
