import type { StatusEntry } from '../../semantics/catalogue.js';
import { type DocumentedKind, type Retryability, retryabilities } from '../../semantics/kinds.js';
import { ask, distinct, say, type Text } from '../text/say.js';
import { byHttp, type Inference } from './by-http.js';
import { inferStatus } from './infer-status.js';
import { saying, type Words } from './sending.js';

/** What an error code adds to its statuses; nothing where it says nothing else. */
export type CodeInference = Pick<Inference, 'against' | 'because' | 'decide'> & {
  readonly kind?: DocumentedKind;
  readonly retry?: Retryability;
};

export interface CodeRow {
  readonly statuses: readonly number[];
  readonly words: Words;
}

/** What one row makes of one of the code's statuses, and what that status is without the code. */
interface Verdict extends Inference {
  readonly status: number;
  readonly own: StatusEntry;
}

/**
 * The rows of a code, and the words in the code itself (`ThrottlingException`), refine its
 * statuses: each by its own rows, and where these differ, the most cautious one holds.
 */
export function inferCode(
  code: string,
  rows: readonly CodeRow[],
  documented: ReadonlyMap<number, StatusEntry>,
): CodeInference {
  const spoken = code.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[._-]+/g, ' ');
  const read = rows.map(({ statuses, words }) => ({
    statuses,
    words: { ...words, texts: [...words.texts, spoken] },
  }));
  const verdicts = read.flatMap(({ statuses, words }) =>
    statuses.flatMap((status) => {
      const own = documented.get(status);
      return own === undefined ? [] : verdictOn(status, own, words);
    }),
  );
  const inferred =
    verdicts.length > 0
      ? ofStatuses(verdicts)
      : withoutStatus(read.map(({ words }) => verdictOn(400, anyStatus, words)));
  const expires = expiry.exec(read.flatMap(({ words }) => words.texts).join('\n'))?.[0];
  const because = distinct(inferred.because);
  if (expires === undefined) return { ...inferred, because };
  because.push(say`“${expires}” says that credentials have expired`);
  return { ...inferred, because, decide: [...inferred.decide, ask('credentials')] };
}

/** Whether the words say that credentials have run out. */
const expiry =
  /\b(?:token|credential|session|signature|ticket)s?\b[^.;]{0,30}\bexpir\w*|\bexpir\w*[^.;]{0,20}\b(?:token|credential|session)s?\b|(?:token|令牌|凭证|凭据|会话|签名)[^，。；]{0,8}(?:过期|失效|超时)/i;

/** A code without a status may come with any status that is not sent again. */
const anyStatus: StatusEntry = { name: '', kind: 'rejected', retry: 'never', source: '' };

const silent: Text = say`the row says nothing of retries: as its status`;

function verdictOn(status: number, own: StatusEntry, words: Words): Verdict {
  const { word, states, isUnread } = saying(words);
  if (word === undefined && states.length === 0 && !isUnread)
    return { status, own, kind: own.kind, retry: own.retry, because: [silent], decide: [] };
  const [base, read] = [byHttp(status, ''), inferStatus(status, words)];
  // The row of the status already says what HTTP says of it.
  const [because, decide] = [read.because.slice(base.because.length), read.decide.slice(base.decide.length)];
  return { ...read, status, own, because, decide };
}

function rank(retry: Retryability): number {
  return retryabilities.indexOf(retry);
}

function ofStatuses(verdicts: readonly Verdict[]): CodeInference {
  const [cautious] = [...verdicts].sort((a, b) => rank(a.retry) - rank(b.retry));
  const retry = cautious?.retry ?? 'never';
  const differ = verdicts.some((each) => each.retry !== retry);
  const list = distinct(verdicts.map((each) => `${each.status} ${each.retry}`));
  const because = verdicts.flatMap((each) => each.because);
  const decide = verdicts.flatMap((each) => (each.retry === retry ? each.decide : []));
  if (differ) decide.push(ask('codeDisagrees'));
  // If no row forbids what its status allows, each status keeps its own retry.
  if (differ && verdicts.every(({ own, retry: of }) => rank(own.retry) <= rank(of)))
    return { because: [...because, say`its rows disagree (${list}): each stays as its status`], decide };
  if (differ) because.push(say`its rows disagree (${list}): the row that retries least was used`);
  const moves = verdicts.some(({ own, kind }) => own.kind === 'rejected' && kind !== 'rejected');
  return {
    ...(moves && retry !== 'never' ? { kind: 'unavailable' } : {}),
    ...(verdicts.every(({ own }) => own.retry === retry) ? {} : { retry, against: true }),
    because,
    decide,
  };
}

/** A code without a status applies to all statuses: it changes no kind, and forbids a retry for all if it forbids one. */
function withoutStatus(verdicts: readonly Verdict[]): CodeInference {
  const { kind: _, ...inferred } = ofStatuses(verdicts);
  const isForbidden = verdicts.some(({ retry, because }) => retry === 'never' && !because.includes(silent));
  return isForbidden ? { ...inferred, retry: 'never' } : inferred;
}
