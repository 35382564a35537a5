import type { FunctionalComponent } from 'vue';
import type { Played, Span } from './play.js';
import type { Texts } from './texts.js';

/** A bar for each attempt, a hatched one for each wait, as wide as they took. */
export const Timeline: FunctionalComponent<{ played: Played; texts: Texts }> = ({ played, texts }) => {
  const { spans, elapsedMs } = played;
  const attempts = spans.filter(({ what }) => what === 'attempt').length;
  return (
    <figure class="play-timeline">
      <ol data-play="timeline">{spans.map((span, index) => bar(span, index, texts))}</ol>
      <figcaption>
        <span>{texts.timeline(attempts, elapsedMs)}</span>
        <ul>
          <li>
            <i class="attempt good" />
            {texts.attempt}
          </li>
          <li>
            <i class="attempt bad" />
            {texts.failed}
          </li>
          <li>
            <i class="wait" />
            {texts.wait}
          </li>
          <li>
            <i class="poll" />
            {texts.poll}
          </li>
        </ul>
      </figcaption>
    </figure>
  );
};

function bar(span: Span, index: number, texts: Texts) {
  const grow = { flexGrow: 'ms' in span ? Math.max(1, span.ms) : 0 };
  switch (span.what) {
    case 'wait':
      return (
        <li key={index} class="wait" style={grow} title={`${texts.wait}: ${span.ms} ms`}>
          {`${span.ms} ms`}
        </li>
      );
    case 'poll':
      return (
        <li key={index} class="poll" title={texts.poll}>
          {span.told}
        </li>
      );
    case 'attempt':
      return (
        <li
          key={index}
          class={['attempt', span.good ? 'good' : 'bad']}
          style={grow}
          title={`${span.told}: ${span.ms} ms`}
        >
          {span.told}
        </li>
      );
  }
}
