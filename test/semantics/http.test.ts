import { describe, expect, expectTypeOf, test } from 'vitest';
import { http as withMeanings } from '../../src/catalogues/http/index.js';
import { httpMeanings } from '../../src/catalogues/http/meanings.js';
import { http } from '../../src/catalogues/http/statuses.js';
import type { Meaning, StatusEntry } from '../../src/semantics/catalogue.js';
import { documentedKinds, retryabilities } from '../../src/semantics/kinds.js';

/** The registry's rows, listed apart from the source so that neither can drift alone. */
const registry: Readonly<Record<number, string>> = {
  100: 'Continue',
  101: 'Switching Protocols',
  102: 'Processing',
  103: 'Early Hints',
  104: 'Upload Resumption Supported',
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  203: 'Non-Authoritative Information',
  204: 'No Content',
  205: 'Reset Content',
  206: 'Partial Content',
  207: 'Multi-Status',
  208: 'Already Reported',
  226: 'IM Used',
  300: 'Multiple Choices',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  305: 'Use Proxy',
  306: '(Unused)',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  411: 'Length Required',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  416: 'Range Not Satisfiable',
  417: 'Expectation Failed',
  418: '(Unused)',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  423: 'Locked',
  424: 'Failed Dependency',
  425: 'Too Early',
  426: 'Upgrade Required',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  451: 'Unavailable For Legal Reasons',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
  505: 'HTTP Version Not Supported',
  506: 'Variant Also Negotiates',
  507: 'Insufficient Storage',
  508: 'Loop Detected',
  510: 'Not Extended (OBSOLETED)',
  511: 'Network Authentication Required',
};

const rows: readonly (readonly [number, StatusEntry])[] = Object.entries(http.statuses).map(
  ([status, row]) => [Number(status), row],
);

function statusesWhere(holds: (row: StatusEntry) => boolean): number[] {
  return rows.filter(([, row]) => holds(row)).map(([status]) => status);
}

describe('the default catalogue', () => {
  test('has exactly the assigned codes and names of the IANA HTTP Status Code Registry', () => {
    const names = Object.fromEntries(rows.map(([status, row]) => [status, row.name]));
    expect(names).toEqual(registry);
  });

  // The check at the foot of http.ts cannot see a misspelt property; this does.
  test('has in every row a name, a kind, a retryability and a source, and nothing else', () => {
    for (const [status, row] of rows) {
      expect(Object.keys(row), String(status)).toEqual(['name', 'kind', 'retry', 'source']);
      expect(documentedKinds).toContain(row.kind);
      expect(retryabilities).toContain(row.retry);
    }
  });

  test('names a section of an RFC for every code but 104, which is still a draft', () => {
    const others = statusesWhere((row) => !/^RFC \d{4}, \d+(\.\d+)*$/.test(row.source));
    expect(others).toEqual([104]);
  });

  test('gives each class of RFC 9110, section 15, its kind, but for the codes named here', () => {
    const byClass = ['', 'failed', 'success', 'redirected', 'rejected', 'failed'];
    const exceptions = rows.filter(([status, row]) => row.kind !== byClass[Math.floor(status / 100)]);
    expect(Object.fromEntries(exceptions.map(([status, row]) => [status, row.kind]))).toEqual({
      202: 'delayed',
      204: 'empty',
      205: 'empty',
      300: 'choices',
      304: 'unmodified',
      408: 'unavailable',
      425: 'unavailable',
      429: 'unavailable',
      502: 'unavailable',
      503: 'unavailable',
      504: 'unavailable',
    });
  });

  test('retries what RFC 9110, RFC 8470 and RFC 6585 call passing, and not 500', () => {
    expect(statusesWhere((row) => row.retry === 'transient')).toEqual([408, 421, 425, 502, 503, 504]);
    expect(statusesWhere((row) => row.retry === 'throttle')).toEqual([429]);
  });

  test('calls what may be retried unavailable or failed, except 421 (RFC 9110, 15.5.20)', () => {
    const others = statusesWhere(
      (row) => row.retry !== 'never' && row.kind !== 'unavailable' && row.kind !== 'failed',
    );
    expect(others).toEqual([421]);
  });

  test('carries no meanings, which would be in every bundle', () => {
    expect(statusesWhere((row) => row.meaning !== undefined)).toEqual([]);
  });
});

describe('the catalogue with meanings', () => {
  test('is the default catalogue with a meaning in every row', () => {
    expect(withMeanings).toMatchObject(http);
    expect(Object.keys(withMeanings.statuses)).toEqual(Object.keys(http.statuses));
    for (const [status, row] of Object.entries(withMeanings.statuses)) {
      expect(row.meaning).toBe((httpMeanings as Record<string, Meaning>)[status]);
    }
  });

  test('says what every status means in English and Chinese, each in its own sentence', () => {
    const meanings = Object.values(withMeanings.statuses).map((row) => row.meaning);
    for (const { en, zh } of meanings) {
      expect(en).toMatch(/^[A-Z][ -~]+\.$/);
      expect(zh).toMatch(/\p{Script=Han}.*。$/u);
    }
    expect(new Set(meanings.map(({ en }) => en)).size).toBe(meanings.length);
    expect(new Set(meanings.map(({ zh }) => zh)).size).toBe(meanings.length);
  });

  test('keeps statuses and kinds as literal types', () => {
    expectTypeOf<keyof typeof withMeanings.statuses>().toEqualTypeOf<keyof typeof http.statuses>();
    expectTypeOf(withMeanings.statuses[202].kind).toEqualTypeOf<'delayed'>();
    expectTypeOf(withMeanings.statuses[429].retry).toEqualTypeOf<'throttle'>();
    expectTypeOf(withMeanings.statuses[200].meaning).toEqualTypeOf<Meaning>();
    expectTypeOf<420>().not.toExtend<keyof typeof withMeanings.statuses>();
  });
});
