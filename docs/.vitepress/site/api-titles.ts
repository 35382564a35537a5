import type { MarkdownRenderer } from 'vitepress';
import { doorOf } from './guides.js';

/** Names the pages of the API reference as users import them: typedoc calls the package itself `index`. */
export function nameApiPages(markdown: MarkdownRenderer): void {
  markdown.core.ruler.before('inline', 'api-titles', ({ tokens, env }) => {
    const [opening, title] = tokens;
    if (!env.relativePath?.startsWith('api/') || opening?.tag !== 'h1' || title === undefined) return;
    const door = doorOf(title.content);
    title.content = door === 'axios-outcome' ? door : `axios-outcome/${door}`;
  });
}
