import type { Catalogue } from '../../semantics/catalogue.js';
import { dewCodes } from './codes/index.js';
import { dewOperations } from './operations.js';

// Every row has its `source` as a literal, and `dew` has an explicit type, since isolatedDeclarations
// does not infer the type of a name in a literal.
const statuses = {
  // Binding a key pair starts a task, and is documented with 200. The task_id in the body shows the task.
  200: {
    name: 'OK',
    kind: 'success',
    or: ['delayed'],
    retry: 'never',
    meaning: { en: 'The request succeeded.', zh: '请求成功。' },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
  202: {
    name: 'Accept',
    kind: 'delayed',
    retry: 'never',
    meaning: {
      en: 'The task was accepted; the system is busy and will carry it out later.',
      zh: '任务已提交；系统繁忙，将稍后执行。',
    },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
  204: {
    name: 'No Content',
    kind: 'empty',
    retry: 'never',
    meaning: {
      en: 'The request succeeded and returns no content.',
      zh: '请求成功，没有返回内容。',
    },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
  300: {
    name: 'multiple choices',
    kind: 'choices',
    retry: 'never',
    meaning: {
      en: 'The resource has several representations to choose from.',
      zh: '资源有多个可选的表示。',
    },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
  // Some codes of 400 are documented with "try again later": see `codes/`.
  400: {
    name: 'Bad Request',
    kind: 'rejected',
    or: ['unavailable'],
    retry: 'never',
    meaning: { en: 'A request parameter is wrong.', zh: '请求参数错误。' },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
  401: {
    name: 'Unauthorized',
    kind: 'rejected',
    retry: 'never',
    meaning: { en: 'The resource needs valid credentials.', zh: '访问该资源需要有效的身份凭证。' },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
  403: {
    name: 'Forbidden',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'The server understood the request and refuses to carry it out.',
      zh: '服务器理解请求，但拒绝执行。',
    },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
  404: {
    name: 'Not Found',
    kind: 'rejected',
    retry: 'never',
    meaning: { en: 'The resource does not exist.', zh: '资源不存在。' },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
  405: {
    name: 'Method Not Allowed',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'The method is not allowed on this resource.',
      zh: '该资源不允许使用此请求方法。',
    },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
  406: {
    name: 'Not Acceptable',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'The server can produce no response that the client accepts.',
      zh: '服务器无法给出客户端可接受的响应。',
    },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
  407: {
    name: 'Proxy Authentication Required',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'The client must first authenticate itself to the proxy.',
      zh: '客户端须先通过代理服务器的认证。',
    },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
  408: {
    name: 'Request Timeout',
    kind: 'unavailable',
    retry: 'transient',
    meaning: {
      en: 'The request took longer than the server was willing to wait.',
      zh: '请求耗时超过了服务器的等待时间。',
    },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
  409: {
    name: 'Conflict',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'The request conflicts with the current state of the resource.',
      zh: '请求与资源的当前状态冲突，无法完成。',
    },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
  // This status is not on the status-code page. The gateway's APIG.0308 has it.
  429: {
    name: 'Too Many Requests',
    kind: 'unavailable',
    retry: 'throttle',
    meaning: {
      en: 'The gateway throttles: too many requests in a given time.',
      zh: '请求过于频繁，已被网关流控。',
    },
    source: 'DEW Best Practices (dew_06_0028)',
  },
  // Unlike HTTP, DEW's best practices list 500 as a status to retry.
  500: {
    name: 'Internal Server Error',
    kind: 'failed',
    retry: 'transient',
    meaning: { en: 'The service failed internally.', zh: '服务内部出错。' },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
  501: {
    name: 'Not Implemented',
    kind: 'failed',
    retry: 'never',
    meaning: { en: 'The server does not support the function.', zh: '服务器不支持所请求的功能。' },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
  502: {
    name: 'Bad Gateway',
    kind: 'unavailable',
    retry: 'transient',
    meaning: {
      en: 'An upstream server answered with an invalid response.',
      zh: '上游服务器返回了无效响应。',
    },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
  503: {
    name: 'Service Unavailable',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'The system is temporarily abnormal.', zh: '系统暂时异常。' },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
  504: {
    name: 'Gateway Timeout',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'The gateway timed out.', zh: '网关超时。' },
    source: 'DEW API Reference, Status Codes (dew_02_0301)',
  },
} as const;

/** The type of {@link dew}, short enough for a field: `OutcomeClient<DewCatalogue>`. */
export interface DewCatalogue {
  readonly name: 'DEW';
  readonly source: 'DEW API Reference, Status Codes (dew_02_0301)';
  readonly statuses: typeof statuses;
  readonly codes: typeof dewCodes;
  readonly operations: typeof dewOperations;
  readonly requestId: readonly ['x-request-id'];
  readonly retry: {
    readonly retries: 3;
    readonly attemptTimeoutMs: 8_000;
    readonly source: 'DEW Best Practices (dew_06_0028)';
  };
}

/** Huawei Cloud Data Encryption Workshop (DEW): KMS, CSMS, KPS and the gateway in front of them. */
export const dew: DewCatalogue = {
  name: 'DEW',
  source: 'DEW API Reference, Status Codes (dew_02_0301)',
  statuses,
  codes: dewCodes,
  operations: dewOperations,
  requestId: ['x-request-id'],
  // The page advises 3 to 5 retries on 504, 502, 500 and 429, and attempts of 5 to 8 s.
  // These are the fewest retries and the longest attempt.
  retry: { retries: 3, attemptTimeoutMs: 8_000, source: 'DEW Best Practices (dew_06_0028)' },
};

dew satisfies Catalogue;
