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

/** How a task goes. */
export interface DelayedTaskOptions {
  /** The API that answers. Default: HTTP itself. */
  readonly catalogue?: Catalogue;
  /** What each poll of the monitor says; the last one stays. Default `['running', 'done']`. */
  readonly states?: readonly (ScriptedState | ScriptedPoll)[];
  /** What the task comes to. Default `{}`. */
  readonly result?: unknown;
  /** When to look again, in whole seconds, on every answer until the task has ended. Default: not said. */
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
 * An API that starts a task on the first request, and tells how far it is on each
 * one to its monitor, as a dialect has it. Every request that is no poll starts a
 * task of its own.
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
    // Scripts answer in full, or with nothing that can be waited for.
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

/** A poll, or a request for the result: to an address of the task's own, or with GET to that of the call. */
function isAbout({ method, url }: ReceivedRequest, task: Started): boolean {
  if (new URL(url).pathname.split('/').includes(task.facts.id)) return true;
  return method === 'GET' && url === task.url;
}

/** Where a task has its own monitor, the address of the call is that of the result (RFC 9110, 9.3.4). */
function isForResult({ url }: ReceivedRequest, task: Started, ownMonitor = true): boolean {
  return new URL(url).pathname.includes('/results/') || (url === task.url && ownMonitor);
}
