// Takes the place of the theme's own `useLangs`, see .vitepress/config.ts.
import { useData } from 'vitepress';
import { useLangs as useThemeLangs } from 'vitepress/dist/client/theme-default/composables/langs.js';
import { computed } from 'vue';

/** The links to the other languages: to the same page, or to the start where that page is not translated. */
export function useLangs(options: { correspondingLink?: boolean } = {}) {
  const { localeLinks, currentLang } = useThemeLangs(options);
  const { theme } = useData();
  const existing = computed(() =>
    localeLinks.value.map(({ text, link }) => {
      const page = /^\/zh\/(.*?)(?:\.html)?(?:#.*)?$/.exec(link)?.[1];
      const exists = page === undefined || theme.value.translatedPages.includes(page || 'index');
      return { text, link: exists ? link : '/zh/' };
    }),
  );
  return { localeLinks: existing, currentLang };
}
