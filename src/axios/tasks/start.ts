import axios, { type AxiosRequestConfig } from 'axios';
import { type ResponseLike, responseOf } from '../../classify/exchange.js';
import { plainHeaders } from '../../classify/headers.js';
import { decodeBody } from '../../classify/problem/body.js';
import { type Addressed, methodOf, pathOf } from '../../classify/request-address.js';
import { end } from '../../delayed/judge.js';
import { delayedSettings } from '../../delayed/options.js';
import { findDialect, findTask } from '../../delayed/start.js';
import { finish } from '../../outcome/finish.js';
import type { AnyOutcome } from '../../outcome/types.js';
import type { TaskAnswer } from '../../semantics/dialect.js';
import { findOperation } from '../../semantics/operations.js';
import type { OutcomeSettings } from '../options.js';
import type { EndedRequest } from '../recorded-result.js';
import type { DelayedOutcome } from './task-record.js';
import { finishUnderWay } from './task-record.js';

/**
 * Finishes a delayed outcome, with its task. If nothing tells how to follow the task, the outcome has no
 * token.
 */
export async function finishStarted(
  built: DelayedOutcome,
  request: EndedRequest,
  settings: OutcomeSettings,
): Promise<AnyOutcome> {
  const { owner, responses: schemas, catalogue } = settings;
  const { config } = request;
  const { exchange } = request.ended;
  const delayed = delayedSettings(settings.delayed, catalogue);
  const response = responseOf(exchange)?.response;
  const url = absoluteAddress(config);
  const answer = response && url !== undefined && startAnswer(response, url, config, settings);
  const found = answer && findTask(answer, delayed.dialects);
  if (!found) return finish(built, exchange, settings);
  const { record, state } = found;
  const asked = { answer, exchange: request, stopped: false };
  const ended = found.ended && end(asked, answer, found.ended, record.link);
  // The config comes from axios, perhaps through JSON. Either field may be missing.
  const { headers, responseType } = config as AxiosRequestConfig;
  const known = { record, owner, delayed, home: record.origin, headers, responseType, schemas, ended };
  const dialect = findDialect(record.dialect, delayed.dialects);
  const seen = { hintMs: built.task.retryAfterMs, state };
  return finishUnderWay(built, known, dialect, seen, exchange, settings);
}

function startAnswer(
  response: ResponseLike,
  url: string,
  config: Addressed,
  { catalogue }: OutcomeSettings,
): TaskAnswer {
  const method = methodOf(config);
  const operation = catalogue.operations && findOperation(method, pathOf(config), catalogue);
  return {
    method,
    url,
    status: response.status,
    headers: plainHeaders(response.headers),
    body: decodeBody(response.data, response.headers).details,
    ...(operation === undefined ? {} : { operation }),
  };
}

/** The whole address with its parameters, as axios sends it. Undefined for a relative address outside a page. */
export function absoluteAddress(config: Addressed): string | undefined {
  const page: unknown = 'location' in globalThis ? globalThis.location?.href : undefined;
  const base = typeof page === 'string' ? page : undefined;
  const address = uriOf(config);
  return address !== undefined && URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

function uriOf(config: Addressed): string | undefined {
  try {
    // The config comes from axios, perhaps through JSON. `getUri` reads the fields that exist.
    return axios.getUri(config as AxiosRequestConfig).trim();
  } catch {
    // The config of a mock, which axios did not send, may not be readable.
    return undefined;
  }
}
