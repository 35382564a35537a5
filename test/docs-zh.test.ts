import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { githubSlug } from '../docs/.vitepress/site/github-slug.js';
import { guidesIn } from '../docs/.vitepress/site/guides.js';

const docs = resolve(import.meta.dirname, '../docs');
const chinese = guidesIn(resolve(docs, 'zh'));
/** Guides that stand in English alone. */
const notTranslated: readonly string[] = [];

const textOf = (path: string) => readFileSync(resolve(docs, path), 'utf8');
const samples = /^```.*?^```$/gms;
const headingsOf = (text: string) => [...text.replace(samples, '').matchAll(/^(#+) (.*)$/gm)];

it('every guide has a Chinese page', () => {
  expect(guidesIn(docs).filter((guide) => !chinese.includes(guide))).toEqual(notTranslated);
});

describe.each(chinese)('the Chinese page %s', (guide) => {
  const [english, translated] = [textOf(`${guide}.md`), textOf(`zh/${guide}.md`)];

  it('has the sections and the table rows of the English page', () => {
    const shape = (text: string) => ({
      sections: headingsOf(text).map(([, level]) => level),
      rows: [...text.replace(samples, '').matchAll(/^\|/gm)].length,
    });
    expect(shape(translated)).toEqual(shape(english));
  });

  it('has the samples of the English page', () => {
    expect(translated.match(samples)).toEqual(english.match(samples));
  });

  it('has links that lead somewhere', () => {
    const prose = translated.replace(samples, '');
    for (const [link, path = '', anchor] of prose.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)]*))?\)/g)) {
      const target = path === '' ? resolve(docs, `zh/${guide}.md`) : resolve(docs, 'zh', path);
      expect([link, existsSync(target)]).toEqual([link, true]);
      if (anchor === undefined) continue;
      const anchors = headingsOf(readFileSync(target, 'utf8')).map(([, , heading = '']) =>
        githubSlug(heading),
      );
      expect(anchors).toContain(anchor);
    }
  });
});
