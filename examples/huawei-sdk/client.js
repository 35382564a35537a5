// The official SDK core of Huawei Cloud (@huaweicloud/huaweicloud-sdk-core), with the engine of
// axios-outcome as its adapter. It hides its axios instance, and takes an axios config.
import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js';
import { ClientBuilder } from '@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js';
import { Logger4jInstance } from '@huaweicloud/huaweicloud-sdk-core/logger/log4jLogger.js';
import axios from 'axios';
import { outcomeAdapter } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';

/**
 * @typedef {import('@huaweicloud/huaweicloud-sdk-core/HcClient.js').HcClient} HcClient
 * @typedef {import('@huaweicloud/huaweicloud-sdk-core').BasicCredentials} Credentials
 * @typedef {import('axios-outcome').AnyOutcome} AnyOutcome
 */

// Of every call that fails, the SDK logs the config, its Authorization header included.
Logger4jInstance.level = 'off';

/**
 * A client of the SDK. What goes wrong still comes out as the SDK's own exceptions; every outcome
 * goes to `onOutcome` as well.
 * @param {string} endpoint
 * @param {Credentials} credentials
 * @param {(outcome: AnyOutcome) => void} onOutcome
 */
export function buildClient(endpoint, credentials, onOutcome) {
  const adapter = outcomeAdapter({
    catalogue: dew,
    retry: { beforeAttempt: (config, number) => number > 1 && signAgain(config, credentials) },
    onOutcome,
  });
  return new ClientBuilder((client) => client)
    .withEndpoint(endpoint)
    .withCredential(credentials)
    .withOptions({ axiosRequestConfig: { adapter, transformResponse: [...parsers, liftNestedCode] } })
    .build();
}

const parsers = /** @type {import('axios').AxiosResponseTransformer[]} */ ([
  axios.defaults.transformResponse,
]).flat();

/**
 * A retry that comes late needs a fresh signature: the gateway refuses a date that is 15 minutes off.
 * Signed is what was signed before, but for the date.
 * @param {import('axios').InternalAxiosRequestConfig} config
 * @param {Credentials} credentials
 */
function signAgain({ headers, method = 'GET', baseURL, url, params, data }, credentials) {
  const [, signed = ''] = /SignedHeaders=([^,]+)/.exec(String(headers.get('Authorization'))) ?? [];
  const names = signed.split(';').filter((name) => name !== 'x-sdk-date');
  const kept = Object.entries(headers.toJSON()).filter(([name]) => names.includes(name.toLowerCase()));
  const request = {
    endpoint: `${baseURL}${url}`,
    method: method.toUpperCase(),
    headers: Object.fromEntries(kept),
    queryParams: params,
    data: typeof data === 'string' ? JSON.parse(data) : data,
  };
  headers.set(AKSKSigner.sign(request, credentials));
}

/**
 * The SDK's exceptions look for `error.code`; KMS sends `error.error_code`, which they lose.
 * @param {unknown} body
 */
function liftNestedCode(body) {
  const { error } = /** @type {{ error?: { error_code?: string, error_msg?: string } }} */ (body ?? {});
  if (error?.error_code !== undefined)
    Object.assign(error, { code: error.error_code, message: error.error_msg });
  return body;
}
