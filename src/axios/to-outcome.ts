import { type Exchange, fieldsOf, isCancellation, isResponseLike, responseOf } from '../classify/exchange.js';
import { isHttpMatter } from '../classify/http-matter.js';
import { buildOutcome } from '../outcome/build.js';
import type { AnyOutcome } from '../outcome/types.js';
import type { Ended } from '../retry/attempt.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { isOkKind } from '../semantics/kinds.js';
import { assess } from './assess.js';
import type { Settings } from './options.js';
import { type Recorded, recordedOf } from './recorded-result.js';
import { type Addressed, summarize } from './request-address.js';
import { withTask } from './tasks/load.js';

/** A response or an error as an exchange; undefined for what is no HTTP matter. */
export function exchangeOf(settled: unknown): Exchange | undefined {
  if (isResponseLike(settled)) return { response: settled };
  return isHttpMatter(settled) || recordedOf(settled) ? { error: settled } : undefined;
}

/**
 * The outcome of a settled call, by the record of its attempts where there is
 * one. A response that the engine never saw, as of a bare instance, is one
 * attempt that nobody followed.
 */
export function conclude(
  settled: unknown,
  exchange: Exchange,
  settings: Pick<Settings, 'catalogue' | 'redact' | 'delayed'>,
): AnyOutcome | Promise<AnyOutcome> {
  const { catalogue, redact } = settings;
  const recorded = recordOf(settled);
  const config = recorded?.config ?? configOf(settled) ?? configOf(exchange.response) ?? {};
  const ended = recorded ? reread(recorded, exchange, catalogue) : single(exchange, config, catalogue);
  return withTask(buildOutcome(ended, summarize(config), catalogue, redact), exchange, config, settings);
}

/** The record of a response, or of an error or its response. */
export function recordOf(settled: unknown): Recorded | undefined {
  return recordedOf(settled) ?? recordedOf(fieldsOf(settled).response);
}

/** The record's attempts, with the exchange as interceptors and transforms left it. */
export function reread(
  { ended, settings, config }: Recorded,
  exchange: Exchange,
  catalogue: Catalogue,
): Ended {
  const { response, rawLength, sent } = ended.exchange;
  // An interceptor may have put another answer in its place: then that one is what counts.
  const sameStatus = responseOf(exchange)?.response.status === ended.assessment.httpStatus;
  const same = sameStatus && settings.catalogue === catalogue && !exchange.bodyRead;
  if (same && response !== undefined && response === exchange.response) return ended;
  const assessment = same ? ended.assessment : assess(exchange, config, catalogue, settings.undocumented);
  const processed = isOkKind(assessment.kind) ? assessment.processed : ended.processed;
  return { ...ended, exchange: { ...exchange, rawLength, sent }, assessment, processed };
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
    because: 'no retry policy was asked: the instance is not attached, or this is a copy of its answer',
  };
  return {
    exchange,
    assessment,
    attempts: [attempt],
    stopped: 'not-retryable',
    processed: assessment.processed,
  };
}

function configOf(value: unknown): Addressed | undefined {
  const { config } = fieldsOf(value);
  return typeof config === 'object' && config !== null ? config : undefined;
}
