import { resolve } from 'node:path';
import { type DefaultTheme, defineConfigWithTheme } from 'vitepress';
import { nameApiPages } from './site/api-titles.js';
import { githubSlug } from './site/github-slug.js';
import { apiSidebar, sidebar, translatedPages } from './site/guides.js';
import { writeLlmsTxt } from './site/llms-txt.js';
import { copyLinkedFiles, linkToRepositoryFiles } from './site/repository-files.js';
import { searchOptions } from './site/search.js';

const root = resolve(import.meta.dirname, '../..');
const docs = resolve(root, 'docs');

/** The package is the one that `npm run build` made, as its users get it. */
const ownPackage = [
  { find: /^axios-outcome$/, replacement: resolve(root, 'dist/index.js') },
  { find: /^axios-outcome\/(.+)$/, replacement: `${resolve(root, 'dist')}/$1.js` },
];
/** The theme's link to the other language, which must not lead to a page that nobody has translated. */
const ownLanguageLinks = {
  find: /^(?:\.\.?\/)+composables\/langs$/,
  replacement: resolve(import.meta.dirname, 'theme/language-links.ts'),
};

interface SiteTheme extends DefaultTheme.Config {
  /** Read by theme/language-links.ts. */
  readonly translatedPages?: readonly string[];
}

export default defineConfigWithTheme<SiteTheme>({
  title: 'axios-outcome',
  description: 'An axios interceptor that knows what a response means.',
  // No picture of its own, and no request for one.
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  srcExclude: ['node_modules/**'],
  lastUpdated: false,
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      themeConfig: {
        nav: [
          { text: 'Guides', link: '/quick-start' },
          { text: 'Playground', link: '/playground' },
          { text: 'API', link: '/api/' },
        ],
        sidebar: { '/': sidebar(docs, 'en'), '/api/': apiSidebar(docs) },
      },
    },
    zh: {
      label: '简体中文',
      lang: 'zh-CN',
      description: '一个懂得响应含义的 axios 拦截器。',
      themeConfig: {
        nav: [
          { text: '指南', link: '/zh/quick-start' },
          { text: '演练场', link: '/zh/playground' },
          { text: 'API（英文）', link: '/api/' },
        ],
        sidebar: sidebar(docs, 'zh'),
        outline: { level: [2, 3], label: '本页目录' },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '外观',
        lightModeSwitchTitle: '切换到浅色',
        darkModeSwitchTitle: '切换到深色',
        sidebarMenuLabel: '菜单',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '切换语言',
        skipToContentLabel: '跳到正文',
        notFound: { title: '没有这一页', quote: '请检查地址，或从首页开始。', linkText: '回到首页' },
      },
    },
  },
  themeConfig: {
    outline: { level: [2, 3] },
    search: { provider: 'local', options: searchOptions },
    translatedPages: translatedPages(docs),
  },
  markdown: {
    anchor: { slugify: githubSlug },
    config(markdown) {
      nameApiPages(markdown);
      linkToRepositoryFiles(markdown, root);
    },
  },
  vite: {
    publicDir: resolve(docs, 'public'),
    resolve: { alias: [...ownPackage, ownLanguageLinks] },
    esbuild: { jsx: 'automatic', jsxImportSource: 'vue' },
    // One file for the worker of the playground, with what follows delayed tasks inside: once the
    // page is open, it needs no network.
    worker: { format: 'es', rollupOptions: { output: { inlineDynamicImports: true } } },
    build: { chunkSizeWarningLimit: 2_000 },
  },
  async buildEnd({ outDir, pages }) {
    await copyLinkedFiles(root, outDir);
    await writeLlmsTxt(docs, outDir, pages);
  },
});
