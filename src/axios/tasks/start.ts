import type { AxiosRequestConfig } from 'axios';
import { type Exchange, type ResponseLike, responseOf } from '../../classify/exchange.js';
import { plainHeaders } from '../../classify/headers.js';
import { decodeBody } from '../../classify/problem/body.js';
import { findDialect } from '../../delayed/dialects/built-in.js';
import { end } from '../../delayed/judge.js';
import { findTask } from '../../delayed/start.js';
import type { AnyOutcome } from '../../outcome/types.js';
import { findOperation } from '../../retry/repeatability.js';
import type { TaskAnswer } from '../../semantics/dialect.js';
import type { Settings } from '../options.js';
import { type Addressed, absoluteAddress, methodOf, pathOf } from '../request-address.js';
import { type KnownTask, rememberTask } from './known-tasks.js';
import { publicTask } from './task-record.js';

type Telling = Pick<Settings, 'catalogue' | 'redact' | 'delayed'>;
type DelayedOutcome = Extract<AnyOutcome, { readonly kind: 'delayed' }>;

/** The outcome with where its task is followed; as it is where nothing tells that. */
export function describeTask(
  outcome: DelayedOutcome,
  exchange: Exchange,
  config: Addressed,
  settings: Telling,
): AnyOutcome {
  const response = responseOf(exchange)?.response;
  const url = absoluteAddress(config);
  if (response === undefined || url === undefined) return outcome;
  const { dialects } = settings.delayed;
  const answer = startAnswer(response, url, config, settings);
  const found = findTask(answer, dialects);
  if (found === undefined) return outcome;
  const { record, state } = found;
  const dialect = findDialect(record.dialect, dialects);
  const ended = found.ended && end({ answer, exchange, stopped: false }, answer, found.ended, record.link);
  const { token, ...rest } = publicTask(record, dialect, settings.redact, {
    hintMs: outcome.task.retryAfterMs,
    state,
  });
  // What has ended cannot be followed elsewhere: its monitor may never have been there.
  const task = Object.freeze(ended || token === undefined ? rest : { token, ...rest });
  rememberTask(task, { record, owner: settings.delayed, home: record.origin, ended, ...ofCall(config) });
  return Object.freeze({ ...outcome, task });
}

/** The config is one of axios's, or what JSON left of one, in which either may be missing. */
function ofCall(config: Addressed): Pick<KnownTask, 'headers' | 'responseType'> {
  const { headers, responseType } = config as AxiosRequestConfig;
  return { headers, responseType };
}

function startAnswer(
  response: ResponseLike,
  url: string,
  config: Addressed,
  { catalogue }: Telling,
): TaskAnswer {
  const method = methodOf(config);
  const operation = findOperation(method, pathOf(config), catalogue);
  return {
    method,
    url,
    status: response.status,
    headers: plainHeaders(response.headers),
    body: decodeBody(response.data, response.headers).details,
    ...(operation === undefined ? {} : { operation }),
  };
}
