import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import javascript from 'shiki/langs/typescript.mjs';
import dark from 'shiki/themes/github-dark.mjs';
import light from 'shiki/themes/github-light.mjs';
import { defineComponent, onMounted, ref, watch } from 'vue';

let highlighter: Promise<HighlighterCore> | undefined;

/** The colours of the site's other code, by the same library. */
async function highlight(code: string): Promise<string> {
  highlighter ??= createHighlighterCore({
    themes: [light, dark],
    langs: [javascript],
    engine: createJavaScriptRegexEngine(),
  });
  const themes = { light: 'github-light', dark: 'github-dark' };
  return (await highlighter).codeToHtml(code, { lang: 'typescript', themes, defaultColor: false });
}

/** A block of code as the guides have it, with the theme's own button to copy it. */
export const CodeBlock = defineComponent(
  ({ code, copy }: { code: () => string; copy?: string }) => {
    const html = ref('');
    const update = async () => {
      const text = code();
      const highlighted = await highlight(text);
      if (text === code()) html.value = highlighted;
    };
    onMounted(update);
    watch(code, update);
    return () => (
      <div class="language-ts vp-code play-code">
        {copy !== undefined && <button type="button" class="copy" title={copy} aria-label={copy} />}
        {html.value === '' ? (
          <pre>
            <code>{code()}</code>
          </pre>
        ) : (
          // The highlighter escapes what stands in the code.
          <div innerHTML={html.value} />
        )}
      </div>
    );
  },
  { props: ['code', 'copy'] },
);
