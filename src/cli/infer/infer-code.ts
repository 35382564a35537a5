import type { StatusEntry } from '../../semantics/catalogue.js';
import { type DocumentedKind, type Retryability, retryabilities } from '../../semantics/kinds.js';
import { both, distinct, type Text } from '../text/locale.js';
import { byHttp } from './by-http.js';
import { inferStatus, told } from './infer-status.js';
import type { Words } from './inference.js';
import { questions } from './questions.js';
import { type Said, saying } from './sending.js';

/** What an error code adds to its statuses; nothing where it says nothing else. */
export interface CodeInference {
  readonly kind?: DocumentedKind;
  readonly retry?: Retryability;
  /** The page decides otherwise than HTTP does. */
  readonly against?: boolean;
  readonly because: readonly Text[];
  readonly decide: readonly Text[];
}

/** One row of an error code. */
export interface CodeRow {
  readonly statuses: readonly number[];
  readonly words: Words;
}

/** What one row makes of one of the code's statuses, and what that status is without the code. */
interface Verdict {
  readonly status: number;
  readonly own: StatusEntry;
  readonly kind: DocumentedKind;
  readonly retry: Retryability;
  readonly because: readonly Text[];
  readonly decide: readonly Text[];
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
  const inferred = verdicts.length > 0 ? ofStatuses(verdicts) : withoutStatus(read.map(({ words }) => words));
  const expires = expiry.exec(read.flatMap(({ words }) => words.texts).join('\n'))?.[0];
  const why = both(`“${expires}” speaks of credentials that ran out`, `“${expires}”谈到凭证失效`);
  return {
    ...inferred,
    because: distinct([...inferred.because, ...(expires === undefined ? [] : [why])]),
    decide: distinct([...inferred.decide, ...(expires === undefined ? [] : [questions.credentials])]),
  };
}

/** Whether the words say that credentials have run out. */
const expiry =
  /\b(?:token|credential|session|signature|ticket)s?\b[^.;]{0,30}\bexpir\w*|\bexpir\w*[^.;]{0,20}\b(?:token|credential|session)s?\b|(?:token|令牌|凭证|凭据|会话|签名)[^，。；]{0,8}(?:过期|失效|超时)/i;

const silent = both('the row says nothing of retries: as its status', '此行未谈及重试：同其状态码');

function verdictOn(status: number, own: StatusEntry, words: Words): Verdict {
  const { again, states } = saying(words.texts, words.languageOf);
  const isUnread = words.texts.slice(0, -1).some((text) => words.languageOf(text) === 'other');
  if (words.answer === undefined && !isUnread && again.length + states.length === 0)
    return { status, own, kind: own.kind, retry: own.retry, because: [silent], decide: [] };
  const base = byHttp(status, '');
  const { kind, retry, because, decide } = inferStatus(status, words);
  const [skipped, asked] = [base.because.length, base.decide.length];
  return { status, own, kind, retry, because: because.slice(skipped), decide: decide.slice(asked) };
}

function rank(retry: Retryability): number {
  return retryabilities.indexOf(retry);
}

function ofStatuses(verdicts: readonly Verdict[]): CodeInference {
  const because = verdicts.flatMap((verdict) => verdict.because);
  const decide = verdicts.flatMap((verdict) => verdict.decide);
  const [cautious] = [...verdicts].sort((a, b) => rank(a.retry) - rank(b.retry));
  const retry = cautious?.retry ?? 'never';
  const differ = verdicts.some((verdict) => verdict.retry !== retry);
  const list = distinct(verdicts.map((verdict) => `${verdict.status} ${verdict.retry}`)).join(', ');
  const say = (en: string, zh: string): Pick<CodeInference, 'because' | 'decide'> => ({
    because: [...because, both(`its rows disagree (${list}): ${en}`, `各行不一致（${list}）：${zh}`)],
    decide: [...decide, questions.codeDisagrees],
  });
  // No row forbids what its status allows: then each status keeps its own word.
  if (differ && verdicts.every(({ own, retry: of }) => rank(own.retry) <= rank(of)))
    return say('each stays as its status', '各自同其状态码');
  const moves =
    retry !== 'never' && verdicts.some(({ own, kind }) => own.kind === 'rejected' && kind !== 'rejected');
  const keeps = verdicts.every(({ own }) => own.retry === retry);
  return {
    ...(moves ? { kind: 'unavailable' } : {}),
    ...(keeps ? {} : { retry, against: true }),
    ...(differ ? say('the most cautious one was taken', '取最谨慎的一行') : { because, decide }),
  };
}

/** Without a status, a code holds with any: it moves none of them to another kind. */
function withoutStatus(rows: readonly Words[]): CodeInference {
  const said = rows.map(({ texts, answer, languageOf }): Said | undefined => {
    const { again, states } = saying(texts, languageOf);
    const word = again.find(({ says }) => says !== 'paced');
    const inviting = word === undefined || word.says === 'invited';
    if (answer !== undefined && answer !== 'none' && (inviting || answer.says !== 'invited')) return answer;
    return inviting ? (states.find(({ says }) => says === 'throttle') ?? word ?? states[0]) : word;
  });
  const spoken = said.flatMap((each) => each ?? []);
  if (spoken.length === 0) return { because: [silent], decide: [] };
  const passes = said.every((each) => each !== undefined && /invited|throttle|busy|passing/.test(each.says));
  const throttled = spoken.some(({ says }) => says === 'throttle');
  const retry = passes ? (throttled ? 'throttle' : 'transient') : 'never';
  const because = both(`${told(spoken)}: ${retry}`, `${told(spoken)}：${retry}`);
  return { retry, because: [because], decide: passes ? [questions.overHttp('rejected')] : [] };
}
