// Guides link to examples and tests, which are files of the repository and no pages. On the site
// they stand below /source as plain text, so that a link works without a network too.
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';

const linked = new Set<string>();

/** Points the links of a page that leave the folder `docs` to the copies that the site has. */
export function linkToRepositoryFiles(markdown: MarkdownRenderer, root: string): void {
  markdown.core.ruler.push('repository-files', ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === 'link_open' ? token.attrGet('href') : null;
      const file = href === null ? undefined : fileOutside(href, env.path, root);
      if (file === undefined) continue;
      linked.add(file);
      token.attrSet('href', `/source/${file}.txt`);
      // The site's router knows pages only.
      token.attrSet('target', '_blank');
    }
  });
}

/** The path of a linked file from the root of the repository; undefined for pages and other sites. */
function fileOutside(href: string, page: string, root: string): string | undefined {
  if (!href.startsWith('../')) return undefined;
  const [path = ''] = href.split('#');
  const file = relative(root, resolve(dirname(page), path));
  return file.startsWith('docs/') || file.startsWith('..') ? undefined : file;
}

/** Copies every file that a page has linked to. A file that does not exist ends the build. */
export async function copyLinkedFiles(root: string, outDir: string): Promise<void> {
  for (const file of linked) {
    const copy = resolve(outDir, 'source', `${file}.txt`);
    await mkdir(dirname(copy), { recursive: true });
    await copyFile(resolve(root, file), copy);
  }
}
