declare module 'vitepress/dist/client/theme-default/composables/langs.js' {
  import type { ComputedRef } from 'vue';

  interface LanguageLink {
    readonly text: string;
    readonly link: string;
  }

  export function useLangs(options: { correspondingLink?: boolean }): {
    readonly localeLinks: ComputedRef<readonly LanguageLink[]>;
    readonly currentLang: ComputedRef<{ readonly label: string; readonly link: string }>;
  };
}
