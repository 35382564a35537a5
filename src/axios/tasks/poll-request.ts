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
import type { Followed } from './resume.js';
import { strangersInstance } from './strangers-instance.js';

/** What a poll of a task came to. */
export type AskedOverAxios = Asked<EndedRequest>;

/** What a client hands to its tasks, so that they need no engine of their own. */
export interface TaskSending {
  readonly instance: AxiosInstance;
  readonly settings: Settings;
  /** Sends a request through an axios, and says how it ended. */
  readonly send: (
    axios: Axios,
    config: AxiosRequestConfig,
    within?: TaskScope | PollScope,
  ) => Promise<EndedRequest>;
  /** An adapter with the engine around it. */
  readonly wrap: (adapter: AxiosAdapter, settings: Settings, restores: boolean) => AxiosAdapter;
}

/** One task that is followed: where its polls go, and how long. */
export interface TaskTransport extends TaskSending {
  readonly followed: Pick<Followed, 'record' | 'home' | 'headers' | 'responseType'>;
  readonly signal: AbortSignal | undefined;
  readonly leftMs: () => number;
  /** What a request to the task is a part of, where something is done around that. */
  readonly within: TaskScope | PollScope | undefined;
}

/** What an address is asked for: the task's state, which has to be read, or its result, as the call wants it. */
export type AskedFor = 'state' | 'result';

/**
 * Asks an address with GET, by the retry policy: at the task's own origin through the
 * instance, elsewhere without anything of its own. Redirects are left to the caller, who
 * knows where they may lead.
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
    : send(strangersInstance(instance, pollSettings(transport), wrap), config, within));
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

/** Where a browser's XMLHttpRequest was led to: it follows redirects by itself. */
function answeredBy(response: ResponseLike): string | undefined {
  const request: unknown = fieldsOf(response).request;
  if (typeof request !== 'object' || request === null || !('responseURL' in request)) return undefined;
  const { responseURL } = request;
  return typeof responseURL === 'string' && URL.canParse(responseURL) ? responseURL : undefined;
}

/** A stream or a blob cannot be read for a task's state without taking it from the caller. */
function typeOfAnswer(
  askedFor: AskedFor,
  { responseType }: Pick<Followed, 'responseType'>,
): AxiosRequestConfig {
  if (responseType === undefined) return {};
  const isOpaque = ['stream', 'blob', 'document', 'formdata'].includes(responseType);
  return { responseType: askedFor === 'state' && isOpaque ? 'arraybuffer' : responseType };
}

/** Redirects are not followed. Not every axios has `maxRedirects` count for fetch. */
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
    // A redirect is the dialect's to read; an error is one for the instance's interceptors too.
    validateStatus: (status) => status < 400,
    ...(signal ? { signal } : {}),
  };
}

/** A poll that waits in its retries for longer than this would keep others from their turn. */
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
 * The instance's own parameters (an API version, a key) go with a poll as with any
 * request, except for those that the address has already: a server refuses
 * `?api-version=1&api-version=1`.
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
