import type { AxiosAdapter } from 'axios';
import type { Catalogue, Operation } from '../semantics/catalogue.js';
import { checkCatalogue } from '../semantics/check-catalogue.js';
import { type FieldRules, oneOf } from '../semantics/check-fields.js';
import { findOperation } from '../semantics/operations.js';
import { anything, checkOptions } from './check-options.js';
import {
  type ExpectedOutcome,
  expectedOfAnswer,
  expectedOfBrokenBody,
  expectedOfFailure,
  expectedOfTask,
} from './expected.js';
import { play } from './play.js';
import { isForResolver, type Resolver } from './resolver.js';
import { type BodyOptions, replierOf, type Step } from './step.js';
import { type TransportFailureName, transportFailures } from './transport-failures.js';

/** Options of {@link everyOutcome}: the call that is tested. */
export interface EveryOutcomeOptions extends BodyOptions {
  /** The method that your client sends. The `effect` of a failure depends on it. Default: `GET`. */
  readonly method?: string;
  /** The path that your client sends to. If the call starts a task, its answers are added. Default: no path. */
  readonly path?: string;
  /** `msw` gives only the cases that msw can play, so that every case has a `resolver`. Default: every case. */
  readonly over?: 'msw';
}

/** One way in which a call can end. */
export interface OutcomeCase {
  /** A unique name for the test: `403 Forbidden, KMS.0301: rejected`. */
  readonly name: string;
  /** Gives this answer to every request, for `axios.create({ adapter })`. */
  readonly adapter: AxiosAdapter;
  /** The same for msw. It is absent if msw cannot play the case. */
  readonly resolver?: Resolver;
  /** The expected outcome, for `toHaveOutcome`. */
  readonly expected: ExpectedOutcome;
}

/** A case that msw can play: `http.all(url, resolver)` is its handler. */
export interface MswOutcomeCase extends OutcomeCase {
  readonly resolver: Resolver;
}

const optionRules: FieldRules = {
  method: {
    holds: (value) => typeof value === 'string' && /^[a-z]+$/i.test(value),
    allowed: 'an HTTP method, such as POST',
    optional: true,
  },
  path: {
    holds: (value) => typeof value === 'string' && value.startsWith('/'),
    allowed: 'a path, such as /orders/1',
    optional: true,
  },
  over: { ...oneOf(['msw']), optional: true },
  problem: anything,
  data: anything,
};

interface Case {
  readonly name: string;
  readonly step: Step;
  readonly expected: ExpectedOutcome;
}

/**
 * Returns every way in which a call to an API can end. There is a case for each documented status,
 * for each documented code under each of its statuses, for each broken body, for undocumented
 * statuses, and for each failure without an answer.
 *
 * @throws ConfigurationError for a wrong catalogue or option.
 *
 * @example
 * it.each(everyOutcome(dew, { method: 'POST' }))('$name', async ({ adapter, expected }) => {
 *   const outcome = await keysOf(axios.create({ adapter })).create('k1');
 *   expect(outcome).toHaveOutcome(expected);
 * });
 *
 * // One msw handler per documented answer.
 * const handlers = everyOutcome(dew, { over: 'msw' }).map(({ name, resolver }) =>
 *   http.get(`https://answers.example/${encodeURIComponent(name)}`, resolver),
 * );
 */
export function everyOutcome(
  catalogue: Catalogue,
  options: EveryOutcomeOptions & { readonly over: 'msw' },
): readonly MswOutcomeCase[];
export function everyOutcome(catalogue: Catalogue, options?: EveryOutcomeOptions): readonly OutcomeCase[];
export function everyOutcome(
  catalogue: Catalogue,
  options: EveryOutcomeOptions = {},
): readonly OutcomeCase[] {
  checkCatalogue(catalogue);
  checkOptions(options, 'everyOutcome', optionRules);
  const { path, over, ...bodies } = options;
  const method = (options.method ?? 'GET').toUpperCase();
  const operation = path === undefined ? undefined : findOperation(method, path, catalogue);
  const reply = replierOf(catalogue, bodies);
  const cases = [
    ...documented(catalogue, method),
    ...startedTasks(catalogue, operation),
    ...undocumented(catalogue, method),
    ...broken(catalogue, method),
    ...unanswered(method),
  ].map(({ name, step, expected }) => {
    const wire = reply(step);
    const { adapter, resolver } = play(() => wire);
    return { name, adapter, ...(isForResolver(wire) ? { resolver } : {}), expected };
  });
  return over === 'msw' ? cases.filter(({ resolver }) => resolver !== undefined) : cases;
}

function documented(catalogue: Catalogue, method: string): Case[] {
  const statuses = Object.keys(catalogue.statuses).map(Number);
  const codes = method === 'HEAD' ? [] : Object.entries(catalogue.codes ?? {});
  return [
    ...statuses.map((status) => documentedCase(catalogue, status, undefined, method)),
    ...codes.flatMap(([code, entry]) =>
      // A code without statuses refines every error status.
      (entry.statuses ?? statuses.filter((status) => status >= 400)).map((status) =>
        documentedCase(catalogue, status, code, method),
      ),
    ),
  ];
}

function documentedCase(
  catalogue: Catalogue,
  status: number,
  code: string | undefined,
  method: string,
): Case {
  const expected = expectedOfAnswer(catalogue, status, code, method);
  const row = catalogue.statuses[status]?.name;
  const name = `${status}${row === undefined ? '' : ` ${row}`}${code === undefined ? '' : `, ${code}`}`;
  const step = code === undefined ? { status } : { status, code };
  return { name: `${name}: ${expected.kind}`, step, expected };
}

/** The answers that name a task: the documented statuses whose kind is `delayed` or may become it. */
function startedTasks({ statuses }: Catalogue, operation: Operation | undefined): Case[] {
  const { task } = operation ?? {};
  // A header describes a task without an id.
  if (task === undefined || task.id === '') return [];
  return Object.entries(statuses)
    .filter(([, { kind, or }]) => kind === 'delayed' || or?.includes('delayed'))
    .map(([key, { name }]) => ({
      name: `${key} ${name}, with a ${task.id}: delayed`,
      step: { status: Number(key), body: { [task.id]: 'task-1' } },
      expected: expectedOfTask(Number(key)),
    }));
}

/** Statuses of each class. The first status of a class that the catalogue lacks is used. */
const strangers = [
  [299, 298],
  [399, 398],
  [499, 498],
  [599, 598],
];

function undocumented(catalogue: Catalogue, method: string): Case[] {
  return strangers.flatMap((candidates) => {
    const status = candidates.find((candidate) => !Object.hasOwn(catalogue.statuses, candidate));
    if (status === undefined) return [];
    const expected = expectedOfAnswer(catalogue, status, undefined, method);
    return { name: `${status}, not documented: ${expected.kind}`, step: { status }, expected };
  });
}

function broken({ statuses }: Catalogue, method: string): Case[] {
  // Only the body of a 2xx can be broken: any other status has its meaning without a body.
  const status = Object.keys(statuses)
    .map(Number)
    .find((status) => status >= 200 && status < 300 && statuses[status]?.kind === 'success');
  if (status === undefined || method === 'HEAD') return [];
  const expected = expectedOfBrokenBody(status);
  return [
    { name: `${status}, body cut short: malformed`, step: { status, broken: 'cut' }, expected },
    { name: `${status}, body is not JSON: malformed`, step: { status, broken: 'garbled' }, expected },
  ];
}

function unanswered(method: string): Case[] {
  // The cast holds: Object.keys gives the keys of the table as plain texts.
  const failures = Object.keys(transportFailures) as TransportFailureName[];
  return failures.map((failure) => {
    const expected = expectedOfFailure(failure, method);
    const { name, code } = transportFailures[failure];
    return { name: `${name} (${code}): ${expected.kind}`, step: failure, expected };
  });
}
