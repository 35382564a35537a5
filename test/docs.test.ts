import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { githubSlug } from '../docs/.vitepress/site/github-slug.js';

const execute = promisify(execFile);
const root = resolve(import.meta.dirname, '..');
const guides = readdirSync(resolve(root, 'docs')).filter((file) => file.endsWith('.md'));
const pages = [
  'README.md',
  'README.zh-CN.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...guides.map((file) => `docs/${file}`),
];
const textOf = (page: string) => readFileSync(resolve(root, page), 'utf8');

interface Block {
  readonly page: string;
  /** `ts` and `js` are compiled; what is marked `run` is run as well, and shows its output next. */
  readonly language: string;
  readonly runs: boolean;
  readonly code: string;
  /** What stands in the `text` block right after it. */
  readonly output: string | undefined;
}

const fence = /^```(ts|js)( run)?\n(.*?)^```$(?:\n+```text\n(.*?)^```$)?/gms;
const blocks: readonly Block[] = pages.flatMap((page) =>
  [...textOf(page).matchAll(fence)].map(([, language = '', run, code = '', output]) => ({
    page,
    language,
    runs: run !== undefined,
    code,
    output,
  })),
);

// Beside the package's own name, so that Node and the compiler find it as they do for a user.
const folder = mkdtempSync(resolve(root, 'test/.docs-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = ({ page, language }: Block, index: number) =>
  resolve(folder, `${basename(page, '.md')}-${index}.${language}`);

describe('the code in the README and the guides', () => {
  it('compiles as a user would compile it, by the package name', () => {
    expect(blocks.length).toBeGreaterThan(10);
    for (const [index, block] of blocks.entries()) writeFileSync(fileOf(block, index), block.code);
    const compilerOptions = {
      strict: true,
      noImplicitAny: true,
      allowJs: true,
      checkJs: true,
      noEmit: true,
      module: 'nodenext',
      target: 'es2023',
      types: ['node'],
      skipLibCheck: true,
    };
    writeFileSync(
      resolve(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: blocks.map(fileOf) }),
    );
    const tsc = resolve(root, 'node_modules/typescript/bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
    expect([stdout, status]).toEqual(['', 0]);
  }, 30_000);

  const runnable = blocks.flatMap((block, index) => (block.runs ? [{ block, index }] : []));
  // Beside each other, since many a sample waits for a retry.
  it.concurrent.each(runnable)(
    '$block.page, block $index: prints what the page says',
    async ({ block, index }) => {
      const file = fileOf(block, index);
      writeFileSync(file, block.code);
      const { stdout, stderr } = await execute(process.execPath, [file], { timeout: 20_000 });
      expect(stderr).toBe('');
      expect(comparable(stdout)).toBe(comparable(block.output ?? ''));
    },
  );
});

/** Ports and measured milliseconds are other ones each time. */
function comparable(output: string): string {
  return output
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
    .replace(/\b\d+ ms\b/g, 'N ms')
    .trim();
}

describe('the links of the README and the guides', () => {
  const links = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\((?!https?:)([^)#\s]*)(#[^)]*)?\)/g)].map(([, path = '', anchor = '']) => ({
      page,
      path,
      anchor,
    })),
  );

  it.each(links)('$page: $path $anchor', ({ page, path, anchor }) => {
    const target = path === '' ? resolve(root, page) : resolve(root, dirname(page), path);
    const text = path.endsWith('/') ? '' : readFileSync(target, 'utf8');
    if (anchor === '') return;
    const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => githubSlug(heading));
    expect(headings).toContain(anchor.slice(1));
  });
});

describe('the reference tables', () => {
  const all = pages.map(textOf).join('\n');

  it('name every retry option and every reason to stop', () => {
    const policy = textOf('src/retry/policy.ts');
    const options = /interface RetryOptions \{(.*?)\n\}/s.exec(policy)?.[1] ?? '';
    const names = [...options.matchAll(/readonly (\w+)\?/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(13);
    for (const name of names) expect(all).toContain(`| \`${name}\` |`);
    const reasons = /type Stopped =(.*?);/s.exec(textOf('src/retry/decide.ts'))?.[1]?.match(/[a-z][a-z-]+/g);
    expect(reasons).toHaveLength(8);
    for (const reason of reasons ?? []) expect(all).toContain(`\`${reason}\``);
  });
});

it('README.zh-CN.md has the sections, samples, table rows and links of README.md', () => {
  const [english, chinese] = ['README.md', 'README.zh-CN.md'].map((page) => {
    const text = textOf(page);
    const prose = text.replace(/^```.*?^```$/gms, '');
    return {
      sections: [...prose.matchAll(/^(#+) /gm)].map(([, level]) => level),
      samples: text.match(/^```.*?^```$/gms),
      rows: [...prose.matchAll(/^\| (`\w+`|[^|]*) \|/gm)].length,
      bullets: [...prose.matchAll(/^- /gm)].length,
      links: [...prose.matchAll(/\]\(([^)]+)\)/g)]
        .map(([, to]) => to)
        .filter((to) => !to?.startsWith('README')),
    };
  });
  expect(chinese).toEqual(english);
});

it('README.md has at most 1,800 words', () => {
  expect(textOf('README.md').split(/\s+/).length).toBeLessThan(1_800);
});
