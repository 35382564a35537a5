import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export type Language = 'en' | 'zh';

/** The guides in the order in which they are read. A guide that is not listed stands in the last group. */
const groups: readonly { readonly title: Readonly<Record<Language, string>>; readonly guides: string[] }[] = [
  {
    title: { en: 'Start', zh: '入门' },
    guides: [
      'quick-start',
      'reading-outcomes',
      'retry-safety',
      'delayed-tasks',
      'options',
      'testing',
      'troubleshooting',
    ],
  },
  {
    title: { en: 'In production', zh: '生产环境' },
    guides: [
      'production-retries-and-deadlines',
      'production-budget',
      'production-repeat-a-post',
      'production-tasks',
      'production-alerts',
      'production-explain-in-a-ticket',
      'observability',
      'logging',
      'redaction',
    ],
  },
  {
    title: { en: 'Describe an API', zh: '描述 API' },
    guides: ['writing-a-catalogue', 'catalogue-from-documentation', 'described-clients'],
  },
  {
    title: { en: 'With other libraries', zh: '与其他库配合' },
    guides: [
      'query-libraries',
      'servers',
      'comparison',
      'migrating-from-axios-retry',
      'migrating-from-retry-axios',
      'migrating-from-openapi-fetch',
    ],
  },
];
/** Pages of the site that are no guides. */
const notGuides = ['index', 'playground'];
const last = groups.length - 1;

export interface SidebarGroup {
  readonly text: string;
  readonly items: { text: string; link: string }[];
}

/** The sidebar of a language: its guides, and the pages that are no guides. */
export function sidebar(docs: string, language: Language): SidebarGroup[] {
  return [...guideGroups(docs, language), more(language)];
}

/** The guides that exist in a language, by their own headings. */
export function guideGroups(docs: string, language: Language): SidebarGroup[] {
  const base = baseOf(language);
  const folder = language === 'en' ? docs : resolve(docs, language);
  const listed = groups.flatMap(({ guides }) => guides);
  const found = guidesIn(folder);
  const shown = groups.map(({ title, guides }, index) => {
    const others = index === last ? found.filter((guide) => !listed.includes(guide)) : [];
    const items = [...guides.filter((guide) => found.includes(guide)), ...others];
    return {
      text: title[language],
      items: items.map((guide) => ({
        text: titleOf(resolve(folder, `${guide}.md`)),
        link: `${base}${guide}`,
      })),
    };
  });
  return shown.filter(({ items }) => items.length > 0);
}

/** The sidebar of the API reference: one page for each door of the package. */
export function apiSidebar(docs: string): SidebarGroup[] {
  const pages = readdirSync(resolve(docs, 'api'), { recursive: true, encoding: 'utf8' });
  const modules = pages.filter((file) => file.endsWith('.md') && file !== 'README.md');
  const items = modules.map((file) => {
    const module = file.slice(0, -'.md'.length);
    return { text: doorOf(module), link: module === 'index' ? '/api/' : `/api/${module}` };
  });
  return [{ text: 'API reference', items: items.toSorted((a, b) => a.text.localeCompare(b.text)) }];
}

/** The name by which users import a module that typedoc names by its place in the source. */
export function doorOf(module: string): string {
  return module === 'index' ? 'axios-outcome' : module.replace('observe/', '');
}

function more(language: Language): SidebarGroup {
  const [text, play, api] =
    language === 'en' ? ['More', 'Playground', 'API reference'] : ['更多', '演练场', 'API 参考（英文）'];
  return {
    text,
    items: [
      { text: play, link: `${baseOf(language)}playground` },
      { text: api, link: '/api/' },
    ],
  };
}

function baseOf(language: Language): string {
  return language === 'en' ? '/' : `/${language}/`;
}

/** The names of the guides in a folder, without their ending. */
export function guidesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((file) => file.endsWith('.md'));
  return names.map((file) => file.slice(0, -'.md'.length)).filter((name) => !notGuides.includes(name));
}

/** The first heading of a page. */
export function titleOf(file: string): string {
  return /^# (.+)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? file;
}

/** The paths of the pages that exist in Chinese, without the language: `quick-start`, `index`. */
export function translatedPages(docs: string): string[] {
  return readdirSync(resolve(docs, 'zh'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -'.md'.length));
}
