import type { Catalogue } from '../../semantics/catalogue.js';
import { githubLimits, readGithubProblem } from './limits.js';

const statuses = {
  200: {
    name: 'OK',
    kind: 'success',
    retry: 'never',
    meaning: { en: 'The request succeeded.', zh: '请求成功。' },
    source: 'GitHub REST API, Repository statistics',
  },
  201: {
    name: 'Created',
    kind: 'success',
    retry: 'never',
    meaning: { en: 'The resource was made.', zh: '资源已创建。' },
    source: 'GitHub REST API description (OpenAPI), responses',
  },
  // A GET is sent again until the job is done. A POST, such as a fork, has no task that can be followed.
  202: {
    name: 'Accepted',
    kind: 'delayed',
    retry: 'never',
    meaning: {
      en: 'A job in the background has begun, such as the one that compiles statistics.',
      zh: '后台任务已开始，例如统计信息的编制。',
    },
    source: 'GitHub REST API, Repository statistics',
  },
  204: {
    name: 'No Content',
    kind: 'empty',
    retry: 'never',
    meaning: { en: 'The request succeeded and there is no content.', zh: '请求成功，没有内容返回。' },
    source: 'GitHub REST API, Repository statistics',
  },
  301: {
    name: 'Moved Permanently',
    kind: 'redirected',
    retry: 'never',
    meaning: { en: 'The resource has a new address for good.', zh: '资源已永久迁移到新地址。' },
    source: 'GitHub REST API, Best practices, Follow redirects',
  },
  302: {
    name: 'Found',
    kind: 'redirected',
    retry: 'never',
    meaning: { en: 'The resource is at another address for now.', zh: '资源暂时位于另一地址。' },
    source: 'GitHub REST API, Best practices, Follow redirects',
  },
  304: {
    name: 'Not Modified',
    kind: 'unmodified',
    retry: 'never',
    meaning: {
      en: 'The cached copy is good; the request does not count against the rate limit.',
      zh: '缓存的副本仍然有效，且不计入速率限制。',
    },
    source: 'GitHub REST API, Best practices, Use conditional requests if appropriate',
  },
  307: {
    name: 'Temporary Redirect',
    kind: 'redirected',
    retry: 'never',
    meaning: {
      en: 'The resource is at another address for now; repeat the request there.',
      zh: '资源暂时位于另一地址，应在那里重新请求。',
    },
    source: 'GitHub REST API, Best practices, Follow redirects',
  },
  400: {
    name: 'Bad Request',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'The body is not a JSON object, or the version of the API does not exist.',
      zh: '请求体不是 JSON 对象，或 API 版本不存在。',
    },
    source: 'GitHub REST API, Troubleshooting',
  },
  401: {
    name: 'Unauthorized',
    kind: 'rejected',
    retry: 'never',
    meaning: { en: 'The credentials are not valid.', zh: '凭证无效。' },
    source: 'GitHub REST API, Authenticating, Failed login limit',
  },
  // A rate limit has this status too: see the codes.
  403: {
    name: 'Forbidden',
    kind: 'rejected',
    or: ['unavailable'],
    retry: 'never',
    meaning: {
      en: 'The token lacks a permission, or a rate limit was hit.',
      zh: '令牌缺少权限，或触发了速率限制。',
    },
    source: 'GitHub REST API, Troubleshooting',
  },
  404: {
    name: 'Not Found',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'There is no such resource, or the token may not see it.',
      zh: '资源不存在，或令牌无权查看。',
    },
    source: 'GitHub REST API, Troubleshooting',
  },
  409: {
    name: 'Conflict',
    kind: 'rejected',
    retry: 'never',
    meaning: { en: 'The request conflicts with the state of the resource.', zh: '请求与资源的状态冲突。' },
    source: 'GitHub REST API description (OpenAPI), responses',
  },
  410: {
    name: 'Gone',
    kind: 'rejected',
    retry: 'never',
    meaning: { en: 'The resource is gone.', zh: '资源已不存在。' },
    source: 'GitHub REST API description (OpenAPI), responses',
  },
  422: {
    name: 'Unprocessable Entity',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'A parameter is missing or not valid; the body names the fields.',
      zh: '参数缺失或无效，响应体列出了相应字段。',
    },
    source: 'GitHub REST API, Troubleshooting',
  },
  429: {
    name: 'Too Many Requests',
    kind: 'unavailable',
    retry: 'throttle',
    meaning: { en: 'A rate limit was hit.', zh: '触发了速率限制。' },
    source: 'GitHub REST API, Rate limits, Exceeding the rate limit',
  },
  // Octokit's plugin retries every 5xx.
  500: {
    name: 'Internal Error',
    kind: 'failed',
    retry: 'transient',
    meaning: { en: 'The server failed.', zh: '服务器出错。' },
    source: 'octokit/plugin-retry.js, README',
  },
  502: {
    name: 'Server Error',
    kind: 'unavailable',
    retry: 'transient',
    meaning: {
      en: 'The request took longer than the server allows, or a gateway failed.',
      zh: '请求超过了服务器允许的时间，或网关出错。',
    },
    source: 'GitHub REST API, Troubleshooting, Timeouts; octokit/plugin-retry.js, README',
  },
  503: {
    name: 'Service Unavailable',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'The service cannot answer for the moment.', zh: '服务暂时无法处理请求。' },
    source: 'GitHub REST API description (OpenAPI), responses; octokit/plugin-retry.js, README',
  },
} as const;

/** The type of {@link github}, short enough for a field: `OutcomeClient<GithubCatalogue>`. */
export interface GithubCatalogue {
  readonly name: 'GitHub';
  readonly source: 'GitHub REST API documentation';
  readonly statuses: typeof statuses;
  readonly codes: typeof githubLimits;
  readonly requestId: readonly ['x-github-request-id'];
  readonly readProblem: typeof readGithubProblem;
}

/** GitHub's REST API. */
export const github: GithubCatalogue = {
  name: 'GitHub',
  source: 'GitHub REST API documentation',
  statuses,
  codes: githubLimits,
  requestId: ['x-github-request-id'],
  readProblem: readGithubProblem,
};

github satisfies Catalogue;
