import axios, { type Axios, type AxiosAdapter, type AxiosInstance, type AxiosRequestConfig } from 'axios';
import {
  fieldsOf,
  isCancellation,
  type ResponseLike,
  responseOf,
  sentConfig,
} from '../../classify/exchange.js';
import { plainHeaders } from '../../classify/headers.js';
import { decodeBody } from '../../classify/problem/body.js';
import type { Asked } from '../../delayed/ending.js';
import { originOfAddress } from '../../delayed/origin.js';
import { sentSecrets, withoutSecrets } from '../../outcome/redact/sent-secrets.js';
import { redactMessage } from '../../outcome/redact/text.js';
import { readHint } from '../../retry/hint.js';
import type { PollScope, TaskScope } from '../around.js';
import type { Settings } from '../options.js';
import type { EndedRequest } from '../recorded-result.js';
import { optionsIn, requestSettings, withSettings } from '../request-options.js';
import { instanceWithoutCredentials } from './instance-without-credentials.js';
import type { Followed } from './resume.js';

/** The result of one poll of a task. */
export type AskedOverAxios = Asked<EndedRequest>;

/** What a client gives to its tasks, so that they use the client's engine. */
export interface TaskSending {
  readonly instance: AxiosInstance;
  readonly settings: Settings;
  /** Sends a request through an axios, and returns how it ended. */
  readonly send: (
    axios: Axios,
    config: AxiosRequestConfig,
    within?: TaskScope | PollScope,
  ) => Promise<EndedRequest>;
  /** Wraps an adapter with the engine. */
  readonly wrap: (adapter: AxiosAdapter, settings: Settings, restores: boolean) => AxiosAdapter;
}

/** A task that is followed: where its polls go, and how long. */
export interface TaskTransport extends TaskSending {
  readonly followed: Pick<Followed, 'record' | 'home' | 'headers' | 'responseType'>;
  readonly signal: AbortSignal | undefined;
  readonly leftMs: () => number;
  /** The part of the work that a request of the task belongs to, if `around` functions are used. */
  readonly within: TaskScope | PollScope | undefined;
}

/**
 * Why an address is asked: for the state of the task, which must be read, or for its result, as the
 * caller wants it.
 */
export type AskedFor = 'state' | 'result';

/**
 * Sends a GET to an address, with the retry policy. The request goes through the instance if it goes to
 * the task's own origin. Any other origin gets no headers and no credentials of the instance. The caller
 * follows redirects, since it knows which are allowed.
 */
export async function askTask(
  address: string,
  transport: TaskTransport,
  askedFor: AskedFor,
): Promise<AskedOverAxios> {
  const { instance, settings, send, wrap, followed, signal, within } = transport;
  const atHome = originOfAddress(address) === followed.home;
  const config = {
    ...pollConfig(address, transport),
    ...typeOfAnswer(askedFor, followed),
    ...(atHome ? { headers: { ...followed.headers }, ...addedParams(address, instance) } : {}),
  };
  const asked = await (atHome
    ? send(instance, withSettings(config, pollSettings(transport)), within)
    : send(instanceWithoutCredentials(instance, pollSettings(transport), wrap), config, within));
  const { exchange } = asked.ended;
  const response = responseOf(exchange)?.response;
  const stopped = isCancellation(exchange.error) || signal?.aborted === true;
  if (response === undefined) return { exchange: asked, stopped };
  const answer = {
    method: followed.record.method,
    url: answeredBy(response) ?? address,
    status: response.status,
    headers: plainHeaders(response.headers),
    body: decodeBody(response.data, response.headers).details,
  };
  const hintMs = readHint(response.headers, settings.clock.date(), false)?.afterMs;
  const { redact } = settings;
  const safe = (text: string) =>
    redactMessage(withoutSecrets(text, sentSecrets(sentConfig(exchange), redact)), redact);
  return { answer, exchange: asked, hintMs, stopped, safe };
}

/** The last address of an XMLHttpRequest, which follows redirects by itself. */
function answeredBy(response: ResponseLike): string | undefined {
  const request: unknown = fieldsOf(response).request;
  if (typeof request !== 'object' || request === null || !('responseURL' in request)) return undefined;
  const { responseURL } = request;
  return typeof responseURL === 'string' && URL.canParse(responseURL) ? responseURL : undefined;
}

/** The response type of a request. A stream or a blob could not be read for the state of the task. */
function typeOfAnswer(
  askedFor: AskedFor,
  { responseType }: Pick<Followed, 'responseType'>,
): AxiosRequestConfig {
  if (responseType === undefined) return {};
  const isOpaque = ['stream', 'blob', 'document', 'formdata'].includes(responseType);
  return { responseType: askedFor === 'state' && isOpaque ? 'arraybuffer' : responseType };
}

/** Redirects are not followed. Some versions of axios ignore `maxRedirects` for fetch, so `redirect` is set too. */
export const notRedirected: AxiosRequestConfig = {
  maxRedirects: 0,
  fetchOptions: { redirect: 'manual' },
};

function pollConfig(address: string, { signal }: TaskTransport): AxiosRequestConfig {
  return {
    method: 'get',
    url: address,
    baseURL: '',
    ...notRedirected,
    // The dialect reads redirects. An error status also goes to the error interceptors of the instance.
    validateStatus: (status) => status < 400,
    ...(signal ? { signal } : {}),
  };
}

/** The longest hint that a poll waits for in its retries. A longer wait would take the turn of other polls. */
const longestHintMs = 1_000;

/** The settings of the instance, with the limits of a poll. */
function pollSettings({ instance, settings, leftMs }: TaskTransport): Settings {
  const ofInstance = requestSettings(settings, optionsIn(instance.defaults));
  const { deadlineMs = Number.POSITIVE_INFINITY, maxHintMs, ...policy } = ofInstance.policy;
  const limitMs = Math.min(leftMs(), deadlineMs);
  return {
    ...ofInstance,
    policy: {
      ...policy,
      maxHintMs: Math.min(maxHintMs, longestHintMs),
      ...(Number.isFinite(limitMs) ? { deadlineMs: Math.max(1, Math.ceil(limitMs)) } : {}),
    },
  };
}

/**
 * The instance's own query parameters (an API version, a key) for a poll. Parameters that the address
 * already has are left out: a server refuses `?api-version=1&api-version=1`.
 */
function addedParams(address: string, { defaults }: AxiosInstance): AxiosRequestConfig {
  const present = new URL(address).searchParams;
  if ([...present].length === 0) return {};
  const { paramsSerializer } = defaults;
  return {
    paramsSerializer: {
      serialize(given) {
        const params = Object.fromEntries(Object.entries(given).filter(([name]) => !present.has(name)));
        const config = paramsSerializer === undefined ? { params } : { params, paramsSerializer };
        return axios.getUri({ ...config, url: '/', baseURL: '' }).replace(/^\/\??/, '');
      },
    },
  };
}
