// One call as a line: a bar per attempt, a hatched one per wait, as wide as they took.

const pixelsPerMs = 0.16;

/** @param {string} title */
export function addTimeline(title) {
  const article = document.createElement('article');
  const heading = document.createElement('h2');
  heading.append(title);
  const track = document.createElement('div');
  track.className = 'track';
  article.append(heading, track);
  document.querySelector('#calls')?.prepend(article);

  /** @type {{ span: HTMLElement, startedAt: number } | undefined} */
  let growing;

  /** @param {string} className @param {number} ms @param {string} text */
  function bar(className, ms, text) {
    const span = document.createElement('span');
    span.className = className;
    span.style.width = `${Math.round(ms * pixelsPerMs)}px`;
    span.textContent = text;
    span.title = `${text}, ${Math.round(ms)} ms`;
    track.append(span);
    return span;
  }

  /** A wait that goes on grows until it is over. @param {number} ms */
  function wait(ms) {
    const span = bar('wait', ms, '');
    span.animate([{ width: '0px' }, { width: span.style.width }], { duration: ms });
    growing = { span, startedAt: performance.now() };
  }

  /** A wait is as long as it was; without `waitedMs`, somebody has cut it short just now. @param {number} [waitedMs] */
  function endWait(waitedMs) {
    if (growing === undefined) return;
    const { span, startedAt } = growing;
    const ms = waitedMs ?? Math.round(performance.now() - startedAt);
    for (const animation of span.getAnimations()) animation.cancel();
    span.style.width = `${Math.round(ms * pixelsPerMs)}px`;
    span.textContent = ms * pixelsPerMs > 50 ? `${ms} ms` : '';
    growing = undefined;
  }

  return {
    wait,
    /** @param {import('axios-outcome').Attempt} attempt */
    attempt({ status, code, waitedMs, tookMs }) {
      endWait(waitedMs);
      bar(`attempt ${status && status < 400 ? 'good' : 'bad'}`, tookMs, String(code ?? status));
    },
    /** @param {import('axios-outcome').TaskPoll} poll */
    poll({ state, waitedMs, nextPollMs }) {
      endWait(waitedMs);
      bar('attempt poll', 0, state ?? 'poll');
      if (nextPollMs !== undefined) wait(nextPollMs);
    },
    /** @param {{ ok: boolean, kind: string, effect: string }} outcome @param {string} why */
    end({ ok, kind, effect }, why) {
      endWait();
      const verdict = document.createElement('span');
      verdict.className = `kind ${ok ? 'ok' : 'not-ok'}`;
      verdict.textContent = `${kind}, effect ${effect}`;
      heading.append(verdict);
      const text = document.createElement('p');
      text.textContent = why;
      article.append(text);
    },
  };
}
