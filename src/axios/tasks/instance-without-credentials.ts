import axios, { type Axios, type AxiosAdapter, type AxiosInstance } from 'axios';
import { fieldsOf } from '../../classify/exchange.js';
import type { RetryPolicy } from '../../retry/policy.js';
import type { Settings } from '../options.js';

/**
 * Makes an axios for an origin that is trusted, but is not the task's own. It sends through the same
 * adapter. It has no headers, cookies, credentials, parameters, interceptors and hooks of the instance.
 * It does not have axios's own defaults either, since an application may have put a token there.
 */
export function instanceWithoutCredentials(
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
    ...(hidesIdentity(httpAgent) ? { httpAgent } : {}),
    ...(hidesIdentity(httpsAgent) ? { httpsAgent } : {}),
  });
}

/** The options with which axios parses a body. */
function axiosParsing({ transformResponse, transitional, responseType }: AxiosInstance['defaults']): object {
  return {
    ...(transformResponse === undefined ? {} : { transformResponse }),
    ...(transitional === undefined ? {} : { transitional }),
    ...(responseType === undefined ? {} : { responseType }),
  };
}

/**
 * Options of an agent that do not identify the client. A client certificate identifies it, also inside
 * `secureContext`.
 */
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
 * Whether an agent does not identify the client: it is one of Node's own agents, and all its options are
 * known. An agent of another class, such as a proxy agent, or an agent with functions of its own, may
 * send anything when it connects.
 */
function hidesIdentity(agent: unknown): boolean {
  if (typeof agent !== 'object' || agent === null) return false;
  const isOwn = prototypesOfNodesAgents().includes(Object.getPrototypeOf(agent));
  if (!isOwn || Object.values(agent).some((part) => typeof part === 'function')) return false;
  const { options } = fieldsOf(agent);
  return Object.entries(fieldsOf(options)).every(([name, value]) => value == null || anonymous.has(name));
}

/** The prototypes of Node's agents. The modules come from `process.getBuiltinModule`, so that bundles for browsers have no import to resolve. */
function prototypesOfNodesAgents(): readonly unknown[] {
  const load = globalThis.process?.getBuiltinModule;
  return [load?.('node:http')?.Agent.prototype, load?.('node:https')?.Agent.prototype];
}
