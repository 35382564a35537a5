import { ask, say, type Text } from '../text/say.js';
import { byHttp, httpRow, type Inference, speaksOfDelay } from './by-http.js';
import { type Said, type Saying, saying, type Words } from './sending.js';

/**
 * The kind and retryability of a documented status: what HTTP says of it, refined by
 * what its row says of sending again. A column that answers decides; else the most
 * cautious word does.
 */
export function inferStatus(status: number, words: Words): Inference {
  const text = words.texts.join('\n');
  const base = byHttp(status, text);
  const said = saying(words);
  const { word, states } = said;
  // Below 400 nothing is sent again, whatever the row says.
  if (status < 400) return add(base, [], base.kind === 'success' && speaksOfDelay(text) ? [ask('task')] : []);
  if (said.isUnread) return unread(status, base);
  if (word === undefined && states.length === 0) return withoutWords(status, base);
  const passes = word === undefined || word.says === 'invited';
  const read = passes ? moved(status, said, base) : stopped(word, said, base);
  return { ...read, against: read.retry !== (httpRow(status)?.retry ?? 'never') };
}

function add(base: Inference, because: readonly Text[], decide: readonly Text[]): Inference {
  return { ...base, because: [...base.because, ...because], decide: [...base.decide, ...decide] };
}

function unread(status: number, base: Inference): Inference {
  const isRetryable = base.retry !== 'never' || status === 500;
  return add(
    base,
    [say`its words are neither English nor Chinese, and were not read`],
    isRetryable ? [ask('unread')] : [],
  );
}

/**
 * HTTP's word stands, but for a 500: it tells of a fault that was not expected,
 * and nothing that would make it lasting (RFC 9110, 15.6.1).
 */
function withoutWords(status: number, base: Inference): Inference {
  if (status !== 500) return base;
  const why = say`the row does not call the fault lasting: transient, which resends only what is safe to repeat`;
  return add({ ...base, retry: 'transient' }, [why], [ask('fault500')]);
}

/** The row invites to send again, or says that the server's state passes. */
function moved(status: number, { word, states, byColumn }: Saying, base: Inference): Inference {
  const isThrottled = states.some(({ says }) => says === 'throttle');
  const retry = isThrottled || base.retry === 'throttle' ? 'throttle' : 'transient';
  // "Try again" alone does not say that a broken server is only busy.
  const isBroken = base.kind === 'failed' && (status === 500 || states.length === 0) && !isThrottled;
  const kind = isBroken ? 'failed' : 'unavailable';
  const said = [...(byColumn ? [] : states), ...(word === undefined ? [] : [word])];
  const [words, verb] = [told(said), said.length === 1 ? 's' : ''];
  if (retry === base.retry && kind === base.kind) return add(base, [say`${words} agree${verb} with it`], []);
  const why = say`${words} say${verb} that the same request may work later: ${kind}, ${retry}`;
  // A 500 is sent again even without words: if the row has such words, there is nothing to ask.
  const isAsked = !byColumn && (status !== 500 || isThrottled);
  const question = base.retry === 'never' ? ask('againstHttp', base.kind) : ask('throttled');
  return add({ ...base, kind, retry }, [why], isAsked ? [question] : []);
}

/** The row does not let the request be sent again, or not as it is. */
function stopped({ says, words }: Said, { byColumn, isOpposed }: Saying, base: Inference): Inference {
  const isRetryable = base.retry !== 'never';
  const never: Inference = { ...base, retry: 'never' };
  if (says === 'unanswered') return add(never, [], isRetryable ? [ask('unanswered')] : []);
  const questions = isOpposed ? [ask('opposed')] : [];
  if (says === 'changed') {
    const why = say`“${words}” asks for a change before the next request: this is no retry`;
    return add(never, [why], isRetryable ? [ask('changeFirst', base.retry)] : []);
  }
  if (says === 'conditional')
    return add(
      never,
      [say`“${words}” names a condition, and a catalogue cannot hold a condition: never`],
      [ask('conditional')],
    );
  if (says !== 'forbidden')
    return add(
      never,
      [say`“${words}” mentions sending again, but was not understood: never`],
      [ask('unclear')],
    );
  if (base.kind === 'unavailable') questions.push(ask('stillUnavailable'));
  const why = byColumn
    ? say`“${words}” forbids a retry: never`
    : say`“${words}” forbids a retry, and a negation wins: never`;
  return add(never, [why], questions);
}

function told(said: readonly { readonly words: string }[]): string {
  return said.flatMap(({ words }) => (words === '' ? [] : `“${words}”`)).join(', ');
}
