import { english } from '../../outcome/explain/en.js';
import type { ExplainTexts } from '../../outcome/explain/texts.js';
import { chinese } from '../../outcome/explain/zh.js';
import type { Retryability } from '../../semantics/kinds.js';

/** What the command says beside the texts of the library's own `explain`. */
export interface CommandTexts extends ExplainTexts {
  readonly status: string;
  readonly means: string;
  readonly retry: string;
  readonly or: (kinds: string) => string;
  readonly retryability: { readonly [R in Retryability]: string };
  readonly noRetry: (because: string) => string;
  readonly retried: (count: number, waits: string, asked: boolean, because: string) => string;
  readonly keyed: (method: string) => string;
  readonly reauthenticate: string;
}

const en: CommandTexts = {
  ...english,
  status: 'Status',
  means: 'Meaning',
  retry: 'Retry',
  or: (kinds) => `an error code or a task can make it ${kinds}`,
  retryability: {
    never: 'never',
    transient: 'transient, a passing fault',
    throttle: 'throttle, too many requests',
  },
  noRetry: (because) => `not sent again (${because})`,
  retried: (count, waits, asked, because) =>
    `sent again ${count === 1 ? 'once' : `${count} times`}, after ${waits} at ${asked ? 'least' : 'most'}; then it stops (${because})`,
  keyed: (method) => `${method} with an Idempotency-Key`,
  reauthenticate: 'once more after new credentials, where `reauthenticate` is given',
};

const zh: CommandTexts = {
  ...chinese,
  status: '状态码',
  means: '含义',
  retry: '重试',
  or: (kinds) => `错误码或任务可使其成为 ${kinds}`,
  retryability: {
    never: 'never，不重试',
    transient: 'transient，暂时性故障',
    throttle: 'throttle，请求过多',
  },
  noRetry: (because) => `不再发送（${because}）`,
  retried: (count, waits, asked, because) =>
    `再发送 ${count} 次，之前${asked ? '至少' : '最多'}等待 ${waits}；之后停止（${because}）`,
  keyed: (method) => `${method}（带 Idempotency-Key）`,
  reauthenticate: '提供 `reauthenticate` 时，更新凭证后再发送一次',
};

export const commandTexts: { readonly en: CommandTexts; readonly zh: CommandTexts } = { en, zh };
