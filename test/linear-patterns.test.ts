import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { http } from '../src/catalogues/http/index.js';
import { classify, outcomeOf } from '../src/index.js';
import { readHint } from '../src/retry/hint.js';
import { findOperation } from '../src/semantics/operations.js';
import { cpuTime } from './cpu-time.js';

const src = resolve(import.meta.dirname, '../src');

/** One expression of the source. */
interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Every expression that is written out in a file. */
function patternsOf(file: string): Pattern[] {
  const found: Pattern[] = [];
  const program: unknown = parseAst(readFileSync(resolve(src, file), 'utf8'), { lang: 'ts' });
  JSON.stringify(program, (key, value) => {
    if (key === 'regex' && typeof value?.pattern === 'string') {
      found.push({ file, source: value.pattern, flags: value.flags });
    }
    return typeof value === 'bigint' ? undefined : value;
  });
  return found;
}

// The command reads its user's own files. Redaction has a test of its own.
const patterns = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/^(?:cli|outcome.redact)\b/.test(file))
  .flatMap(patternsOf);

const marks = [...' a1/<>"=:@?&;,.-_\n\\[]{}#%+(é\u2028\ud800', '//', 's=', 'a:', '";', 'a-'];

/** Texts that a pattern may begin anew in, again and again: its own words, and what stands between words. */
function unitsFor({ source }: Pattern): string[] {
  const words = [...source.matchAll(/[A-Za-z][A-Za-z]+/g)].map(([word]) => word);
  return [...new Set([...marks, ...words.flatMap((word) => [word, `${word}=`, `${word} `, `${word}:`])])];
}

function tookMs(pattern: RegExp, text: string): number {
  const took = cpuTime();
  pattern.lastIndex = 0;
  if (pattern.global) text.replace(pattern, '');
  else pattern.test(text);
  return took();
}

/** The text that makes a pattern take four times as long when it is twice as long, if one of these does. */
function runsAwayOn(pattern: Pattern): string | undefined {
  const expression = new RegExp(pattern.source, pattern.flags);
  const [word = ''] = /[A-Za-z]+/.exec(pattern.source) ?? [];
  for (const start of ['', word, '<', '"', '?', `;${word}=`]) {
    for (const unit of unitsFor(pattern)) {
      for (const end of ['\u0001', '\n']) {
        const text = (length: number) => start + unit.repeat(Math.ceil(length / unit.length)) + end;
        if (tookMs(expression, text(2_000)) < 1) continue;
        // The machine may have been busy: what is quadratic is so again.
        const times = [4_000, 8_000, 16_000].map((length) => tookMs(expression, text(length)));
        if ((times[2] ?? 0) > 25 && (times[2] ?? 0) > 3 * (times[1] ?? 0)) return JSON.stringify(text(20));
      }
    }
  }
  return undefined;
}

describe('every expression takes time in proportion to the text', () => {
  it('finds one that does not', () => {
    expect(runsAwayOn({ file: '', source: String.raw`\/+$`, flags: '' })).toBeDefined();
    expect(
      runsAwayOn({ file: '', source: String.raw`^[^\/?#@[]*:(?!\d*(?:[\/?#]|$))[^@]*@`, flags: '' }),
    ).toBeDefined();
  });

  it('of the core', () => {
    expect(patterns.length).toBeGreaterThan(90);
    const slow = patterns.flatMap((pattern) => {
      const text = runsAwayOn(pattern);
      return text === undefined ? [] : [`${pattern.file}: /${pattern.source}/ on ${text}`];
    });
    expect(slow).toEqual([]);
  });
});

/** Both lengths in one, so that a slow machine is slow for both; the best of three. */
function timesOf(run: (length: number) => void): [short: number, long: number] {
  const best = (length: number) =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const took = cpuTime();
        run(length);
        return took();
      }),
    );
  best(1_000);
  return [best(40_000), best(80_000)];
}

describe('twice the text takes twice the time', () => {
  const units = [
    '/',
    ':',
    '@',
    '::',
    ':1',
    '1',
    'a',
    'a@',
    '?',
    '&',
    '#',
    '[',
    '\\',
    'rel=',
    'rel="',
    ';rel=',
    '<',
    '<a>',
    '; rel=a',
    ' ',
    '"',
    ',',
  ];

  it.each<[string, (text: string) => void]>([
    ['an address of the caller', (text) => void addressed({ url: text })],
    ['an address with a host', (text) => void addressed({ url: `http://${text}` })],
    ['a baseURL', (text) => void addressed({ url: '/a', baseURL: `http://host${text}x` })],
    ['a Link header', (text) => void answered({ link: `<a>;${text}` })],
    ['Location', (text) => void answered({ location: text })],
    ['hints', (text) => void hinted(text)],
  ])('%s', (_, read) => {
    for (const unit of units) {
      const [short, long] = timesOf((length) => read(unit.repeat(length / unit.length)));
      // Below 20 ms, it is the collection of garbage that is measured.
      expect([unit, long < 20 || long < 3 * short]).toEqual([unit, true]);
      expect(long).toBeLessThan(300);
    }
  });

  const addressed = (config: object) => outcomeOf({ status: 200, headers: {}, data: '', config });
  const answered = (headers: object) => outcomeOf({ status: 300, headers, data: '', config: {} });
  function hinted(text: string): void {
    const names = ['retry-after', 'ratelimit', 'x-ratelimit-reset', 'x-ratelimit-remaining', 'date'];
    for (const name of names) readHint({ [name]: text, 'x-ratelimit-reset-a': '1' }, 0, true);
    readHint({ [`x-ratelimit-${text}`]: '1', [text]: '1' }, 0, true);
    classify({ response: { status: 429, headers: { 'content-type': text }, data: '' } }, http);
  }

  it('a path of the caller, against templates with two parts in a segment', () => {
    const operations = [{ method: 'POST', path: '/x/{a}-{b}/z', repeatable: true }];
    const took = cpuTime();
    for (const unit of ['a-', '/x/a-', '-']) {
      findOperation('POST', `/x/${unit.repeat(100_000)}`, { ...http, operations });
      findOperation('POST', `/x/${unit.repeat(8_000 / unit.length)}`, { ...http, operations });
    }
    expect(took()).toBeLessThan(1_000);
  });
});
