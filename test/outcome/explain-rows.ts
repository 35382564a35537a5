import { http } from '../../src/catalogues/http/index.js';
import type { Call, Step } from './scripted.js';

const json = { 'Content-Type': 'application/json' };
const dewPage = 'DEW API Reference, Status Codes (dew_02_0301)';

/** A call, and what explain says of it. */
export interface Row {
  readonly kind: string;
  readonly steps: Step[];
  readonly how?: Call;
  readonly outcome: readonly [en: string, zh: string];
  /** Of the status; absent where there is none. */
  readonly documentation?: readonly [en: string, zh: string];
  readonly effect: readonly [en: string, zh: string];
  readonly next: readonly [en: RegExp, zh: RegExp];
}

const applied = ['applied (the work was done)', 'applied（操作已执行）'] as const;
const nothing = ['none (no work was done)', 'none（未执行任何操作）'] as const;
const unknown = [
  'unknown (the work may have been done, and nobody can tell)',
  'unknown（操作可能已执行，无法确定）',
] as const;

export const rows: readonly Row[] = [
  {
    kind: 'success',
    steps: [200],
    outcome: ['success (done), 200 OK', 'success（已完成），200 OK'],
    documentation: [`The request succeeded. Source: ${dewPage}`, `请求成功。来源：${dewPage}`],
    effect: applied,
    next: [/Nothing is left to do/, /无需处理/],
  },
  {
    kind: 'delayed',
    steps: [[202, '{"task_id":"t"}', { 'Retry-After': '3' }]],
    how: { method: 'POST' },
    outcome: ['delayed (accepted, not done yet), 202 Accept', 'delayed（已受理，尚未完成），202 Accept'],
    documentation: [
      `The task was accepted; the system is busy and will carry it out later. Source: ${dewPage}`,
      `任务已提交；系统繁忙，将稍后执行。来源：${dewPage}`,
    ],
    effect: ['pending (the work was accepted and is not done yet)', 'pending（操作已受理，尚未完成）'],
    next: [
      /follow it\. The server asks to check again after 3 s\.$/,
      /请继续跟踪。服务器要求 3 秒后再查询。$/,
    ],
  },
  {
    kind: 'empty',
    steps: [204],
    outcome: ['empty (done, no body), 204 No Content', 'empty（已完成，没有内容），204 No Content'],
    documentation: [
      `The request succeeded and returns no content. Source: ${dewPage}`,
      `请求成功，没有返回内容。来源：${dewPage}`,
    ],
    effect: applied,
    next: [/no body/, /没有内容/],
  },
  {
    kind: 'unmodified',
    steps: [304],
    how: { catalogue: http },
    outcome: [
      'unmodified (the cached copy is good), 304 Not Modified',
      'unmodified（缓存的副本仍然有效），304 Not Modified',
    ],
    documentation: [
      `${http.statuses[304].meaning.en} Source: RFC 9110, 15.4.5`,
      `${http.statuses[304].meaning.zh}来源：RFC 9110, 15.4.5`,
    ],
    effect: applied,
    next: [/cached copy/, /缓存的副本/],
  },
  {
    kind: 'choices',
    steps: [300],
    outcome: [
      'choices (several representations to choose from), 300 multiple choices',
      'choices（有多种表示可供选择），300 multiple choices',
    ],
    documentation: [
      `The resource has several representations to choose from. Source: ${dewPage}`,
      `资源有多个可选的表示。来源：${dewPage}`,
    ],
    effect: nothing,
    next: [/`outcome\.alternatives`/, /`outcome\.alternatives`/],
  },
  {
    kind: 'redirected',
    steps: [307],
    how: { catalogue: http },
    outcome: [
      'redirected (the resource is elsewhere, and the redirect was not followed), 307 Temporary Redirect',
      'redirected（资源在别处，未跟随跳转），307 Temporary Redirect',
    ],
    documentation: [
      `${http.statuses[307].meaning.en} Source: RFC 9110, 15.4.8`,
      `${http.statuses[307].meaning.zh}来源：RFC 9110, 15.4.8`,
    ],
    effect: nothing,
    next: [/`outcome\.location`/, /`outcome\.location`/],
  },
  {
    kind: 'rejected',
    steps: [409],
    how: { method: 'POST' },
    outcome: [
      'rejected (the request must be changed first), 409 Conflict',
      'rejected（须先修改请求），409 Conflict',
    ],
    documentation: [
      `The request conflicts with the current state of the resource. Source: ${dewPage}`,
      `请求与资源的当前状态冲突，无法完成。来源：${dewPage}`,
    ],
    effect: nothing,
    next: [/^Change the request/, /^请先修改请求/],
  },
  {
    kind: 'unavailable',
    steps: [503],
    outcome: [
      'unavailable (the same request may work later), 503 Service Unavailable',
      'unavailable（同一请求稍后可能成功），503 Service Unavailable',
    ],
    documentation: [
      `The system is temporarily abnormal. Source: ${dewPage}`,
      `系统暂时异常。来源：${dewPage}`,
    ],
    effect: nothing,
    next: [/^Try again later\.$/, /^请稍后再试。$/],
  },
  {
    kind: 'failed',
    steps: [501],
    outcome: ['failed (the server failed), 501 Not Implemented', 'failed（服务器出错），501 Not Implemented'],
    documentation: [
      `The server does not support the function. Source: ${dewPage}`,
      `服务器不支持所请求的功能。来源：${dewPage}`,
    ],
    effect: nothing,
    next: [/Ask its operator/, /请联系服务方/],
  },
  {
    kind: 'unexpected',
    steps: [418],
    outcome: [
      'unexpected (the catalogue does not document the status), 418',
      'unexpected（状态码目录未收录该状态码），418',
    ],
    documentation: ['The catalogue does not document it.', '无，状态码目录未收录。'],
    effect: nothing,
    next: [/extendCatalogue/, /extendCatalogue/],
  },
  {
    kind: 'malformed',
    steps: [[200, '<html>', json]],
    how: { method: 'POST' },
    outcome: ['malformed (the body cannot be used), 200 OK', 'malformed（响应内容与约定不符），200 OK'],
    documentation: [`The request succeeded. Source: ${dewPage}`, `请求成功。来源：${dewPage}`],
    effect: applied,
    next: [/`outcome\.issues`/, /`outcome\.issues`/],
  },
  {
    kind: 'unreachable',
    steps: ['ECONNRESET'],
    how: { method: 'POST' },
    outcome: ['unreachable (no answer came), ECONNRESET', 'unreachable（没有收到响应），ECONNRESET'],
    effect: unknown,
    next: [/^The work may have been done: check before sending it again\.$/, /^操作可能已执行，请先核实/],
  },
  {
    kind: 'cancelled',
    steps: ['ERR_CANCELED'],
    outcome: ['cancelled (the caller stopped it)', 'cancelled（已被调用方取消）'],
    effect: nothing,
    next: [/The caller stopped it/, /已被调用方取消/],
  },
];
