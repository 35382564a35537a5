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
    'Azure Service Bus, with Detail',
    { Error: { Code: '401', Detail: 'no token' } },
    {},
    { code: '401', message: 'no token' },
  ],
  [
    'Okta, with errorSummary',
    { errorCode: 'E0000011', errorSummary: 'Invalid token', errorCauses: [] },
    {},
    { code: 'E0000011', message: 'Invalid token' },
  ],
  [
    'Dropbox, with error_summary',
    { error_summary: 'path/not_found/..', error: { '.tag': 'path' } },
    {},
    { message: 'path/not_found/..' },
  ],
  [
    'Razorpay, with a description only',
    { error: { code: 'BAD_REQUEST_ERROR', description: 'too low', field: 'amount' } },
    {},
    { code: 'BAD_REQUEST_ERROR', message: 'too low' },
  ],
  [
    'GitLab, with lists by field in `message`',
    { message: { name: ['has already been taken'], path: ['is reserved'] } },
    {},
    {
      message: 'has already been taken',
      fields: [
        { path: 'name', message: 'has already been taken' },
        { path: 'path', message: 'is reserved' },
      ],
    },
  ],
  [
    'Django REST Framework, with lists by field',
    { email: ['This field is required.'], non_field_errors: ['No.'] },
    {},
    {
      message: 'This field is required.',
      fields: [
        { path: 'email', message: 'This field is required.' },
        { path: 'non_field_errors', message: 'No.' },
      ],
    },
  ],
  ['lists of other things are no fields', { items: [{ id: 1 }], names: ['a'] }, {}, {}],
  ['lists beside other things are no fields', { names: ['a'], total: 1 }, {}, {}],
  ['an empty object says nothing', {}, {}, {}],
  [
    'SOAP 1.2, 5.4, with a subcode',
    '<env:Envelope><env:Body><env:Fault><env:Code><env:Value>env:Sender</env:Value><env:Subcode><env:Value>m:Late</env:Value></env:Subcode></env:Code><env:Reason><env:Text xml:lang="en">Too late.</env:Text></env:Reason></env:Fault></env:Body></env:Envelope>',
    {},
    { code: 'env:Sender', message: 'Too late.' },
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
  [
    'GitHub, a reason of no field: it belongs to the message',
    {
      message: 'Validation Failed',
      errors: [
        { resource: 'PullRequest', code: 'custom', message: 'A pull request already exists for a:b.' },
      ],
      documentation_url: 'https://docs.github.com/rest',
      status: '422',
    },
    {},
    {
      message: 'Validation Failed: A pull request already exists for a:b.',
      fields: [{ path: 'PullRequest', code: 'custom', message: 'A pull request already exists for a:b.' }],
    },
  ],
  [
    'GitHub, reasons as plain texts',
    { message: 'Validation Failed', errors: ['Only one.', 'Not now.'], documentation_url: 'u' },
    {},
    { message: 'Validation Failed: Only one.; Not now.' },
  ],
  [
    'GitHub, all sorts of reasons',
    {
      message: 'Validation Failed',
      errors: [
        { resource: 'Issue', field: 'title', code: 'custom', message: 'title is bad' },
        { resource: 'Issue', code: 'already_exists' },
        'Not now.',
        null,
        7,
      ],
      documentation_url: 'u',
    },
    {},
    {
      message: 'Validation Failed: Not now.',
      fields: [
        { path: 'title', code: 'custom', message: 'title is bad' },
        { path: 'Issue', code: 'already_exists' },
      ],
    },
  ],
  [
    'Azure, in capitals',
    { Code: 'Conflict', Message: 'Cannot.', Target: null },
    {},
    { code: 'Conflict', message: 'Cannot.' },
  ],
  [
    'Azure, in capitals, within Error',
    { Error: { Code: 'X', Message: 'M' } },
    {},
    { code: 'X', message: 'M' },
  ],
  [
    'OData 3: odata.error, whose message is an object',
    { 'odata.error': { code: 'Request_ResourceNotFound', message: { lang: 'en', value: 'Not there.' } } },
    {},
    { code: 'Request_ResourceNotFound', message: 'Not there.' },
  ],
  [
    'OData 2, as of SAP',
    { error: { code: '005056A509B1', message: { lang: 'en', value: 'Invalid.' }, innererror: {} } },
    {},
    { code: '005056A509B1', message: 'Invalid.' },
  ],
  [
    'OpenStack Nova, where the number repeats that of HTTP',
    { itemNotFound: { message: 'Instance could not be found', code: 404 } },
    { 'x-openstack-request-id': 'req-1' },
    { code: '404', type: 'itemNotFound', message: 'Instance could not be found', requestId: 'req-1' },
  ],
  [
    'OpenStack Neutron',
    { NeutronError: { type: 'NetworkNotFound', message: 'No network x.', detail: '' } },
    {},
    { type: 'NetworkNotFound', message: 'No network x.' },
  ],
  [
    'Huawei CSS and DDS',
    { errCode: 'CSS.0011', externalMessage: 'Another operation is being performed.' },
    {},
    { code: 'CSS.0011', message: 'Another operation is being performed.' },
  ],
  [
    'Huawei OBS, in XML',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Error><Code>NoSuchKey</Code><Message>The key &lt;a&gt; does\n not exist.</Message><RequestId>8F00</RequestId><HostId>h</HostId></Error>',
    { 'x-obs-request-id': 'of the header' },
    { code: 'NoSuchKey', message: 'The key <a> does not exist.', requestId: '8F00' },
  ],
  ['Huawei OBS, without a body', '', { 'x-obs-request-id': '8F01' }, { requestId: '8F01' }],
  [
    'AWS query, in XML',
    '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>Throttling</Code><Message>Rate exceeded</Message></Error><RequestId>r-3</RequestId></ErrorResponse>',
    {},
    { code: 'Throttling', message: 'Rate exceeded', requestId: 'r-3' },
  ],
  [
    'AWS EC2, in XML',
    '<Response><Errors><Error><Code>AuthFailure</Code><Message>No.</Message></Error></Errors><RequestID>r-4</RequestID></Response>',
    {},
    { code: 'AuthFailure', message: 'No.', requestId: 'r-4' },
  ],
  [
    'OData, in XML with prefixes',
    '<m:error xmlns:m="x"><m:code>C</m:code><m:message xml:lang="en-US">M</m:message></m:error>',
    {},
    { code: 'C', message: 'M' },
  ],
  [
    'SOAP 1.1',
    '<s:Envelope xmlns:s="x"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>Bad.</faultstring></s:Fault></s:Body></s:Envelope>',
    {},
    { code: 's:Client', message: 'Bad.' },
  ],
  [
    'Tencent Cloud',
    { Response: { Error: { Code: 'AuthFailure.SignatureFailure', Message: 'Wrong.' }, RequestId: 'r-5' } },
    {},
    { code: 'AuthFailure.SignatureFailure', message: 'Wrong.', requestId: 'r-5' },
  ],
  [
    'Volcano Engine',
    {
      ResponseMetadata: {
        RequestId: 'r-6',
        Action: 'Get',
        Error: { CodeN: 1, Code: 'Denied', Message: 'No.' },
      },
    },
    {},
    { code: 'Denied', message: 'No.', requestId: 'r-6' },
  ],
  [
    'Alibaba Cloud',
    { RequestId: 'r-7', HostId: 'h', Code: 'InvalidParameter', Message: 'No.' },
    {},
    { code: 'InvalidParameter', message: 'No.', requestId: 'r-7' },
  ],
  [
    'JSON:API',
    {
      errors: [
        { status: '422', code: 'E1', title: 'T', detail: 'D', source: { pointer: '/data/attributes/a' } },
        { detail: 'D2', source: { parameter: 'p' } },
      ],
      jsonapi: { version: '1.0' },
    },
    {},
    {
      code: 'E1',
      message: 'D',
      title: 'T',
      detail: 'D',
      fields: [
        { path: '/data/attributes/a', message: 'D', code: 'E1' },
        { path: 'p', message: 'D2' },
      ],
    },
  ],
  [
    'GraphQL',
    { errors: [{ message: 'No.', extensions: { code: 'UNAUTHENTICATED' } }], data: null },
    {},
    { code: 'UNAUTHENTICATED', message: 'No.' },
  ],
  [
    'Cloudflare',
    { success: false, errors: [{ code: 1003, message: 'No.' }], messages: [], result: null },
    {},
    { code: '1003', message: 'No.' },
  ],
  [
    'Salesforce',
    [{ message: 'No.', errorCode: 'INVALID_FIELD' }],
    {},
    { code: 'INVALID_FIELD', message: 'No.' },
  ],
  [
    'Apigee',
    { fault: { faultstring: 'Invalid ApiKey', detail: { errorcode: 'oauth.v2.InvalidApiKey' } } },
    {},
    { code: 'oauth.v2.InvalidApiKey', message: 'Invalid ApiKey' },
  ],
  [
    'Spring',
    { status: 404, error: 'Not Found', message: 'No handler.', path: '/x' },
    {},
    { message: 'No handler.' },
  ],
  [
    'Spring without a message',
    { status: 404, error: 'Not Found', message: '', path: '/x' },
    {},
    { message: 'Not Found' },
  ],
  [
    'NestJS, whose message is a list',
    { statusCode: 400, message: ['email must be an email', 'name is short'], error: 'Bad Request' },
    {},
    { message: 'email must be an email; name is short' },
  ],
  [
    'FastAPI',
    { detail: [{ loc: ['body', 'items', 0, 'email'], msg: 'field required', type: 'missing' }] },
    {},
    {
      message: 'field required',
      type: 'missing',
      fields: [{ path: 'body.items.0.email', message: 'field required' }],
    },
  ],
  [
    'Laravel',
    { message: 'The data was invalid.', errors: { email: ['is required'] } },
    {},
    { message: 'The data was invalid.', fields: [{ path: 'email', message: 'is required' }] },
  ],
  [
    'Rails, by field',
    { errors: { name: ["can't be blank"] } },
    {},
    { message: "can't be blank", fields: [{ path: 'name', message: "can't be blank" }] },
  ],
  [
    'Rails, as texts',
    { errors: ["Name can't be blank", 'No.'] },
    {},
    { message: "Name can't be blank; No." },
  ],
  ['Jira', { errorMessages: ['There is no issue.'], errors: {} }, {}, { message: 'There is no issue.' }],
  [
    'Elasticsearch',
    { error: { root_cause: [], type: 'index_not_found_exception', reason: 'no such index' }, status: 404 },
    {},
    { type: 'index_not_found_exception', message: 'no such index' },
  ],
  [
    'Telegram',
    { ok: false, error_code: 400, description: 'Bad Request: chat not found' },
    {},
    { code: '400', message: 'Bad Request: chat not found' },
  ],
  [
    'Okta',
    { errorCode: 'E0000001', errorSummary: 'Api validation failed', errorCauses: [] },
    {},
    { code: 'E0000001', message: 'Api validation failed' },
  ],
  ['Kraken, a list', { error: ['EAPI:Rate limit'], result: {} }, {}, { message: 'EAPI:Rate limit' }],
  [
    'GitLab, by field',
    { message: { bio: ['is too long'] } },
    {},
    { message: 'is too long', fields: [{ path: 'bio', message: 'is too long' }] },
  ],
  [
    'Spring, the fields',
    {
      status: 400,
      error: 'Bad Request',
      errors: [{ field: 'a', defaultMessage: 'must not be null', code: 'NotNull' }],
    },
    {},
    { message: 'Bad Request', fields: [{ path: 'a', message: 'must not be null', code: 'NotNull' }] },
  ],
  [
    'Azure Service Bus',
    '<Error><Code>401</Code><Detail>The token is too old.</Detail></Error>',
    {},
    { code: '401', message: 'The token is too old.' },
  ],
  ['XML with CDATA', '<Error><Code><![CDATA[C]]></Code></Error>', {}, { code: 'C' }],
  [
    'a problem in XML (RFC 9457, B)',
    '<problem xmlns="urn:ietf:rfc:7807"><type>about:x</type><title>T</title><detail>D</detail></problem>',
    {},
    { type: 'about:x', title: 'T', detail: 'D', message: 'D' },
  ],
  ['CouchDB', { error: 'not_found', reason: 'missing' }, {}, { code: 'not_found', message: 'missing' }],
  [
    'PayPal',
    {
      name: 'UNPROCESSABLE',
      message: 'No.',
      details: [{ field: '/a', issue: 'MISSING', description: 'is not there' }],
    },
    {},
    { message: 'No.', fields: [{ path: '/a', message: 'is not there', code: 'MISSING' }] },
  ],
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

  it('an outcome has the problem', async () => {
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

  it('an XHTML page, or a page that shows code, is read as a page', () => {
    const page =
      '<?xml version="1.0"?><!DOCTYPE html><html><title>No</title><code>x</code><error>1</error></html>';
    expect(problemOf(page)).toEqual({ message: 'No', details: page });
    expect(problemOf('<h1>No</h1><code>x</code>')?.code).toBeUndefined();
  });

  it('a wrapped error is found up to two objects deep, and only if its object is the only one', () => {
    const error = { code: 'X', message: 'M' };
    expect(problemOf({ a: { b: error } })).toMatchObject(error);
    expect(problemOf({ a: { b: { c: error } } })?.code).toBeUndefined();
    expect(problemOf({ a: error, b: error })?.code).toBeUndefined();
    const user = { user: { type: 'admin', title: 5 } };
    expect(problemOf(user)).toEqual({ details: user });
    expect(problemOf({ error: Object.create(null), message: 'M' })?.message).toBe('M');
    expect(problemOf({ a: error, error: 'No.' })).toEqual({ message: 'No.', details: expect.anything() });
  });

  it('a Blob or a stream is not read as an object: its own `type` and `size` do not count', () => {
    for (const body of [new Blob(['{}'], { type: 'application/json' }), new ReadableStream()]) {
      expect(problemOf(body)).toEqual({ details: body });
    }
  });
});

describe('the request id', () => {
  it('is read only from the headers that the catalogue names', () => {
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

describe('readProblem of a catalogue', () => {
  const reading = (read: Catalogue['readProblem']) =>
    extendCatalogue(http, { name: 'Own', ...(read ? { readProblem: read } : {}) });
  const body = { code: 'built-in', fault: { id: 7, says: 'own' } };

  it('is called first, with the parsed body, lower-case header names and the status', () => {
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
  it('can return only texts and fields', () => {
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
