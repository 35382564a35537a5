import axios, { type Axios, type AxiosAdapter, type AxiosInstance } from 'axios';
import { fieldsOf } from '../../classify/exchange.js';
import type { RetryPolicy } from '../../retry/policy.js';
import type { Settings } from '../options.js';

/**
 * An axios for an origin that is trusted, but not the task's own: it sends through
 * the same adapter, and has nothing of the instance's headers, cookies,
 * credentials, parameters, interceptors and hooks, nor of axios's own defaults,
 * which an application may have put a token into.
 */
export function strangersInstance(
  { defaults }: AxiosInstance,
  settings: Settings,
  wrap: (adapter: AxiosAdapter, settings: Settings, restores: boolean) => AxiosAdapter,
): Axios {
  const { adapter, timeout, proxy, httpAgent, httpsAgent, maxContentLength } = defaults;
  const {
    beforeAttempt: _,
    reauthenticate: __,
    idempotencyKey: ___,
    ...policy
  }: RetryPolicy = settings.policy;
  const given = adapter || axios.defaults.adapter;
  const sending = wrap((config) => axios.getAdapter(given, config)(config), { ...settings, policy }, false);
  // `axios.create` would start from axios's defaults.
  return new axios.Axios({
    adapter: sending,
    headers: new axios.AxiosHeaders({ Accept: 'application/json, text/plain, */*' }),
    withCredentials: false,
    withXSRFToken: false,
    ...axiosParsing(defaults),
    ...(timeout === undefined ? {} : { timeout }),
    ...(proxy === undefined ? {} : { proxy }),
    ...(maxContentLength === undefined ? {} : { maxContentLength }),
    ...(isAnonymous(httpAgent) ? { httpAgent } : {}),
    ...(isAnonymous(httpsAgent) ? { httpsAgent } : {}),
  });
}

/** What makes data of a body. */
function axiosParsing({ transformResponse, transitional, responseType }: AxiosInstance['defaults']): object {
  return {
    ...(transformResponse === undefined ? {} : { transformResponse }),
    ...(transitional === undefined ? {} : { transitional }),
    ...(responseType === undefined ? {} : { responseType }),
  };
}

/** Options of an agent that say nothing of who we are. A client certificate does, also one within `secureContext`. */
const anonymous = new Set([
  'keepAlive',
  'keepAliveMsecs',
  'agentKeepAliveTimeoutBuffer',
  'defaultPort',
  'protocol',
  'proxyEnv',
  'maxSockets',
  'maxTotalSockets',
  'maxFreeSockets',
  'maxCachedSessions',
  'scheduling',
  'timeout',
  'noDelay',
  'path',
  'family',
  'localAddress',
  'lookup',
  'autoSelectFamily',
  'autoSelectFamilyAttemptTimeout',
  'ca',
  'crl',
  'ciphers',
  'ecdhCurve',
  'minVersion',
  'maxVersion',
  'honorCipherOrder',
  'rejectUnauthorized',
  'checkServerIdentity',
  'ALPNProtocols',
]);

/**
 * Whether an agent says nothing of who we are: one of Node's own, whose options are known.
 * Of another class, as those of proxies, or with functions of its own, nobody can see what
 * it says when it connects.
 */
function isAnonymous(agent: unknown): boolean {
  if (typeof agent !== 'object' || agent === null) return false;
  const isOwn = nodesOwn().includes(Object.getPrototypeOf(agent));
  if (!isOwn || Object.values(agent).some((part) => typeof part === 'function')) return false;
  const { options } = fieldsOf(agent);
  return Object.entries(fieldsOf(options)).every(([name, value]) => value == null || anonymous.has(name));
}

/** The prototypes of Node's agents, which the process itself gives, so that bundles for browsers have nothing to resolve. */
function nodesOwn(): readonly unknown[] {
  const load = globalThis.process?.getBuiltinModule;
  return [load?.('node:http')?.Agent.prototype, load?.('node:https')?.Agent.prototype];
}
