import type { TaskPoll } from '../../delayed/follow.js';
import type { AnyResponses } from '../../outcome/types.js';
import type { Catalogue } from '../../semantics/catalogue.js';
import { expect, expectKnown } from '../../semantics/configuration-error.js';
import type { OwnResponses } from '../options.js';

/** Options of following one task. */
export interface FollowOptions {
  /** Stops watching. The task goes on: only the server can stop it. */
  readonly signal?: AbortSignal;
  /** Milliseconds for all waits and polls. Default: that of the client. */
  readonly deadlineMs?: number;
  /** Called after each poll. What it throws is thrown to the caller. */
  readonly onPoll?: (poll: TaskPoll) => void;
  /** Headers for the task's own origin, where the instance does not set them. Default: those of the call. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * The parameters that a token was cut by, as it holds no secrets: `{ code }` of the monitor of an
   * Azure Function. They go to the task's own origin alone, and are read where the task is that of
   * a token. Default: those of the instance.
   */
  readonly params?: Readonly<Record<string, string>>;
}

/** Options of following the task of a token. */
export interface ResumeOptions<C extends Catalogue = Catalogue, Own = AnyResponses> extends FollowOptions {
  /**
   * What bodies look like, as the call that began the task was told it: a token has no
   * schemas. They go over those of the client. Default: those of the client.
   */
  readonly responses?: OwnResponses<C, Own>;
}

/** Options of asking the API to stop a task. */
export type CancelOptions = Pick<FollowOptions, 'signal' | 'headers' | 'params'>;

/** One look at a task's monitor; the last one has the task's outcome. */
export interface WatchedPoll<O> extends TaskPoll {
  readonly outcome?: O;
}

/** @throws ConfigurationError naming the option, its value and what to write instead. `responses` are checked where they are read. */
export function checkFollowOptions(options: FollowOptions, alsoKnown: readonly string[] = []): void {
  const given: unknown = options;
  const known = ['signal', 'deadlineMs', 'onPoll', 'headers', 'params', ...alsoKnown];
  const isObject = typeof given === 'object' && given !== null;
  if (!isObject) expect(isObject, 'options', given, `an object with some of: ${known.join(', ')}`);
  if (Object.keys(options).length === 0) return;
  expectKnown(options, known, 'the options of following');
  const { signal, deadlineMs, onPoll, headers, params = {} } = options;
  const holds =
    deadlineMs === undefined || (typeof deadlineMs === 'number' && deadlineMs >= 1 && deadlineMs < 2 ** 31);
  expect(holds, 'deadlineMs', deadlineMs, 'milliseconds from 1 to 2147483647');
  expect(onPoll === undefined || typeof onPoll === 'function', 'onPoll', onPoll, 'a function');
  const listens = signal === undefined || typeof signal.addEventListener === 'function';
  expect(listens, 'signal', signal, 'the signal of an AbortController');
  expect(
    headers === undefined || typeof headers === 'object',
    'headers',
    headers,
    'an object of headers, such as { authorization: token }',
  );
  expect(typeof params === 'object' && params !== null, 'params', params, 'an object whose values are texts');
  for (const [name, value] of Object.entries(params)) {
    expect(typeof value === 'string', `params.${name}`, value, 'a text');
  }
}
