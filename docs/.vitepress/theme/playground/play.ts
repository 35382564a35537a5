import axios from 'axios';
import { type Attempt, attachOutcomes, explain, type TaskPoll } from 'axios-outcome';
import { sequence, virtualClock } from 'axios-outcome/testing';
import { catalogues } from './catalogues.js';
import { baseURL, dataOf, type Scenario, stepOf } from './scenario.js';
import { valueText } from './value-text.js';

/** One part of the timeline. */
export type Span =
  | { readonly what: 'wait'; readonly ms: number }
  | { readonly what: 'attempt'; readonly ms: number; readonly told: string; readonly good: boolean }
  | { readonly what: 'poll'; readonly told: string };

/** What the page shows of a scenario that was played. All of it is plain data. */
export interface Played {
  readonly kind: string;
  readonly ok: boolean;
  readonly effect: string;
  readonly spans: readonly Span[];
  readonly elapsedMs: number;
  /** The outcome as JavaScript would write it. */
  readonly outcome: string;
  readonly explained: { readonly en: string; readonly zh: string };
}

/** Plays a scenario in virtual time. Throws what the library throws: a wrong option, a wrong answer. */
export async function play(scenario: Scenario): Promise<Played> {
  const { method, path, options, answers, complete } = scenario;
  const catalogue = catalogues[scenario.catalogue];
  const { adapter } = sequence(answers.map(stepOf), { catalogue });
  const client = attachOutcomes(axios.create({ baseURL, adapter }), { catalogue, retry: options });
  const data = dataOf(method);
  const polls: TaskPoll[] = [];
  const clock = virtualClock();
  try {
    const { first, last } = await clock.run(async () => {
      const first = await client.request({ method, url: path, ...(data === undefined ? {} : { data }) });
      const last = complete
        ? await client.complete(first, { onPoll: (poll) => void polls.push(poll) })
        : first;
      return { first, last };
    });
    return {
      kind: last.kind,
      ok: last.ok,
      effect: last.effect,
      spans: [...first.attempts.flatMap(attemptSpans), ...polls.flatMap(pollSpans)],
      elapsedMs: clock.elapsedMs,
      outcome: valueText(last),
      explained: { en: explain(last), zh: explain(last, { locale: 'zh' }) },
    };
  } finally {
    clock.restore();
  }
}

function attemptSpans({ status, code, waitedMs, tookMs }: Attempt): Span[] {
  const good = status !== undefined && status < 400;
  const attempt: Span = { what: 'attempt', ms: Math.round(tookMs), told: String(code ?? status), good };
  return waitedMs > 0 ? [{ what: 'wait', ms: Math.round(waitedMs) }, attempt] : [attempt];
}

function pollSpans({ state, waitedMs }: TaskPoll): Span[] {
  return [
    { what: 'wait', ms: waitedMs },
    { what: 'poll', told: state ?? 'poll' },
  ];
}
