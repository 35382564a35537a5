import { http } from '../catalogues/http/statuses.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { checkCatalogue } from '../semantics/check-catalogue.js';
import { type FieldRules, isRecord } from '../semantics/check-fields.js';
import { expect } from '../semantics/configuration-error.js';
import { anything, checkOptions, wholeSeconds } from './check-options.js';
import { play, type StandIn } from './play.js';
import type { ReceivedRequest, Reply } from './reply.js';
import { type AnswerStep, replierOf, type Step } from './step.js';
import {
  type ScriptedDialect,
  type ScriptedPoll,
  type ScriptedState,
  type TaskFacts,
  taskScripts,
} from './task-scripts.js';

/** The states and the result of a task. */
export interface DelayedTaskOptions {
  /** The catalogue of the API that answers. Default: HTTP's own catalogue. */
  readonly catalogue?: Catalogue;
  /** The state that each poll gets. The last state stays. Default: `['running', 'done']`. */
  readonly states?: readonly (ScriptedState | ScriptedPoll)[];
  /** The result of the task. Default: `{}`. */
  readonly result?: unknown;
  /** The `Retry-After` of every answer until the task has ended, in whole seconds. Default: no header. */
  readonly retryAfterSeconds?: number;
}

const optionRules: FieldRules = {
  catalogue: anything,
  states: anything,
  result: anything,
  retryAfterSeconds: wholeSeconds,
};

interface Started {
  readonly facts: TaskFacts;
  readonly url: string;
  polls: number;
}

/**
 * An API that starts a task and has a monitor for it, in the form of a dialect. A request to the
 * monitor gets the next state. Every other request starts a new task.
 *
 * The dialects that only an operation of the catalogue can name (`dew-key-pair`,
 * `huawei-job`, and `google-operation`, which starts with 200) need a catalogue
 * with that operation, and a call to its path.
 *
 * @throws ConfigurationError for a dialect or a state that there is none of, and for a wrong option.
 *
 * @example
 * const api = delayedTask('operation-location', { states: ['running', 'running', 'done'], result: { id: 1 } });
 * const client = attachOutcomes(axios.create({ adapter: api.adapter, baseURL: 'https://api.example' }));
 * const outcome = await clock.run(async () => client.complete(await client.post('/reports')));
 */
export function delayedTask(dialect: ScriptedDialect, options: DelayedTaskOptions = {}): StandIn {
  checkOptions(options, 'delayedTask', optionRules);
  const { catalogue = http, states = ['running', 'done'], result = {}, retryAfterSeconds } = options;
  checkCatalogue(catalogue);
  expect(
    Object.hasOwn(taskScripts, dialect),
    'dialect',
    dialect,
    `one of: ${Object.keys(taskScripts).join(', ')}`,
  );
  const script = taskScripts[dialect];
  expect(Array.isArray(states) && states.length > 0, 'states', states, 'a list of at least one state');
  const polls = states.map(readPoll);
  const reply = replierOf(catalogue, {});
  const tasks: Started[] = [];

  return play((request) => {
    const task = tasks.find((started) => isAbout(request, started));
    if (task === undefined) return start(request);
    if (isForResult(request, task, script.ownMonitor)) return reply({ status: 200, body: result });
    const poll = polls[Math.min(task.polls++, polls.length - 1)];
    if (poll === undefined || poll.state === 'expired') return reply({ status: 404 });
    const answer = script.poll(poll, task.facts);
    return poll.state === 'running' ? reply(hinted(answer)) : reply(answer);
  });

  function start({ url, method }: ReceivedRequest): Reply {
    const facts = { id: `task-${tasks.length + 1}`, origin: new URL(url).origin, method, result };
    tasks.push({ facts, url, polls: 0 });
    return reply(hinted(script.start(facts)));
  }

  function hinted(step: Step): Step {
    // A script answers in full or not at all.
    if (retryAfterSeconds === undefined || typeof step !== 'object' || 'failure' in step) return step;
    return { ...step, retryAfterSeconds } satisfies AnswerStep;
  }

  function readPoll(given: ScriptedState | ScriptedPoll): ScriptedPoll & { readonly word: string } {
    const allowed = `one of the states of ${dialect}: ${Object.keys(script.words).join(', ')}`;
    expect(typeof given === 'string' || isRecord(given), 'a state', given, allowed);
    const poll: ScriptedPoll = typeof given === 'string' ? { state: given } : given;
    const word = Object.hasOwn(script.words, poll.state) ? script.words[poll.state] : undefined;
    expect(word !== undefined, 'a state', poll.state, allowed);
    return { word, ...poll };
  }
}

/** Whether a request is a poll or asks for the result: it goes to an address of the task, or with GET to the address of the call. */
function isAbout({ method, url }: ReceivedRequest, task: Started): boolean {
  if (new URL(url).pathname.split('/').includes(task.facts.id)) return true;
  return method === 'GET' && url === task.url;
}

/** If the task has a monitor, the address of the call is the address of the result (RFC 9110, 9.3.4). */
function isForResult({ url }: ReceivedRequest, task: Started, ownMonitor = true): boolean {
  return new URL(url).pathname.includes('/results/') || (url === task.url && ownMonitor);
}
