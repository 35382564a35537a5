import { both, type Text } from '../text/locale.js';
import { byHttp, speaksOfDelay } from './by-http.js';
import { httpRow } from './http-names.js';
import type { Inference, Words } from './inference.js';
import { questions } from './questions.js';
import { type Said, type Saying, type Says, saying } from './sending.js';

/**
 * The kind and retryability of a documented status: what HTTP says of it, refined by
 * what its row says of sending again. A column that answers decides; else the most
 * cautious word does.
 */
export function inferStatus(status: number, words: Words): Inference {
  const text = words.texts.join('\n');
  const base = byHttp(status, text);
  const said = saying(words.texts, words.languageOf);
  if (status < 400) return withoutRetry(status, text, said, base);
  const unread = words.answer === undefined && words.texts.some((each) => words.languageOf(each) === 'other');
  const read = refined(status, words, said, unread, base);
  const against =
    read.retry !== (httpRow(status)?.retry ?? 'never') && !(status === 500 && isSilent(words, said));
  return { ...read, against };
}

function isSilent({ answer }: Words, { again, states }: Saying): boolean {
  return answer === undefined && states.length === 0 && again.every(({ says }) => says === 'paced');
}

/** Below 400 nothing is sent again, whatever the row says; what it says is reported. */
function withoutRetry(status: number, text: string, said: Saying, base: Inference): Inference {
  const words = told([...said.states, ...said.again]);
  const delay = base.kind === 'success' ? speaksOfDelay(text) : undefined;
  const decide = delay === undefined ? base.decide : [...base.decide, questions.task];
  if (words === '') return { ...base, decide };
  const group = `${Math.floor(status / 100)}xx`;
  const because = both(
    `${words}: this changes nothing, a ${group} is not sent again`,
    `${words}：不改变结论，${group} 不再次发送`,
  );
  return { ...base, because: [...base.because, because], decide };
}

function refined(status: number, words: Words, said: Saying, unread: boolean, base: Inference): Inference {
  const { answer } = words;
  const again = said.again.find(({ says }) => says !== 'paced');
  const add = (because: readonly Text[], decide: readonly Text[]): Pick<Inference, 'because' | 'decide'> => ({
    because: [...base.because, ...because],
    decide: [...base.decide, ...decide],
  });
  if (unread) {
    const asks = base.retry !== 'never' || status === 500;
    return { ...base, ...add([notRead], asks ? [questions.unread] : []) };
  }
  if (answer === 'none' && base.retry !== 'never' && again?.says !== 'forbidden')
    return { ...base, retry: 'never', ...add([], [questions.unanswered]) };
  const column = answer === 'none' ? undefined : answer;
  const opposed = column?.says === 'invited' && (again?.says === 'forbidden' || again?.says === 'changed');
  const decisive = opposed ? again : (column ?? again);
  const by = column !== undefined && decisive === column;
  if (decisive === undefined || decisive.says === 'invited') {
    if (decisive === undefined && said.states.length === 0) return withoutWords(status, said, base);
    return moved(status, [...said.states, ...(decisive === undefined ? [] : [decisive])], by, base);
  }
  const others = told([
    ...said.states,
    ...(opposed && column ? [column] : said.again.filter(({ says }) => says === 'invited')),
  ]);
  const decide = toDecide(decisive.says, base, by ? '' : others, status);
  return { ...base, retry: 'never', ...add([reasonOf(decisive, by)], decide) };
}

const notRead = both(
  'its words are neither English nor Chinese, and were not read',
  '其文字既非英文也非中文，未读',
);

function reasonOf({ says, words }: Said, byColumn: boolean): Text {
  if (byColumn)
    return both(`the column about retrying says “${words}”: never`, `关于重试的列写着“${words}”：never`);
  if (says === 'forbidden')
    return both(
      `“${words}” forbids a retry, and a negation wins: never`,
      `“${words}”禁止重试，以否定为准：never`,
    );
  if (says === 'changed')
    return both(
      `“${words}” asks for a change before the next request: this is no retry`,
      `“${words}”要求在下一次请求前作修改：这不是重试`,
    );
  if (says === 'conditional')
    return both(
      `“${words}” names a condition, and a condition is no rule: never`,
      `“${words}”提出条件，而条件不是规则：never`,
    );
  return both(
    `“${words}” speaks of sending again, and was not understood: never`,
    `“${words}”谈到再次发送，但未能理解：never`,
  );
}

function toDecide(says: Said['says'], base: Inference, others: string, status: number): Text[] {
  if (says === 'conditional') return [questions.conditional];
  if (says === 'unknown') return [questions.unknown];
  if (says === 'changed') return base.retry === 'never' ? [] : [questions.changeFirst(base.retry)];
  return [
    ...(others === '' ? [] : [questions.against]),
    ...(base.kind === 'unavailable' && status >= 400 ? [questions.stillUnavailable] : []),
  ];
}

/**
 * HTTP's word stands, but for a 500: it tells of a fault that was not expected,
 * and nothing that would make it lasting (RFC 9110, 15.6.1).
 */
function withoutWords(status: number, said: Saying, base: Inference): Inference {
  // "Not at once" is not yet "later", where HTTP would not send it again.
  if (status !== 500 && base.retry === 'never' && said.again.length > 0)
    return { ...base, decide: [...base.decide, questions.unknown] };
  if (status !== 500) return base;
  const because = both(
    'the row does not call the fault lasting: transient, which resends only what is safe to repeat',
    '此行未称故障是持久的：transient，仅再次发送可安全重复的请求',
  );
  return { ...base, retry: 'transient', because: [...base.because, because], decide: [questions.fault500] };
}

/** The row invites to send again, or says that the server's state passes. */
function moved(status: number, said: readonly Said[], byColumn: boolean, base: Inference): Inference {
  const throttled = said.some(({ says }) => says === 'throttle');
  const retry = throttled || base.retry === 'throttle' ? 'throttle' : 'transient';
  // "Try again" alone does not say that a broken server is only busy.
  const onlyInvited = said.every(({ says }) => says === 'invited');
  const broken = base.kind === 'failed' && (status === 500 || onlyInvited) && !throttled;
  const kind = broken ? 'failed' : 'unavailable';
  if (retry === base.retry && kind === base.kind) {
    const agrees = both(
      `${told(said)} ${said.length === 1 ? 'agrees' : 'agree'} with it`,
      `${told(said)}与之一致`,
    );
    return { ...base, because: [...base.because, agrees] };
  }
  const reason = byColumn
    ? both(
        `the column about retrying says ${told(said)}: ${kind}, ${retry}`,
        `关于重试的列写着${told(said)}：${kind}, ${retry}`,
      )
    : both(
        `${told(said)} ${said.length === 1 ? 'says' : 'say'} that the same request may work later: ${kind}, ${retry}`,
        `${told(said)}表明同一请求稍后可能成功：${kind}, ${retry}`,
      );
  const decide = byColumn
    ? []
    : [base.retry === 'never' ? questions.overHttp(base.kind) : questions.throttled];
  return { kind, retry, because: [...base.because, reason], decide: [...base.decide, ...decide] };
}

export function told(said: readonly { readonly words: string }[]): string {
  return said.map(({ words }) => `“${words}”`).join(', ');
}

export type { Says };
