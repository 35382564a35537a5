// llms.txt by the proposal at llmstxt.org: a Markdown list of the pages, and each page as Markdown.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { guideGroups, titleOf } from './guides.js';

const head = `# axios-outcome

> A TypeScript library: an axios interceptor that classifies each response by a catalogue of documented
> status codes, retries what is safe to retry, follows delayed tasks, and returns one typed outcome.
`;

/** Writes `llms.txt`, and every page as Markdown beside its HTML. */
export async function writeLlmsTxt(docs: string, outDir: string, pages: readonly string[]): Promise<void> {
  for (const page of pages) {
    const copy = resolve(outDir, page);
    await mkdir(dirname(copy), { recursive: true });
    await copyFile(resolve(docs, page), copy);
  }
  const sections = [
    ...guideGroups(docs, 'en').map(({ text, items }) => ({ text, links: items.map(({ link }) => link) })),
    { text: 'API reference', links: pages.filter((page) => page.startsWith('api/')).map(linkOf) },
    { text: '中文', links: pages.filter((page) => page.startsWith('zh/')).map(linkOf) },
  ];
  const texts = await Promise.all(sections.map((section) => sectionText(docs, section)));
  await writeFile(resolve(outDir, 'llms.txt'), [head, ...texts].join('\n'));
}

function linkOf(page: string): string {
  return `/${page.replace(/\.md$/, '')}`;
}

interface Section {
  readonly text: string;
  readonly links: readonly string[];
}

async function sectionText(docs: string, { text, links }: Section): Promise<string> {
  const lines = await Promise.all(
    links
      .filter((link) => !link.endsWith('/'))
      .map(async (link) => {
        const file = resolve(docs, `.${link}.md`);
        const about = firstSentence(await readFile(file, 'utf8'));
        return `- [${titleOf(file)}](${link}.md)${about === '' ? '' : `: ${about}`}`;
      }),
  );
  return `## ${text}\n\n${lines.join('\n')}\n`;
}

/** Of the first paragraph after the heading; empty where a list or code comes first. */
function firstSentence(markdown: string): string {
  const paragraph = /^# .+\n+((?:[^\n#`|<>-].*\n)+)/m.exec(markdown)?.[1]?.trim().replaceAll('\n', ' ') ?? '';
  return /^.+?(?:[.:](?=\s|$)|[。：])/.exec(paragraph)?.[0].replace(/[:：]$/, '') ?? paragraph;
}
