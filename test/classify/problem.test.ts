import { describe, expect, it } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { http } from '../../src/catalogues/http/index.js';
import { type Catalogue, classify, extendCatalogue, outcomeOf, type Problem } from '../../src/index.js';

type Headers = Record<string, unknown>;

const problemOf = (data: unknown, headers: Headers = {}, catalogue: Catalogue = http) =>
  classify({ response: { status: 400, data, headers } }, catalogue).problem;

const bytes = (text: string) => new TextEncoder().encode(text);
const googleDetail = (name: string, rest: object) => ({
  '@type': `type.googleapis.com/google.rpc.${name}`,
  ...rest,
});

type Row = readonly [shape: string, body: unknown, headers: Headers, problem: Omit<Problem, 'details'>];
const rows: readonly Row[] = [
  [
    'RFC 9457, 3, the example of an out-of-credit problem',
    { type: 'https://e.x/out-of-credit', title: 'No credit.', detail: 'Balance is 30.', balance: 30 },
    { 'content-type': 'application/problem+json' },
    {
      type: 'https://e.x/out-of-credit',
      title: 'No credit.',
      detail: 'Balance is 30.',
      message: 'Balance is 30.',
    },
  ],
  [
    'RFC 9457, 3, errors by pointer',
    {
      title: 'Invalid.',
      errors: [{ detail: 'must be positive', pointer: '#/age' }, { detail: 'no pointer' }],
    },
    {},
    { title: 'Invalid.', message: 'Invalid.', fields: [{ path: '#/age', message: 'must be positive' }] },
  ],
  [
    'RFC 7807, 3, invalid-params',
    { title: 'Invalid.', 'invalid-params': [{ name: 'age', reason: 'must be positive' }] },
    {},
    { title: 'Invalid.', message: 'Invalid.', fields: [{ path: 'age', message: 'must be positive' }] },
  ],
  [
    'ASP.NET Core ValidationProblemDetails',
    { title: 'Invalid.', errors: { Name: ['is required', 'is short'], Age: 'is low' } },
    {},
    {
      title: 'Invalid.',
      message: 'Invalid.',
      fields: [
        { path: 'Name', message: 'is required' },
        { path: 'Age', message: 'is low' },
      ],
    },
  ],
  [
    'RFC 9457, 3.1: a member of the wrong type is ignored',
    { type: 7, title: ['x'], detail: 7, code: 'X1' },
    { 'content-type': 'application/problem+json; charset=utf-8' },
    { code: 'X1' },
  ],
  [
    'Huawei KMS',
    { error: { error_code: 'KMS.0205', error_msg: 'Invalid key ID.' } },
    { 'X-Request-Id': 'r-1' },
    { code: 'KMS.0205', message: 'Invalid key ID.', requestId: 'r-1' },
  ],
  [
    'Huawei API Gateway',
    { error_code: 'APIG.0301', error_msg: 'Incorrect IAM authentication', request_id: 'r-2' },
    {},
    { code: 'APIG.0301', message: 'Incorrect IAM authentication', requestId: 'r-2' },
  ],
  [
    'Huawei IAM, whose code is a number',
    { error: { code: 401, message: 'The request needs authentication.', title: 'Unauthorized' } },
    {},
    { code: '401', message: 'The request needs authentication.', title: 'Unauthorized' },
  ],
  [
    'Huawei IAM without a code',
    { error: { message: 'You are not authorized.', title: 'Forbidden' } },
    {},
    { message: 'You are not authorized.', title: 'Forbidden' },
  ],
  [
    'Google (AIP-193)',
    {
      error: {
        code: 400,
        message: 'Bad name.',
        status: 'INVALID_ARGUMENT',
        details: [
          googleDetail('Help', { links: [] }),
          googleDetail('BadRequest', {
            fieldViolations: [{ field: 'user.name', description: 'is empty', reason: 'EMPTY' }],
          }),
          googleDetail('RequestInfo', { requestId: 'g-1' }),
        ],
      },
    },
    { 'x-request-id': 'of-a-proxy' },
    {
      code: 'INVALID_ARGUMENT',
      message: 'Bad name.',
      requestId: 'g-1',
      fields: [{ path: 'user.name', message: 'is empty', code: 'EMPTY' }],
    },
  ],
  [
    'AWS JSON 1.1',
    { __type: 'com.amazonaws.kms#ThrottlingException', Message: 'Rate exceeded' },
    { 'x-amzn-RequestId': 'a-1' },
    { code: 'ThrottlingException', message: 'Rate exceeded', requestId: 'a-1' },
  ],
  [
    'AWS restJson1, the name in a header',
    { message: 'Bad.', fieldList: [{ path: '/name', message: 'is short' }] },
    { 'x-amzn-errortype': 'ValidationException:http://internal.amazon.com/coral/' },
    { code: 'ValidationException', message: 'Bad.', fields: [{ path: '/name', message: 'is short' }] },
  ],
  [
    'AWS, the name in a header that came twice, and no body',
    undefined,
    { 'x-amzn-errortype': ['NotFoundException', 'NotFoundException'] },
    { code: 'NotFoundException' },
  ],
  [
    'Azure',
    {
      error: {
        code: 'BadArgument',
        message: 'Several errors',
        details: [
          { code: 'NullValue', target: 'phone', message: 'must not be null' },
          { code: 'Other', message: 'of no field' },
        ],
        innererror: { code: 'Inner' },
      },
    },
    { 'x-ms-request-id': 'm-1', 'x-ms-error-code': 'BadArgument' },
    {
      code: 'BadArgument',
      message: 'Several errors',
      requestId: 'm-1',
      fields: [{ path: 'phone', message: 'must not be null', code: 'NullValue' }],
    },
  ],
  [
    'Azure, a target of its own',
    { error: { code: 'InvalidName', message: 'Bad name', target: 'name' } },
    {},
    {
      code: 'InvalidName',
      message: 'Bad name',
      fields: [{ path: 'name', message: 'Bad name', code: 'InvalidName' }],
    },
  ],
  [
    'Azure Storage, whose body is XML',
    '<?xml version="1.0"?><Error><Code>BlobNotFound</Code></Error>',
    { 'x-ms-error-code': 'BlobNotFound' },
    { code: 'BlobNotFound' },
  ],
  [
    'GitHub',
    {
      message: 'Validation Failed',
      documentation_url: 'https://docs.github.com/rest',
      errors: [{ resource: 'Issue', field: 'title', code: 'missing_field' }],
      status: '422',
    },
    { 'x-github-request-id': 'gh-1' },
    { message: 'Validation Failed', requestId: 'gh-1', fields: [{ path: 'title', code: 'missing_field' }] },
  ],
  [
    'Stripe',
    {
      error: {
        type: 'card_error',
        code: 'card_declined',
        decline_code: 'insufficient_funds',
        message: 'Declined.',
        param: 'number',
      },
    },
    { 'Request-Id': 'req_1' },
    {
      type: 'card_error',
      code: 'card_declined',
      message: 'Declined.',
      requestId: 'req_1',
      fields: [{ path: 'number', message: 'Declined.', code: 'card_declined' }],
    },
  ],
  [
    'OpenAI, as Stripe, with nulls',
    { error: { type: 'invalid_request_error', code: null, message: 'No model.', param: null } },
    {},
    { type: 'invalid_request_error', message: 'No model.' },
  ],
  [
    '{ error: { code, message } }',
    { error: { code: 'x', message: 'bad' } },
    {},
    { code: 'x', message: 'bad' },
  ],
  ['{ code, message }', { code: '1101', message: 'bad' }, {}, { code: '1101', message: 'bad' }],
  ['{ errorCode, errorMessage }', { errorCode: 7, errorMessage: 'bad' }, {}, { code: '7', message: 'bad' }],
  [
    'OAuth (RFC 6749, 5.2)',
    { error: 'invalid_grant', error_description: 'Expired.' },
    {},
    { code: 'invalid_grant', message: 'Expired.' },
  ],
  ['{ error: text }', { error: 'Something broke' }, {}, { message: 'Something broke' }],
];

describe('every shape becomes one problem', () => {
  it.each(rows)('%s', (_, body, headers, problem) => {
    expect(problemOf(body, headers)).toEqual({ ...problem, details: body });
  });

  it.each(rows)('%s, from the text and the bytes that came over the wire', (_, body, headers, problem) => {
    const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
    const details = body ?? '';
    expect(problemOf(text, headers)).toEqual({ ...problem, details });
    const sent = bytes(text);
    expect(problemOf(sent, headers)).toEqual({ ...problem, details });
    expect(problemOf(Buffer.from(text), headers)).toEqual({ ...problem, details });
    expect(problemOf(sent.buffer, headers)).toEqual({ ...problem, details });
    expect(problemOf(new DataView(sent.buffer), headers)).toEqual({ ...problem, details });
  });

  it('an outcome carries it', async () => {
    const [, body, headers, problem] = rows.find(([shape]) => shape === 'Azure') ?? [];
    const outcome = await outcomeOf({ status: 400, data: body, headers, config: {} });
    expect(outcome).toMatchObject({ kind: 'rejected', problem });
    expect(structuredClone(outcome)).toEqual(outcome);
  });

  it('a code that a catalogue documents is found in bytes too', () => {
    const data = bytes('{"error":{"error_code":"KMS.0303","error_msg":"expired"}}');
    const found = classify({ response: { status: 403, data } }, dew);
    expect(found).toMatchObject({ reauthenticate: true, problem: { code: 'KMS.0303' } });
  });

  it('a Blob or a stream is no shape: its own `type` and `size` say nothing', () => {
    for (const body of [new Blob(['{}'], { type: 'application/json' }), new ReadableStream()]) {
      expect(problemOf(body)).toEqual({ details: body });
    }
  });
});

describe('the request id', () => {
  it('is taken from the headers that the catalogue names, and no others', () => {
    const headers = { 'X-Trace': 't-1', 'X-Request-Id': 'r-1' };
    const traced = extendCatalogue(http, { name: 'Traced', requestId: ['x-other', 'X-Trace'] });
    expect(problemOf('', headers, traced)?.requestId).toBe('t-1');
    expect(problemOf('', headers)?.requestId).toBe('r-1');
    expect(problemOf('', { 'x-request-id': '' })).toEqual({ details: '' });
  });
  it.each(['x-request-id', 'request-id', 'x-amzn-requestid', 'x-ms-request-id', 'x-github-request-id'])(
    "is found in %s, of the platform's Headers too",
    (name) => {
      const response = { status: 502, data: '<html></html>', headers: new Headers({ [name]: 'r-1' }) };
      expect(classify({ response }, http).problem?.requestId).toBe('r-1');
    },
  );
});

describe("a catalogue's own reader", () => {
  const reading = (read: Catalogue['readProblem']) =>
    extendCatalogue(http, { name: 'Own', ...(read ? { readProblem: read } : {}) });
  const body = { code: 'built-in', fault: { id: 7, says: 'own' } };

  it('is asked first, and gets the parsed body, the headers by lower-case names and the status', () => {
    const seen: unknown[] = [];
    const catalogue = reading((...given) => {
      seen.push(...given);
      return { code: 'own', fields: [{ path: 'a' }] };
    });
    expect(problemOf(bytes(JSON.stringify(body)), { 'X-A': 'b', 'X-Request-Id': 'r' }, catalogue)).toEqual({
      code: 'own',
      fields: [{ path: 'a' }],
      requestId: 'r',
      details: body,
    });
    expect(seen).toEqual([body, { 'x-a': 'b', 'x-request-id': 'r' }, 400]);
  });
  it.each<[string, Catalogue['readProblem']]>([
    ['finds nothing', () => undefined],
    ['finds an empty problem', () => ({ message: '' })],
    [
      'throws, since a bug in it must not turn an outcome into a rejection',
      () => {
        throw new Error('bug');
      },
    ],
    // Callers without types may return anything.
    ['returns a promise', (() => Promise.resolve({ code: 'late' })) as unknown as Catalogue['readProblem']],
  ])('gives way to the built-in shapes where it %s', (_, read) => {
    expect(problemOf(body, {}, reading(read))).toEqual({ code: 'built-in', details: body });
  });
  it('gives texts and fields, and nothing else', () => {
    const loose = () => ({
      code: 7,
      message: { a: 1 },
      title: 'T',
      details: 'mine',
      kind: 'success',
      fields: [1, { path: 'p', code: 2, x: 3 }, { message: 'no path' }],
    });
    const catalogue = reading(loose as unknown as Catalogue['readProblem']);
    expect(problemOf(body, {}, catalogue)).toEqual({
      code: '7',
      title: 'T',
      fields: [{ path: 'p', code: '2' }],
      details: body,
    });
  });
});
