import type { DefaultTheme } from 'vitepress';

/**
 * Words for the search index and for what is searched. Chinese has no spaces between
 * words, so the words are found by the platform's own segmenter (ECMA-402, Intl.Segmenter).
 * VitePress sends this function to the page as text: it may use nothing from outside of it.
 */
function words(text: string): string[] {
  const segments = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text);
  return Array.from(segments).flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}

/** Search in the browser, by an index that is a part of the site. */
export const searchOptions: DefaultTheme.LocalSearchOptions = {
  miniSearch: { options: { tokenize: words } },
  locales: {
    zh: {
      translations: {
        button: { buttonText: '搜索', buttonAriaLabel: '搜索文档' },
        modal: {
          displayDetails: '显示详情',
          resetButtonTitle: '清空',
          backButtonTitle: '关闭搜索',
          noResultsText: '没有找到',
          footer: {
            selectText: '打开',
            selectKeyAriaLabel: '回车键',
            navigateText: '移动',
            navigateUpKeyAriaLabel: '上箭头键',
            navigateDownKeyAriaLabel: '下箭头键',
            closeText: '关闭',
            closeKeyAriaLabel: 'Esc 键',
          },
        },
      },
    },
  },
};
