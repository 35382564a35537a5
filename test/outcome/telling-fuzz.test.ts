import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import axios, { type AxiosAdapter, AxiosError, AxiosHeaders } from 'axios';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import {
  attachOutcomes,
  explain,
  isOutcome,
  isRetryable,
  match,
  OutcomeError,
  outcomeOf,
  unwrap,
} from '../../src/index.js';
import { context, fingerprint, toLog } from '../../src/logging/index.js';
import { queryRetry } from '../../src/query/index.js';
import { problemResponse } from '../../src/server/index.js';
import { leastCpuMs } from '../cpu-time.js';
import { answer, answers, type Made, pairs, text } from '../hostile-answers.js';

/** Of an answer: what is said where no answer came, and what the request had sent. */
const told = fc.record({
  answer,
  pairs,
  message: text,
  code: fc.oneof(text, fc.constantFrom('ECONNRESET', 'ERR_BAD_RESPONSE', 'ERR_CANCELED', 'ETIMEDOUT')),
  secret: text,
  way: fc.constantFrom('response', 'refused', 'lost', 'restored'),
});
type Told = typeof told extends fc.Arbitrary<infer T> ? T : never;

/** Addresses that hold whatever the texts hold, as a redirecting or echoing server has them. */
function quoting({ message, secret }: Told): Record<string, string> {
  const address = `https://u:${secret}@api.example/a?token=${secret}&to=%2F%3Fsig%3D${message}%26a%3D${message}#${secret}`;
  return {
    Location: address,
    Link: `<${address}>; rel=alternate`,
    'X-Debug': `Bearer ${secret} ${message}`,
    'Set-Cookie': secret,
  };
}

/** The response, as an adapter or a mock gives it. */
function responseOf(given: Told, headers: unknown, config: object) {
  const { status, body } = given.answer;
  return {
    status,
    statusText: given.message,
    data: body(),
    headers: headers as never,
    config: config as never,
  };
}

/** What axios rejects with. */
function errorOf(given: Told, response: ReturnType<typeof responseOf> | undefined, config: object): unknown {
  const error = new AxiosError(given.message, given.code, config as never, {}, response);
  if (given.way !== 'restored') return error;
  const { message, name, code } = error;
  return { message, name, code, config, status: given.answer.status };
}

function sentConfig({ secret, message }: Told) {
  return {
    url: `/things/${message}?sig=${secret}`,
    method: 'post',
    headers: new AxiosHeaders({
      Authorization: 'Bearer 0123456789',
      'X-Api-Key': secret.replace(/[^\x20-\x7e]/g, 'x'),
    }),
    params: { token: secret },
    auth: { username: message, password: secret },
  };
}

/** Everything that tells of an outcome. */
function tellAll(outcome: Parameters<typeof explain>[0]): void {
  expect(isOutcome(outcome)).toBe(true);
  explain(outcome);
  explain(outcome, { locale: 'zh' });
  isRetryable(outcome);
  match(outcome as { readonly kind: string }, { _: ({ kind }) => kind });
  try {
    unwrap(outcome);
  } catch (error) {
    expect(error).toBeInstanceOf(OutcomeError);
    for (const each of [error, outcome]) {
      toLog(each, { catalogue: dew });
      fingerprint(each);
      context(each);
      problemResponse(each);
    }
    queryRetry().retry(0, error as Error);
  }
}

const named = { redact: ['code', 'message', 'error', 'x-debug', 'constructor'] };

/** By the public API: of a settled call, and of a client's own. */
async function tellBy(given: Told): Promise<void> {
  const config = sentConfig(given);
  const headers = given.answer.headers();
  const response = responseOf(given, headers, config);
  const settled =
    given.way === 'response' ? response : errorOf(given, given.way === 'lost' ? undefined : response, config);
  for (const options of [{ catalogue: dew }, named]) tellAll(await outcomeOf(settled, options));
  toLog(settled);
  await tellByClient(given);
}

/** axios itself reads headers only as texts, numbers and lists, so that a client’s answer has those. */
async function tellByClient(given: Told): Promise<void> {
  const adapter: AxiosAdapter = async (config) => {
    const own = responseOf(given, new AxiosHeaders({ ...plain(given.pairs), ...quoting(given) }), config);
    if (given.way === 'response') return own;
    throw errorOf(given, given.way === 'lost' ? undefined : own, config);
  };
  const client = attachOutcomes(axios.create({ adapter, transformResponse: [(data) => data] }), {
    ...named,
    retry: { retries: 0 },
    delayed: { deadlineMs: 1, pollIntervalMs: 1 },
  });
  const { url, headers, params, auth } = sentConfig(given);
  const outcome = await client.post(url, {}, { headers, params, auth });
  tellAll(outcome);
  // The monitor answers as the call was answered.
  if (outcome.kind === 'delayed')
    tellAll(await client.complete(outcome, { deadlineMs: 20, headers: plain(given.pairs) }));
}

/** What strangers are told is JSON, whatever came. */
const heard = (event: unknown) => void JSON.stringify(event);
const channels = ['attempt', 'retry', 'outcome', 'poll'].map((name) => `axios-outcome:${name}`);
beforeAll(() => {
  for (const name of channels) subscribe(name, heard);
});
afterAll(() => {
  for (const name of channels) unsubscribe(name, heard);
});

function plain(given: readonly (readonly [string, Made])[]): Record<string, string> {
  const texts = given.map(([name, made]) => [name, made()] as const);
  return Object.fromEntries(
    texts.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

describe('nothing that arrives makes redacting or telling throw', () => {
  it(`${answers} answers of all sorts, none above 50 ms`, async () => {
    // Each answer is told three times over.
    const most = 3 * 50;
    await fc.assert(
      fc.asyncProperty(told, async (given) => {
        expect(await leastCpuMs(() => tellBy(given), most)).toBeLessThan(most);
      }),
      { numRuns: answers },
    );
  }, 3_600_000);
});
