import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import { addTimeline } from './timeline.js';

/** @typedef {import('axios-outcome').Outcome<typeof dew>} Outcome */
/** @typedef {{ title: string, method?: string, task?: boolean, abortAfterMs?: number }} Scenario */
/** @type {Record<string, Scenario>} */
const scenarios = {
  busy: { title: '503, 503, then 200' },
  throttled: { title: '429 with Retry-After: 2' },
  lost: { title: '502 to a POST: once', method: 'post' },
  reset: { title: 'a reset connection' },
  task: { title: '202: a task, followed', task: true },
  closed: { title: 'Retry-After: 30, and an abort', abortAfterMs: 1500 },
  refused: { title: '400 with an error code', method: 'post' },
};
const baseURL = new URLSearchParams(location.search).get('api') ?? location.origin;
let runs = 0;

/** @param {string} name @param {Scenario} scenario */
async function run(name, { title, method = 'get', task = false, abortAfterMs }) {
  const path = `/api/${name}/${Date.now()}-${++runs}`;
  const timeline = addTimeline(`${method.toUpperCase()} /api/${name} — ${title}`);
  let following = false;
  const client = attachOutcomes(axios.create({ baseURL }), {
    catalogue: dew,
    // Longer than by default, so that the waits can be seen.
    retry: { baseDelayMs: 800 },
    // A poll is an attempt too, and is drawn as a poll.
    onAttempt: (attempt) => following || timeline.attempt(attempt),
    onRetry: ({ waitMs }) => timeline.wait(waitMs),
  });
  const controller = new AbortController();
  if (abortAfterMs !== undefined) setTimeout(() => controller.abort(), abortAfterMs);
  const outcome = await client.request({ method, url: path, signal: controller.signal });
  const last = task ? await follow(outcome) : outcome;
  timeline.end(last, why(last));

  /** @param {Outcome} started */
  function follow(started) {
    following = true;
    if (started.kind === 'delayed') timeline.wait(started.task.retryAfterMs ?? 2000);
    return client.complete(started, { onPoll: timeline.poll });
  }
}

/**
 * @typedef {import('axios-outcome').ProblemOf<typeof dew>} DewProblem
 * @param {Outcome | import('axios-outcome').TaskFailed<DewProblem>} outcome
 */
function why(outcome) {
  const last = outcome.attempts.at(-1)?.because ?? '';
  switch (outcome.kind) {
    case 'rejected':
    case 'unavailable':
    case 'failed': {
      const remedy = outcome.problem.documented?.remedy?.en ?? outcome.problem.message ?? '';
      return `${[outcome.problem.code, remedy].filter(Boolean).join(': ')} ${last}`;
    }
    case 'cancelled':
      return 'the caller stopped it in the wait; no timer is left';
    default:
      return last;
  }
}

for (const [name, scenario] of Object.entries(scenarios)) {
  const button = document.createElement('button');
  button.textContent = scenario.title;
  button.dataset['scenario'] = name;
  button.addEventListener('click', () => run(name, scenario));
  document.querySelector('#buttons')?.append(button);
}
