import { describe, expect, it } from 'vitest';
import { http } from '../../src/catalogues/http/index.js';
import { classify } from '../../src/index.js';

const problemOf = (data: unknown, headers: object = {}) =>
  classify({ response: { status: 400, data, headers } }, http).problem;
const bytes = (text: string) => new TextEncoder().encode(text);

describe('texts and pages', () => {
  const nginx =
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n' +
    '<hr><center>nginx/1.25.3</center>\r\n</body>\r\n</html>\r\n';
  it.each([
    ["nginx's page", nginx, '502 Bad Gateway'],
    [
      'a title over lines, with attributes',
      '<!DOCTYPE html><TITLE lang="en">\n  Not\n found </TITLE>',
      'Not found',
    ],
    [
      'the five basic entities, decoded once',
      '<title>&lt;a&gt; &amp;amp; &quot;b&#39;&apos;</title>',
      `<a> &amp; "b''`,
    ],
    ['an h1 where the title is empty', '<title> </title><h1 class=x><b>Oops</b>, sorry</h1>', 'Oops , sorry'],
    ['a page that ends in its title', '<title>Broken of', 'Broken of'],
    ['a page without a title', '<html><p>Nothing</p></html>', undefined],
    ['an element whose name only begins so', '<titles>x</titles><h12>y</h12>', undefined],
    ['plain text', ' try again later\n', 'try again later'],
    ['broken JSON, short', '{"error":', '{"error":'],
    ['the first line of a stack trace', `Error: no\n${'  at f (g.js)\n'.repeat(100)}`, 'Error: no'],
    ['broken JSON, long', `{\n${'"a": 1,\n'.repeat(100)}`, undefined],
    ['a text of 500 characters', 'a'.repeat(500), 'a'.repeat(500)],
    ['a blob of text', 'a'.repeat(501), undefined],
    ['nothing', '', undefined],
  ])('%s', (_, body, message) => {
    const expected = message === undefined ? { details: body } : { message, details: body };
    expect(problemOf(body)).toEqual(expected);
    expect(problemOf(bytes(body))).toEqual(expected);
  });

  it('binary bytes stay as they came', () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
    expect(problemOf(png)?.details).toBe(png);
    expect(problemOf(png)?.message).toBeUndefined();
    expect(problemOf('\u0000\u0001\u0002')).toEqual({ details: '\u0000\u0001\u0002' });
  });
});

describe('the charset of bytes', () => {
  const json = '{"code":"é","message":"键"}';
  const parsed = { code: 'é', message: '键' };
  const utf16 = (text: string, mark: boolean) => Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  it.each([
    ['UTF-8', Buffer.from(json), undefined],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${json}`), undefined],
    ['a mark overrules the header', Buffer.from(`\uFEFF${json}`), 'application/json; charset=iso-8859-1'],
    ['UTF-16 LE by its mark', utf16(json, true), 'application/json; charset=utf-8'],
    ['UTF-16 BE by its mark', utf16(json, true).swap16(), undefined],
    ['UTF-16 LE by the header', utf16(json, false), 'application/json;charset="UTF-16LE"'],
    ['an unknown charset is read as UTF-8', Buffer.from(json), 'application/json; charset=klingon'],
    ['a charset that must not be decoded', Buffer.from(json), 'application/json; charset=iso-2022-kr'],
    ['a charset that came twice', Buffer.from(json), 'text/html; charset=utf-8, text/html; charset=utf-8'],
  ])('%s', (_, body, type) => {
    expect(problemOf(body, { 'content-type': type })).toEqual({ ...parsed, details: parsed });
  });
  it('a text with a byte order mark is JSON all the same', () => {
    expect(problemOf(`\uFEFF${json}`)).toEqual({ ...parsed, details: parsed });
  });
  it('a legacy charset of the header', () => {
    const latin = { 'content-type': 'text/plain; charset=iso-8859-1' };
    expect(problemOf(Buffer.from('schlüssel', 'latin1'), latin)).toMatchObject({ message: 'schlüssel' });
    const gbk = { 'content-type': 'application/json; charset=gb18030' };
    expect(problemOf(Buffer.from('{"message":"\xc3\xdc\xd4\xbf"}', 'latin1'), gbk)?.message).toBe('密钥');
  });
  it('the wrong charset changes only the message', () => {
    const problem = problemOf(Buffer.from('{"code":"X.1","message":"schlüssel"}', 'latin1'));
    expect(problem).toMatchObject({ code: 'X.1', message: 'schl\uFFFDssel' });
    expect(problemOf(Buffer.from('密钥 gone').toString('latin1'))?.message).toMatch(/ gone$/);
    expect(problemOf(utf16(json, false))?.message).toBeUndefined();
  });
});
