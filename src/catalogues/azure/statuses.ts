import type { Catalogue } from '../../semantics/catalogue.js';
import { azureCodes } from './codes.js';
import { readUnfinished } from './unfinished.js';

const statuses = {
  200: {
    name: 'OK',
    kind: 'success',
    or: ['delayed'],
    retry: 'never',
    meaning: {
      en: 'The request succeeded; a monitor in the headers says that its work goes on.',
      zh: '请求成功；若响应头给出监视地址，操作仍在进行。',
    },
    source: 'Azure Resource Manager, Track asynchronous Azure operations',
  },
  201: {
    name: 'Created',
    kind: 'success',
    or: ['delayed'],
    retry: 'never',
    meaning: {
      en: 'The resource was made; a monitor, or its provisioningState, may say that this goes on.',
      zh: '资源已创建；监视地址或 provisioningState 可能表明操作仍在进行。',
    },
    source: 'Azure Resource Manager, Track asynchronous Azure operations',
  },
  202: {
    name: 'Accepted',
    kind: 'delayed',
    retry: 'never',
    meaning: { en: 'The operation was accepted and goes on.', zh: '操作已被接受，仍在进行。' },
    source: 'Azure Resource Manager, Track asynchronous Azure operations',
  },
  204: {
    name: 'No Content',
    kind: 'empty',
    retry: 'never',
    meaning: { en: 'The operation is complete, without content.', zh: '操作已完成，没有内容返回。' },
    source: 'Azure Resource Manager, Track asynchronous Azure operations',
  },
  400: {
    name: 'BadRequest',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'The values of the request are not those that Resource Manager expects.',
      zh: '请求的取值不符合资源管理器的要求。',
    },
    source: 'Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes',
  },
  401: {
    name: 'Unauthorized',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'The access token is missing, expired, or of another tenant.',
      zh: '访问令牌缺失、过期或属于其他租户。',
    },
    source:
      'Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes (InvalidAuthenticationTokenTenant)',
  },
  403: {
    name: 'Forbidden',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'The principal lacks access, or a policy forbids the action.',
      zh: '主体没有访问权限，或策略禁止该操作。',
    },
    source:
      'Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes (AuthorizationFailed, RequestDisallowedByPolicy)',
  },
  404: {
    name: 'NotFound',
    kind: 'rejected',
    retry: 'never',
    meaning: { en: 'The resource, or its parent, does not exist.', zh: '资源或其父资源不存在。' },
    source: 'Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes',
  },
  408: {
    name: 'Request Timeout',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'The request did not arrive in time.', zh: '请求未能及时到达。' },
    source: 'azure-sdk-for-js, core-rest-pipeline, exponentialRetryStrategy',
  },
  // The code says whether another operation is running, which ends, or a resource is in a wrong state.
  409: {
    name: 'Conflict',
    kind: 'rejected',
    or: ['unavailable'],
    retry: 'never',
    meaning: {
      en: 'The state of the resource does not allow the operation.',
      zh: '资源的当前状态不允许此操作。',
    },
    source: 'Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes',
  },
  429: {
    name: 'Too many requests',
    kind: 'unavailable',
    retry: 'throttle',
    meaning: {
      en: 'A limit of the subscription, the tenant or the provider is reached, or the resource is locked for now.',
      zh: '达到订阅、租户或提供程序的限制，或资源暂时被锁定。',
    },
    source: 'Azure Resource Manager, Request limits and throttling, Error code',
  },
  500: {
    name: 'InternalServerError',
    kind: 'failed',
    retry: 'transient',
    meaning: { en: 'A passing problem of the service.', zh: '服务出现暂时性问题。' },
    source: 'Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes',
  },
  501: {
    name: 'Not Implemented',
    kind: 'failed',
    retry: 'never',
    meaning: { en: 'The server does not support what was asked.', zh: '服务器不支持所请求的功能。' },
    source: 'azure-sdk-for-js, core-rest-pipeline, exponentialRetryStrategy',
  },
  502: {
    name: 'Bad Gateway',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'A gateway got an invalid answer.', zh: '网关收到了无效响应。' },
    source: 'azure-sdk-for-js, core-rest-pipeline, exponentialRetryStrategy',
  },
  503: {
    name: 'Service Unavailable',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'The service cannot answer for the moment.', zh: '服务暂时无法处理请求。' },
    source: 'azure-sdk-for-js, core-rest-pipeline, exponentialRetryStrategy',
  },
  504: {
    name: 'Gateway Timeout',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'A gateway got no answer in time.', zh: '网关等待超时。' },
    source: 'azure-sdk-for-js, core-rest-pipeline, exponentialRetryStrategy',
  },
} as const;

/** The type of {@link azure}, short enough for a field: `OutcomeClient<AzureCatalogue>`. */
export interface AzureCatalogue {
  readonly name: 'Azure Resource Manager';
  readonly source: 'Azure Resource Manager documentation';
  readonly statuses: typeof statuses;
  readonly codes: typeof azureCodes;
  readonly readProblem: typeof readUnfinished;
  readonly requestId: readonly ['x-ms-request-id', 'x-ms-correlation-request-id'];
  readonly retry: {
    readonly baseDelayMs: 1_000;
    readonly maxDelayMs: 64_000;
    readonly source: 'azure-sdk-for-js, core-rest-pipeline, exponentialRetryStrategy';
  };
}

/**
 * Azure Resource Manager. `Azure-AsyncOperation`, `Location` or the `provisioningState` of the
 * resource show that an operation has started, also with 200 and 201 (Track asynchronous Azure
 * operations).
 */
export const azure: AzureCatalogue = {
  name: 'Azure Resource Manager',
  source: 'Azure Resource Manager documentation',
  statuses,
  codes: azureCodes,
  readProblem: readUnfinished,
  requestId: ['x-ms-request-id', 'x-ms-correlation-request-id'],
  retry: {
    baseDelayMs: 1_000,
    maxDelayMs: 64_000,
    source: 'azure-sdk-for-js, core-rest-pipeline, exponentialRetryStrategy',
  },
};

azure satisfies Catalogue;
