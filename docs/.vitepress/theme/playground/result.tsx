import { computed, defineComponent } from 'vue';
import { CodeBlock } from './code-block.js';
import { data as hovers } from './hovers.data.js';
import { programOf } from './program.js';
import { usePlayground } from './state.js';
import { Timeline } from './timeline.js';

/** The kind, the effect and the timeline; or why the library refuses the scenario. */
export const Verdict = defineComponent(() => {
  const state = usePlayground();
  return () => (
    <section class="play-happened" aria-label={state.texts.happened}>
      {state.refusal === '' ? (
        verdict()
      ) : (
        <p role="alert" class="play-refusal" data-play="refusal">
          {state.texts.refused} {state.refusal}
        </p>
      )}
    </section>
  );

  function verdict() {
    const { played, texts } = state;
    if (played === undefined) return <p role="status">{texts.starting}</p>;
    const { kind, ok, effect } = played;
    return (
      <>
        <p role="status" class="play-verdict">
          <strong class={ok ? 'good' : 'bad'} data-play="kind">
            {kind}
          </strong>
          <span>
            {texts.effect} <strong data-play="effect">{effect}</strong>
          </span>
          <button type="button" onClick={state.runAgain}>
            {texts.again}
          </button>
        </p>
        <Timeline played={played} texts={texts} />
      </>
    );
  }
});

/** What your code gets, what it means, and the code. */
export const Result = defineComponent(() => {
  const state = usePlayground();
  const program = computed(() => programOf(state.scenario));
  return () => {
    const { texts, played } = state;
    return (
      <section aria-label={texts.result}>
        {played !== undefined && (
          <>
            <h2>{texts.outcome}</h2>
            <div class="play-outcome" data-play="outcome">
              <CodeBlock code={outcome} />
            </div>
            <h2>{texts.explained}</h2>
            <div class="play-explained">
              <pre lang="en" data-play="explained-en">
                {played.explained.en}
              </pre>
              <pre lang="zh-CN" data-play="explained-zh">
                {played.explained.zh}
              </pre>
            </div>
          </>
        )}
        <h2>{texts.program}</h2>
        <p>{texts.programHint}</p>
        <div data-play="program">
          <CodeBlock code={() => program.value} copy={texts.copy} />
        </div>
      </section>
    );
  };

  /** The editor's line for an outcome of this kind, and the outcome. */
  function outcome(): string {
    const { played, scenario } = state;
    if (played === undefined) return '';
    const kinds: Readonly<Record<string, string>> = hovers[scenario.catalogue];
    const line = kinds[played.kind];
    return `${line === undefined ? '' : `${line}\n\n`}${played.outcome}`;
  }
});
