import type { InternalAxiosRequestConfig } from 'axios';
import { assess } from '../classify/assess.js';
import { isOkKind } from '../classify/classify.js';
import {
  type Exchange,
  fieldsOf,
  isCancellation,
  isResponseLike,
  responseOf,
  sentConfig,
} from '../classify/exchange.js';
import { plainHeaders } from '../classify/headers.js';
import { isHttpMatter } from '../classify/http-matter.js';
import { documentedProblem } from '../classify/problem/read-problem.js';
import { type Addressed, methodOf, pathOf } from '../classify/request-address.js';
import { buildOutcome } from '../outcome/build.js';
import { finish } from '../outcome/finish.js';
import { sentSecrets, withoutSecrets } from '../outcome/redact/sent-secrets.js';
import type { AnyOutcome } from '../outcome/types.js';
import type { Ended } from '../retry/attempt.js';
import type { Catalogue } from '../semantics/catalogue.js';
import type { OutcomeSettings } from './options.js';
import { type EndedRequest, type Recorded, records } from './recorded-result.js';
import { noteAddress } from './redirects.js';
import { withTask } from './tasks/load.js';

/** Makes the outcome of a request that has ended: builds it, adds its task, and finishes it. */
export function toOutcome(
  { ended, config }: EndedRequest,
  settings: OutcomeSettings,
): AnyOutcome | Promise<AnyOutcome> {
  const { exchange } = ended;
  const whole = ended.assessment.problem ? withoutCutSecrets(ended, settings) : ended;
  const built = buildOutcome(whole, { method: methodOf(config), path: pathOf(config) }, settings.clock);
  if (built.kind === 'delayed') return withTask(built, { ended, config }, settings);
  return finish(built, exchange, settings);
}

/** Removes secrets before a problem is cut. Redaction would not find half a secret, so a problem that may be cut is read again from a body without secrets. */
function withoutCutSecrets(ended: Ended, { catalogue, redact }: OutcomeSettings): Ended {
  const { assessment, exchange } = ended;
  const { details: _, documented: __, fields, ...texts } = assessment.problem ?? {};
  const isCut = fields !== undefined || Object.values(texts).some(({ length }) => length >= 499);
  const response = isCut ? responseOf(exchange)?.response : undefined;
  const sent = response && sentSecrets(sentConfig(exchange), redact);
  if (response === undefined || sent === undefined) return ended;
  const data = withoutSecrets(response.data, sent);
  const given = plainHeaders(response.headers);
  const headers = withoutSecrets(given, sent);
  if (data === response.data && headers === given) return ended;
  return {
    ...ended,
    assessment: { ...assessment, problem: documentedProblem({ ...response, data, headers }, catalogue) },
  };
}

/** A response or an error as an exchange. Undefined for an error that is not about HTTP. */
export function exchangeOf(settled: unknown): Exchange | undefined {
  if (isResponseLike(settled)) return { response: settled };
  return isHttpMatter(settled) || records.get(settled) ? { error: settled } : undefined;
}

/** The record of a response, or of an error or its response. */
export function recordIn(settled: unknown): Recorded | undefined {
  return records.get(settled) ?? records.get(fieldsOf(settled).response);
}

/**
 * How a call ended, with its attempts if it has a record. A response without a record, such as that of an
 * instance that is not attached, counts as one attempt.
 */
export function endOf(settled: unknown, exchange: Exchange, catalogue: Catalogue): EndedRequest {
  const recorded = recordIn(settled);
  if (recorded) return { ended: reread(recorded, exchange, catalogue), config: recorded.config };
  const config = configOf(settled) ?? configOf(exchange.response) ?? {};
  // A config of axios has all fields of the address, so the cast holds.
  noteAddress(settled, config as InternalAxiosRequestConfig);
  return { ended: single(exchange, config, catalogue), config };
}

function configOf(value: unknown): Addressed | undefined {
  const { config } = fieldsOf(value);
  return typeof config === 'object' && config !== null ? config : undefined;
}

/** The recorded end of a request, with the exchange as interceptors and transforms left it. */
export function reread(
  { ended, settings, config }: Recorded,
  exchange: Exchange,
  catalogue: Catalogue,
): Ended {
  const { response, rawLength, sent } = ended.exchange;
  const now = responseOf(exchange)?.response;
  // An interceptor may have replaced the answer. Then the new answer counts.
  const sameStatus = now?.status === ended.assessment.httpStatus;
  const same = sameStatus && settings.catalogue === catalogue && !exchange.bodyRead;
  const { problem } = ended.assessment;
  const sameBody = problem === undefined || now === undefined || isSameBody(problem.details, now.data);
  if (same && sameBody && response !== undefined && response === exchange.response) return ended;
  let assessment = same ? ended.assessment : assess(exchange, config, catalogue, settings.undocumented);
  if (same && !sameBody) assessment = { ...assessment, problem: documentedProblem(now, catalogue) };
  const processed = isOkKind(assessment.kind) ? assessment.processed : ended.processed;
  return { ...ended, exchange: { ...exchange, rawLength, sent }, assessment, processed };
}

/** A body with more parts than this is not compared, but classified again. */
const maxCompared = 1_000;

/** Whether the parsed body has the same content as the body that was read as text. */
function isSameBody(read: unknown, now: unknown): boolean {
  const open: [unknown, unknown][] = [[read, now]];
  for (let compared = 0; open.length > 0; compared++) {
    const [one, other] = open.pop() ?? [];
    if (Object.is(one, other)) continue;
    if (compared > maxCompared || !isJsonObject(one) || !isJsonObject(other)) return false;
    const keys = Object.keys(one);
    if (keys.length !== Object.keys(other).length || Array.isArray(one) !== Array.isArray(other))
      return false;
    for (const key of keys) {
      if (!Object.hasOwn(other, key)) return false;
      open.push([one[key], other[key]]);
    }
  }
  return true;
}

function isJsonObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

function single(exchange: Exchange, config: Addressed, catalogue: Catalogue): Ended {
  const assessment = assess(exchange, config, catalogue);
  const status = responseOf(exchange)?.response.status;
  const code = isCancellation(exchange.error) ? 'ERR_CANCELED' : assessment.code;
  const attempt = {
    number: 1,
    ...(status === undefined ? {} : { status }),
    ...(code === undefined ? {} : { code }),
    waitedMs: 0,
    tookMs: 0,
    because: 'no retry policy applied: the instance is not attached, or this is a copy of its answer',
  };
  return {
    exchange,
    assessment,
    attempts: [attempt],
    stopped: 'not-retryable',
    processed: assessment.processed,
  };
}
