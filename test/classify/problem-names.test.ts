// Parts of a problem are found by whole names: a name that only contains one of them is another field.
import { describe, expect, it } from 'vitest';
import { http } from '../../src/catalogues/http/index.js';
import { decodeBody } from '../../src/classify/problem/body.js';
import { documentedProblem, readProblem } from '../../src/classify/problem/read-problem.js';
import { checkFound, find, recordsOf, textIn, textOf } from '../../src/classify/problem/shapes.js';
import { type Catalogue, defineCatalogue } from '../../src/index.js';

const read = (body: unknown, headers: object = {}, by: Catalogue = http) =>
  readProblem(body, headers, by, 400);

describe('the message', () => {
  it.each([
    'message',
    'Message',
    'msg',
    'error_message',
    'error_msg',
    'errorMessage',
    'errorMessages',
    'errMsg',
    'err_msg',
    'externalMessage',
    'error_description',
    'faultstring',
    'detail',
    'title',
    'reason',
  ])('%s', (name) => expect(read({ [name]: 'no' }).message).toBe('no'));
  it.each([
    'messageId',
    'submessage',
    'commitmsg',
    'msgs2',
    'error_descriptions',
    'my_error_description',
    'faultstrings',
    'defaultstring',
    'internalMessage',
    'details',
    'titles',
    'reasons',
    'er_message',
    'subdetail',
    'subtitle',
    'noreason',
  ])('not %s', (name) => expect(read({ [name]: 'no' }).message).toBeUndefined());
});

describe('the code', () => {
  it.each(['code', 'Code', 'error_code', 'errorCode', 'errCode', 'err_code', 'faultcode', '__type'])(
    '%s',
    (name) => expect(read({ [name]: 'X1' }).code).toBe('X1'),
  );
  it.each(['codes', 'zipcode', 'errorCodes', 'my_error_code', 'defaultcode', 'er_code', '__types'])(
    'not %s',
    (name) => expect(read({ [name]: 'X1', message: 'no' }).code).toBeUndefined(),
  );
  it('a code that is no text and no number is passed over for the next', () => {
    expect(read({ error_code: null, code: 'X1' }).code).toBe('X1');
    expect(read({ error_code: {}, code: 7 }).code).toBe('7');
  });
  it.each([
    ['namespace#Name:http://uri/', 'Name'],
    ['Name:http://uri/', 'Name'],
    ['Name, Name', 'Name'],
    ['a#b#Name', 'Name'],
    ['Name', 'Name'],
  ])('of the shape name %j is %j (Smithy, AWS restJson1)', (shape, code) => {
    expect(read({}, { 'x-amzn-errortype': shape }).code).toBe(code);
  });
  it('of the shape name ":" there is none, and the body’s counts', () => {
    expect(read({ code: 'X1' }, { 'x-amzn-errortype': ':' }).code).not.toBe('Name');
  });
  it('Azure’s header counts only where the body has no code', () => {
    const headers = { 'x-ms-error-code': 'Header' };
    expect(read({ code: 'Body' }, headers).code).toBe('Body');
    expect(read('', headers).code).toBe('Header');
    expect(read(undefined, headers).code).toBe('Header');
  });
});

describe('the error within the body', () => {
  it.each(['error', 'Error', 'odata.error', 'fault'])('%s', (name) => {
    expect(read({ [name]: { code: 'X1' }, other: { code: 'X2' } }).code).toBe('X1');
  });
  it.each(['errorInfo', 'myerror', 'myodata.error', 'faults', 'default'])(
    'not %s, beside another object',
    (name) => {
      expect(read({ [name]: { code: 'X1' }, other: { code: 'X2' } }).code).toBeUndefined();
    },
  );
  it('a word is a code, anything else is a message (RFC 6749, 5.2)', () => {
    expect(read({ error: 'invalid_grant' })).toMatchObject({ code: 'invalid_grant' });
    for (const error of ['Not Found', 'invalid grant', 'invalid_grant!', 'Invalid', 'x2']) {
      expect(read({ error })).toMatchObject({ message: error });
      expect(read({ error }).code).toBeUndefined();
    }
  });
  it('a wrapper with a hundred other fields is not searched for', () => {
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, at] as const));
    expect(read({ ...many(99), fault1: { code: 'X1' } }).code).toBe('X1');
    expect(read({ ...many(100), fault1: { code: 'X1' } }).code).toBeUndefined();
  });
});

describe('the id of the request', () => {
  it.each(['request_id', 'requestId', 'RequestID', 'request_ID'])('%s', (name) => {
    expect(read({ [name]: 'r-1' }).requestId).toBe('r-1');
  });
  it.each(['my_request_id', 'request_ids', 'request__id', 'prequestid'])('not %s', (name) => {
    expect(read({ [name]: 'r-1' }).requestId).toBeUndefined();
  });
  it('of the body comes before the one of the headers, and there may be none', () => {
    const headers = { 'X-Request-Id': 'r-2' };
    expect(read({ request_id: 'r-1' }, headers).requestId).toBe('r-1');
    expect(read({}, headers).requestId).toBe('r-2');
    expect(read({}, {})).not.toHaveProperty('requestId');
  });
  it('a reader of the catalogue that finds none leaves it to the body', () => {
    const own = defineCatalogue({
      name: 'A',
      source: 'docs',
      statuses: { 400: http.statuses[400] },
      readProblem: () => ({ code: 'X1' }),
    });
    expect(read({ request_id: 'r-1', code: 'X2' }, {}, own)).toMatchObject({ code: 'X1', requestId: 'r-1' });
    const full = { ...own, readProblem: () => ({ code: 'X1', requestId: 'r-3' }) };
    expect(read({ request_id: 'r-1' }, {}, full)).toMatchObject({ code: 'X1', requestId: 'r-3' });
  });
});

describe('invalid fields', () => {
  const fieldsOf = (body: unknown) => read(body).fields;
  it.each(['errors', 'detail', 'details', 'fieldList', 'fieldViolations', 'invalid-params'])(
    'are in the list %s',
    (list) => {
      expect(fieldsOf({ [list]: [{ field: 'a', message: 'no' }] })).toEqual([{ path: 'a', message: 'no' }]);
    },
  );
  it.each(['errors2', 'myerrors', 'detailss', 'subdetail', 'invalid-params-2'])(
    'are not in the list %s',
    (list) => {
      expect(fieldsOf({ message: 'no', [list]: [{ field: 'a', message: 'no' }] })).toBeUndefined();
    },
  );
  it.each(['field', 'pointer', 'target', 'param', 'path', 'loc', 'name', 'resource'])(
    'are named by %s',
    (name) => {
      expect(fieldsOf({ errors: [{ [name]: 'a', message: 'no' }] })).toEqual([{ path: 'a', message: 'no' }]);
    },
  );
  it.each(['fields', 'subfield', 'pathname', 'filename', 'nickname', 'locale', 'resources', 'myresource'])(
    'are not named by %s',
    (name) => expect(fieldsOf({ errors: [{ [name]: 'a', message: 'no' }] })).toBeUndefined(),
  );
  it.each(['message', 'detail', 'description', 'msg', 'reason'])('have the message of %s', (name) => {
    expect(fieldsOf({ errors: [{ field: 'a', [name]: 'no' }] })).toEqual([{ path: 'a', message: 'no' }]);
  });
  it.each(['messages', 'submessage', 'descriptions', 'xmsg', 'reasons', 'xreason'])(
    'have no message of %s',
    (name) => {
      expect(fieldsOf({ errors: [{ field: 'a', code: 'X', [name]: 'no' }] })).toEqual([
        { path: 'a', code: 'X' },
      ]);
    },
  );
  it.each(['code', 'issue', 'reason'])('have the code of %s', (name) => {
    expect(fieldsOf({ errors: [{ field: 'a', message: 'no', [name]: 'X' }] })).toEqual([
      { path: 'a', message: 'no', code: 'X' },
    ]);
  });
  it.each(['codes', 'zipcode', 'issues', 'xreason'])('have no code of %s', (name) => {
    expect(fieldsOf({ errors: [{ field: 'a', message: 'no', [name]: 'X' }] })).toEqual([
      { path: 'a', message: 'no' },
    ]);
  });
  it('need a name, and a message or a code', () => {
    const errors = [{ field: 'a' }, { message: 'no' }, { field: 'b', code: 'X' }, 'c', null];
    expect(fieldsOf({ errors })).toEqual([{ path: 'b', code: 'X' }]);
  });
  it.each(['target', 'param'])('are the error itself if it has a %s', (name) => {
    expect(fieldsOf({ error: { [name]: 'a', message: 'no' } })).toEqual([{ path: 'a', message: 'no' }]);
  });
  it.each(['targets', 'subtarget', 'params', 'myparam', 'path'])(
    'are not the error itself if it has a %s',
    (name) => {
      expect(fieldsOf({ error: { [name]: 'a', message: 'no' } })).toBeUndefined();
    },
  );
  it('a path of steps is joined, up to twenty steps, and steps without text are left out', () => {
    const path = (loc: unknown) => fieldsOf({ errors: [{ loc, message: 'no' }] })?.[0]?.path;
    expect(path(['body', 0, 'a'])).toBe('body.0.a');
    expect(path(['body', null, {}, 'a'])).toBe('body.a');
    expect(path(Array.from({ length: 30 }, () => 'a'))).toBe(Array.from({ length: 20 }, () => 'a').join('.'));
  });
});

describe('the limits', () => {
  it('a text has 500 characters, and no half of a pair at its end', () => {
    expect(textOf('a'.repeat(501))).toBe('a'.repeat(500));
    expect(textOf(`${'a'.repeat(499)}\u{1F600}`)).toBe('a'.repeat(499));
    expect(textOf('\uD83Da')).toBe('\uD83Da');
    expect(textOf('')).toBeUndefined();
    expect(textOf(7)).toBeUndefined();
  });
  it('of a list, a hundred items count', () => {
    const list = Array.from({ length: 101 }, (_, at) => ({ at }));
    expect(recordsOf(list)).toHaveLength(100);
    const texts = Array.from({ length: 101 }, () => 'a');
    expect(textIn(texts)).toBe(texts.slice(0, 100).join('; '));
    const fields = Object.fromEntries(list.map(({ at }) => [`a${at}`, at]));
    expect(find(fields, /^a99$/, String)).toBe('99');
    expect(find(fields, /^a100$/, String)).toBeUndefined();
  });
  it('what has no known part is nothing', () => {
    expect(checkFound(undefined)).toBeUndefined();
    expect(checkFound('x')).toBeUndefined();
    expect(checkFound({ other: 'x', message: 7, code: {} })).toBeUndefined();
    expect(checkFound({ code: 7 })).toEqual({ code: '7' });
    expect(checkFound({ title: 7, detail: 'x' })).toEqual({ detail: 'x' });
  });
});

describe('the documented row of a code', () => {
  const any = { source: 'docs' };
  const bound = { source: 'docs', statuses: [404] };
  const catalogue = defineCatalogue({
    name: 'A',
    source: 'docs',
    statuses: { 400: http.statuses[400] },
    codes: { ANY: any, BOUND: bound },
  });
  const rowAt = (status: number, data: unknown) =>
    documentedProblem({ status, headers: {}, data }, catalogue);
  it('counts under each status, or under those that it names', () => {
    expect(rowAt(400, { code: 'ANY' }).documented).toEqual(any);
    expect(rowAt(404, { code: 'BOUND' }).documented).toEqual(bound);
    expect(rowAt(400, { code: 'BOUND' })).not.toHaveProperty('documented');
  });
  it.each([{ code: 'OTHER' }, { code: 'constructor' }, {}, 'text', undefined])(
    'there is none for %j',
    (data) => {
      expect(rowAt(404, data)).not.toHaveProperty('documented');
    },
  );
});

describe('decodeBody', () => {
  const json = (length: number) => `{"code":"X1","a":"${'a'.repeat(length - 20)}"}`;
  const limit = 65_536;
  it('parses a text of 64 kB, and of a longer one reads the start', () => {
    expect(json(limit)).toHaveLength(limit);
    expect(decodeBody(json(limit), {}).details).toMatchObject({ code: 'X1' });
    const longer = json(limit + 1);
    expect(decodeBody(longer, {})).toEqual({ searched: longer.slice(0, limit), details: longer });
  });
  it('does the same with bytes, and leaves longer bytes as they came', () => {
    const bytes = (length: number) => Buffer.from(json(length));
    expect(decodeBody(bytes(limit), {}).details).toMatchObject({ code: 'X1' });
    const longer = bytes(limit + 1);
    const found = decodeBody(longer, {});
    expect(found.searched).toBe(json(limit + 1).slice(0, limit));
    expect(found.details).toBe(longer);
  });
  it.each(['x {"a":1}', '1', 'true', 'null', '{"a":', '["a"'])(
    '%j is no JSON problem, and stays a text',
    (text) => {
      expect(decodeBody(text, {})).toEqual({ searched: text, details: text });
    },
  );
  it.each<[string, unknown]>([
    ['{"a":1}', { a: 1 }],
    ['["a"]', ['a']],
    ['"a"', 'a'],
    [' \uFEFF{"a":1}\n', { a: 1 }],
  ])('%j is parsed', (text, parsed) => {
    expect(decodeBody(text, {})).toEqual({ searched: parsed, details: parsed });
  });
  it('a control character counts as binary only among the first 1,024 characters', () => {
    expect(decodeBody('a\u0000', {}).searched).toBeUndefined();
    expect(decodeBody(`${'a'.repeat(1_024)}\u0000`, {}).searched).toContain('\u0000');
    expect(decodeBody('a\t\r\n\u0085\u007F', {}).searched).toBeDefined();
  });

  // WHATWG Encoding, BOM sniff: FE FF, FF FE, EF BB BF. Part of a mark is no mark.
  it.each<[string, readonly number[], string]>([
    ['FE FF', [0xfe, 0xff, 0x00, 0x61], 'a'],
    ['FF FE', [0xff, 0xfe, 0x61, 0x00], 'a'],
    ['EF BB BF', [0xef, 0xbb, 0xbf, 0xc3, 0xa9], 'é'],
    ['FE alone', [0xfe, 0x61], 'þa'],
    ['FF alone', [0x61, 0xff], 'aÿ'],
    ['FF FF', [0xff, 0xff, 0x61], 'ÿÿa'],
    ['FE FE', [0xfe, 0xfe, 0x61], 'þþa'],
    ['x FF', [0x61, 0xff, 0x61], 'aÿa'],
    ['x FE', [0x61, 0xfe, 0x61], 'aþa'],
    ['EF BB', [0xef, 0xbb, 0x61], 'ï»a'],
    ['EF x BF', [0xef, 0x61, 0xbf], 'ïa¿'],
    ['x BB BF', [0x61, 0xbb, 0xbf], 'a»¿'],
  ])('with charset=iso-8859-1, the bytes %s', (_name, bytes, text) => {
    const headers = { 'content-type': 'text/plain; charset=iso-8859-1' };
    expect(decodeBody(Uint8Array.from(bytes), headers).searched).toBe(text);
  });
  it.each([
    'charset=iso-8859-1',
    'charset = iso-8859-1',
    "charset='iso-8859-1'",
    'CHARSET="iso-8859-1"; x=1',
    'charset=iso-8859-1,text/plain',
  ])('reads %s', (parameter) => {
    const headers = { 'content-type': `text/plain; ${parameter}` };
    expect(decodeBody(Uint8Array.of(0xe9), headers).searched).toBe('é');
  });
  it('reads UTF-8 for a charset that is unknown, or far away', () => {
    for (const type of ['text/plain; charset=x-unknown', `text/plain;${' '.repeat(500)}charset=iso-8859-1`])
      expect(decodeBody(Uint8Array.of(0xc3, 0xa9), { 'content-type': type }).searched).toBe('é');
  });
});

describe('a markup error', () => {
  it.each<[string, string, object]>([
    [
      'S3',
      '<?xml version="1.0"?><Error><Code>X1</Code><Message>no</Message></Error>',
      { code: 'X1', message: 'no' },
    ],
    [
      'OData',
      '<m:error><m:code>X1</m:code><m:message xml:lang="en">no</m:message></m:error>',
      { code: 'X1', message: 'no' },
    ],
    [
      'a long prefix',
      '<env:Fault><faultcode>X1</faultcode><faultstring>no</faultstring></env:Fault>',
      { code: 'X1', message: 'no' },
    ],
    [
      'attributes',
      '<Error a="1" b="2"><Code a="1">X1</Code><Message b=\'2\' c="3">no</Message></Error>',
      { code: 'X1', message: 'no' },
    ],
    [
      'the first of two elements',
      '<Error><Code>X1</Code><Code>X2</Code><Message>no</Message></Error>',
      { code: 'X1', message: 'no' },
    ],
    [
      'white space',
      '<Error><Code>X1</Code><Message>\n a \n  b </Message></Error>',
      { code: 'X1', message: 'a b' },
    ],
  ])('of %s', (_name, body, expected) => {
    expect(read(body)).toMatchObject(expected);
  });
  it('beyond a hundred elements nothing is read', () => {
    const with_ = (count: number) =>
      `<Error>${'<A>a</A>'.repeat(count)}<Code>X1</Code><Message>no</Message></Error>`;
    expect(read(with_(98)).code).toBe('X1');
    expect(read(with_(100)).code).toBeUndefined();
  });
  it('of a page, only the first 1,000 characters of the title count, and a tag that is cut is no text', () => {
    expect(read(`<html><title>${'a '.repeat(499)}<b class="x">b</title>`).message).toBe(
      'a '.repeat(250).slice(0, 500),
    );
    expect(read('<html><title>a <b class="x').message).toBe('a');
  });
});
