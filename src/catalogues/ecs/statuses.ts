import type { Catalogue } from '../../semantics/catalogue.js';
import { type Sourced, sourced } from '../sourced.js';
import { ecsCodes } from './codes.js';
import { ecsOperations } from './operations.js';

const rows = {
  // The page has no names for the normal values, so these are the names of HTTP. `job_id` in the body shows that a job has started.
  200: {
    name: 'OK',
    kind: 'success',
    or: ['delayed'],
    retry: 'never',
    meaning: {
      en: 'The request succeeded; where the body has a job_id, its job goes on.',
      zh: '请求成功；若响应体带有 job_id，任务仍在执行。',
    },
  },
  201: {
    name: 'Created',
    kind: 'success',
    retry: 'never',
    meaning: { en: 'The request was processed.', zh: '请求处理成功。' },
  },
  202: {
    name: 'Accepted',
    kind: 'delayed',
    retry: 'never',
    meaning: {
      en: 'The task was submitted and will be carried out later, as the system is busy.',
      zh: '任务已提交；系统繁忙，将延迟处理。',
    },
  },
  204: {
    name: 'No Content',
    kind: 'empty',
    retry: 'never',
    meaning: { en: 'The task was submitted; there is nothing to return.', zh: '任务已提交，没有内容返回。' },
  },
  300: {
    name: 'multiple choices',
    kind: 'choices',
    retry: 'never',
    meaning: { en: 'The resource has several answers to choose from.', zh: '资源有多个响应可供选择。' },
  },
  400: {
    name: 'Bad Request',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'Something in the request keeps the server from handling it.',
      zh: '请求有误，服务器无法处理。',
    },
  },
  401: {
    name: 'Unauthorized',
    kind: 'rejected',
    retry: 'never',
    meaning: { en: 'The resource needs a user name and a password.', zh: '访问该资源需要用户名与密码。' },
  },
  403: {
    name: 'Forbidden',
    kind: 'rejected',
    retry: 'never',
    meaning: { en: 'Access to the resource is forbidden.', zh: '禁止访问该资源。' },
  },
  404: {
    name: 'Not Found',
    kind: 'rejected',
    retry: 'never',
    meaning: { en: 'The server found no such resource.', zh: '服务器找不到该资源。' },
  },
  405: {
    name: 'Method Not Allowed',
    kind: 'rejected',
    retry: 'never',
    meaning: { en: 'The method is not allowed here.', zh: '此处不允许使用该请求方法。' },
  },
  406: {
    name: 'Not Acceptable',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'The client accepts none of the answers that the server can give.',
      zh: '服务器能给出的响应客户端都不接受。',
    },
  },
  407: {
    name: 'Proxy Authentication Required',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'The client must first authenticate itself to the proxy.',
      zh: '客户端须先通过代理服务器的认证。',
    },
  },
  408: {
    name: 'Request Timeout',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'The request took longer than the server waits.', zh: '请求超过了服务器的等待时间。' },
  },
  409: {
    name: 'Conflict',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'The request conflicts with something else and was not carried out.',
      zh: '请求因冲突而未能完成。',
    },
  },
  429: {
    name: 'Too Many Requests',
    kind: 'unavailable',
    retry: 'throttle',
    meaning: { en: 'The request is over the throttling limit.', zh: '请求超过了流控的限值。' },
  },
  // The page does not call it temporary, and no page of ECS advises a retry. So it is final, unlike in DEW.
  500: {
    name: 'Internal Server Error',
    kind: 'failed',
    retry: 'never',
    meaning: { en: 'The service failed and did not complete the request.', zh: '服务异常，请求未完成。' },
  },
  501: {
    name: 'Not Implemented',
    kind: 'failed',
    retry: 'never',
    meaning: { en: 'The server does not support the function.', zh: '服务器不支持所请求的功能。' },
  },
  502: {
    name: 'Bad Gateway',
    kind: 'unavailable',
    retry: 'transient',
    meaning: {
      en: 'The server got an invalid answer from the one behind it.',
      zh: '服务器收到上游服务器的无效响应。',
    },
  },
  503: {
    name: 'Service Unavailable',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'The system is abnormal for the moment.', zh: '系统暂时异常，请求未完成。' },
  },
  504: {
    name: 'Gateway Timeout',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'The gateway waited in vain.', zh: '网关等待超时。' },
  },
} as const;

const statuses: Sourced<
  typeof rows,
  'ECS API Reference, Returned Values for General Requests (ecs_07_0001)'
> = sourced(rows, 'ECS API Reference, Returned Values for General Requests (ecs_07_0001)');

/** The type of {@link ecs}, short enough for a field: `OutcomeClient<EcsCatalogue>`. */
export interface EcsCatalogue {
  readonly name: 'ECS';
  readonly source: 'ECS API Reference, Returned Values for General Requests (ecs_07_0001)';
  readonly statuses: typeof statuses;
  readonly codes: typeof ecsCodes;
  readonly operations: typeof ecsOperations;
  readonly requestId: readonly ['x-request-id'];
}

/** Huawei Cloud Elastic Cloud Server (ECS), and the gateway in front of it. */
export const ecs: EcsCatalogue = {
  name: 'ECS',
  source: 'ECS API Reference, Returned Values for General Requests (ecs_07_0001)',
  statuses,
  codes: ecsCodes,
  operations: ecsOperations,
  requestId: ['x-request-id'],
};

ecs satisfies Catalogue;
