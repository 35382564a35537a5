import type { DocumentedKind, Retryability } from '../../semantics/kinds.js';
import { both, type Text } from '../text/locale.js';

/**
 * What only a person can answer, each with its answer in code. A question names no
 * row: what is asked of several rows is one question.
 */
export const questions = {
  fault500: {
    en: "may a 500 of this API be sent again? HTTP does not say. If not, write `retry: 'never'`",
    zh: "此 API 的 500 能否再次发送？HTTP 未作规定。若不能，写 `retry: 'never'`",
  },
  overHttp: (kind: DocumentedKind): Text =>
    both(
      `HTTP alone would not send it again: do the row's words hold for every such answer? If not, write \`kind: '${kind}', retry: 'never'\``,
      `仅按 HTTP 不会再次发送：此行的话是否对每个此类应答都成立？若不成立，写 \`kind: '${kind}', retry: 'never'\``,
    ),
  throttled: {
    en: "the row speaks of throttling, so that a POST is sent again too: does it hold for every such answer? If not, write `retry: 'transient'`",
    zh: "此行谈到限流，因此 POST 也会再次发送：对每个此类应答都成立吗？若不成立，写 `retry: 'transient'`",
  },
  changeFirst: (retry: Retryability): Text =>
    both(
      `HTTP would send it again, the row asks for a change first: never was taken. If the same request may be sent again unchanged, write \`retry: '${retry}'\``,
      `HTTP 会再次发送，而此行要求先作修改：取 never。若原样的请求可再次发送，写 \`retry: '${retry}'\``,
    ),
  conditional: {
    en: "the row lets the request be sent again only under a condition, and a catalogue has none: never was taken. If it always holds, write `retry: 'transient'`",
    zh: "此行只在某个条件下才允许再次发送，而目录没有条件：取 never。若条件总成立，写 `retry: 'transient'`",
  },
  unknown: {
    en: "the row speaks of sending again in words that were not understood: never was taken. If it invites to, write `retry: 'transient'`",
    zh: "此行谈到再次发送，但其措辞未能理解：取 never。若其意为可以，写 `retry: 'transient'`",
  },
  unanswered: {
    en: "the column about retrying has no answer in this row: never was taken. If the request may be sent again, write `retry: 'transient'`",
    zh: "关于重试的列在此行没有回答：取 never。若请求可再次发送，写 `retry: 'transient'`",
  },
  unread: {
    en: "the row's words were not read, since they are neither English nor Chinese: HTTP's word was taken. If the row forbids to send again, write `retry: 'never'`",
    zh: "此行的文字既非英文也非中文，未读：取 HTTP 的规定。若此行禁止再次发送，写 `retry: 'never'`",
  },
  short: {
    en: "the row is short, and what it lacks may forbid to send again: is it so? Then write `retry: 'never'`",
    zh: "此行缺少单元格，所缺内容可能禁止再次发送：是否如此？若是，写 `retry: 'never'`",
  },
  against: {
    en: "the row forbids to send again, and also says otherwise: the negation was followed. If it is wrong, write `retry: 'transient'`",
    zh: "此行禁止再次发送，又有相反的话：取其禁止。若不对，写 `retry: 'transient'`",
  },
  stillUnavailable: {
    en: "it is never sent again, yet stays unavailable, as HTTP has it: or is it failed? Then write `kind: 'failed'`",
    zh: "它从不再次发送，但按 HTTP 仍为 unavailable：还是 failed？若是，写 `kind: 'failed'`",
  },
  own: (kind: DocumentedKind): Text =>
    both(
      `the status is the API's own: is it really ${kind}? If not, write its \`kind: '…'\``,
      `该状态码为此 API 自有：确为 ${kind} 吗？若不是，写 \`kind: '…'\``,
    ),
  noClass: {
    en: "the status has no class of HTTP's: failed or rejected? Write `kind: 'failed'` or `kind: 'rejected'`",
    zh: "该状态码不属于 HTTP 的任何一类：failed 还是 rejected？写 `kind: 'failed'` 或 `kind: 'rejected'`",
  },
  task: {
    en: "the row speaks of work that is done later: can it start a task? Then write `or: ['delayed']`",
    zh: "此行谈到稍后完成的工作：它会启动任务吗？若会，写 `or: ['delayed']`",
  },
  credentials: {
    en: 'would new credentials help? Then write `reauthenticate: true`',
    zh: '换用新的凭证是否有效？若有效，写 `reauthenticate: true`',
  },
  rowsDisagree: {
    en: "what tells the rows of one status apart? If it is an error code, write `codes: { '…': { statuses: […], retry: '…' } }`",
    zh: "同一状态码的各行如何区分？若靠错误码，写 `codes: { '…': { statuses: […], retry: '…' } }`",
  },
  codeDisagrees: {
    en: "the rows of one code disagree: the most cautious one was taken. If another holds, write its `retry: '…'`",
    zh: "同一错误码的各行不一致：取最谨慎的一行。若应取另一行，写其 `retry: '…'`",
  },
  names: {
    en: "the page gives the status several names: which is its own? Write `name: '…'`",
    zh: "页面给该状态码几个名称：哪个是它的？写 `name: '…'`",
  },
  name: { en: "what is it to be called? Write `name: '…'`", zh: "它叫什么？写 `name: '…'`" },
  continued: {
    en: 'the row has no status, and was taken with the row above: if it is not about that one, cut its words from `meaning`',
    zh: '此行没有状态码，已归入上一行：若与其无关，从 `meaning` 中删去其文字',
  },
  onlyCodes: {
    en: "the status comes only with error codes: what does it mean without one? Write its `meaning: { en: '…', zh: '…' }`",
    zh: "该状态码只与错误码同时出现：没有错误码时是什么含义？写 `meaning: { en: '…', zh: '…' }`",
  },
  codeStatuses: {
    en: 'the page gives the code no single status: which are its statuses? Write `statuses: […]`',
    zh: '页面没有给该错误码单个状态码：它的状态码有哪些？写 `statuses: […]`',
  },
  table: {
    en: 'is its table about HTTP statuses at all? Only its numbers say so. If not, delete the row from `statuses`',
    zh: '该表究竟是否关于 HTTP 状态码？只有其数字这样表明。若不是，从 `statuses` 中删去此行',
  },
  classToo: {
    en: 'the row also stands for a class of statuses, which has no row of its own: if one of them is documented, write its `statuses: { … }`',
    zh: '此行还代表一类状态码，而一类没有自己的行：若其中某个有文档，写其 `statuses: { … }`',
  },
};
