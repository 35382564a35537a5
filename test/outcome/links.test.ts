import { describe, expect, it } from 'vitest';
import { readAlternatives } from '../../src/outcome/build.js';

describe('the alternatives of a 300 (RFC 9110, 15.4.1; RFC 8288, 3.3)', () => {
  it.each([
    ['</a>; rel=alternate', ['/a']],
    ['</a>;rel="alternate"', ['/a']],
    ['</a>; REL = "Alternate"', ['/a']],
    ['</a>; rel="next alternate nofollow"', ['/a']],
    ['</a>; type="text/html"; rel=alternate; hreflang=en, </b>; rel=next, </c>; rel=alternate', ['/a', '/c']],
    ['</a>; rel=stylesheet', []],
    ['</a>; rel=alternatex', []],
    ['</a>; title="rel=alternate"', []],
    ['</a>; rel="next"; rel="alternate"', []],
    ['</a>; rel="alternate', []],
    ['</a>; rel=', []],
    ['</a>', []],
    ['<>; rel=alternate', []],
    ['rel=alternate', []],
  ])('%s', (link, found) => {
    expect(readAlternatives({ link })).toEqual(found);
  });

  it('Location goes before them, and nothing is told twice', () => {
    expect(readAlternatives({ location: '/a', link: '</a>; rel=alternate, </b>; rel=alternate' })).toEqual([
      '/a',
      '/b',
    ]);
  });
});
