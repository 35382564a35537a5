import axios from 'axios';
import { describe, expect, it } from 'vitest';
import { isBrokenJson, isStrictJsonFailure } from '../../src/classify/json-body.js';
import { attachOutcomes } from '../../src/index.js';
import { cpuTime } from '../cpu-time.js';

const sequence = '{"a":1}\n{"a":2}\n';

/** What a client makes of a 200 with two JSON texts in its body. */
async function kindOf(type: string, data = sequence): Promise<string> {
  const instance = axios.create({
    adapter: async (config) => ({
      data,
      status: 200,
      statusText: '',
      headers: { 'content-type': type },
      config,
    }),
  });
  return (await attachOutcomes(instance).get('/')).kind;
}

describe('a body with a JSON type that is not JSON is malformed', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON ;charset=utf-8',
    'application/problem+json',
    'application/vnd.github.v3+json; charset=utf-8',
    'application/geo+json',
    'application/ld+json',
    'application/vnd.a+b+json',
    'application/json;odata.metadata=minimal;odata.streaming=true',
  ])('%s', async (type) => {
    expect(await kindOf(type)).toBe('malformed');
    expect(await kindOf(type, '{"a":1}')).toBe('success');
  });
});

describe('a sequence of JSON texts is a good body', () => {
  it.each([
    // RFC 7464 and RFC 8091.
    'application/json-seq',
    'application/geo+json-seq',
    'application/vnd.acme.event+json-seq; charset=utf-8',
    // Spring WebFlux.
    'application/stream+json',
    'application/vnd.acme.stream+json;charset=UTF-8',
    // JSON Lines and NDJSON.
    'application/jsonl',
    'application/x-jsonl',
    'application/json-lines',
    'application/jsonlines',
    'application/x-jsonlines',
    'application/json-l',
    'application/ndjson',
    'application/x-ndjson',
    'application/ldjson',
    'application/x-ldjson',
    'application/nd-json',
    'application/x-json-stream',
    'application/json-stream',
    'application/jsonstream',
    'application/concatenated-json',
    'application/json5',
    // Kubernetes API Concepts, Efficient detection of changes; MoinMoin, Quasar.
    'application/json;stream=watch',
    'application/json; charset=utf-8; stream=watch',
    'application/json;boundary=NL',
    'application/json; boundary="NL"',
    'text/plain',
    'text/event-stream',
    '',
  ])('%s', async (type) => {
    expect(await kindOf(type)).toBe('success');
  });
});

it('a type of any length is read in linear time', () => {
  for (const unit of ['+', 'json', '+json', ' ', 'stream', '+json ', 'application/']) {
    const type = `application/${unit.repeat(200_000)}`;
    const took = cpuTime();
    isBrokenJson({ status: 200, data: '{', headers: { 'content-type': type } }, 1);
    expect(took()).toBeLessThan(200);
  }
});

describe('what axios did with the body also counts', () => {
  const broken = (config: unknown, data: unknown = '{', ...[rawLength]: (number | undefined)[]) => {
    const response = { status: 200, data, headers: { 'content-type': 'application/json' }, config };
    return isBrokenJson(response, rawLength);
  };
  it('a text that the caller asked for is good', () => {
    for (const config of [{}, { responseType: 'json' }, null, undefined, 5])
      expect(broken(config, '{', 1)).toBe(true);
    for (const responseType of ['text', 'stream', 'blob'])
      expect(broken({ responseType }, '{', 1)).toBe(false);
  });
  it('the result of a transform, an empty body and a body that is not text are good', () => {
    expect(broken({}, '{', 2)).toBe(false);
    expect(broken({}, '{', undefined)).toBe(false);
    expect(broken({}, '', 0)).toBe(false);
    expect(broken({}, { a: 1 }, 1)).toBe(false);
  });
  it.each([
    [{ name: 'SyntaxError', code: 'ERR_BAD_RESPONSE' }, true],
    [{ name: 'SyntaxError' }, false],
    [{ name: 'AxiosError', code: 'ERR_BAD_RESPONSE' }, false],
    [undefined, false],
  ])("axios's strict parsing throws %j: %s", (error, strict) => {
    expect(isStrictJsonFailure(error)).toBe(strict);
  });
});

describe('isBrokenJson', () => {
  const of = ({
    data = '{"a":',
    type = 'application/json',
    rawLength = String(data).length,
    ...more
  }: Given) =>
    isBrokenJson(
      { status: 200, headers: type === '' ? {} : { 'content-type': type }, data, ...more },
      rawLength,
    );
  interface Given {
    readonly data?: unknown;
    readonly type?: string;
    readonly rawLength?: number;
    readonly config?: unknown;
  }
  it.each<[string, Given]>([
    ['a JSON text that a transform of the caller left as it is', { data: '{"a":1}' }],
    ['a text that is shorter than the body', { rawLength: 7 }],
    ['an empty body', { data: '' }],
    ['data that is no text', { data: { length: 4 }, rawLength: 4 }],
    ['another content type', { type: 'text/plain' }],
    ['no content type', { type: '' }],
    ['a text that the caller asked for', { config: { responseType: 'text' } }],
  ])('not %s', (_name, given) => {
    expect(of(given)).toBe(false);
  });
  it('not a body whose length nobody knows', () => {
    const headers = { 'content-type': 'application/json' };
    expect(isBrokenJson({ status: 200, headers, data: '{"a":' }, undefined)).toBe(false);
  });
  it.each<[string, Given]>([
    ['a cut JSON text', {}],
    ['a cut JSON text with a config of null', { config: null }],
    ['a cut JSON text with a config that is no object', { config: 'x' }],
    ['a cut JSON text that the caller asked for as JSON', { config: { responseType: 'json' } }],
  ])('%s', (_name, given) => {
    expect(of(given)).toBe(true);
  });
});
