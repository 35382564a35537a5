import type { AxiosInstance } from 'axios';
import { fieldsOf } from '../../classify/exchange.js';
import type { Asked } from '../../delayed/ending.js';
import { isPage } from '../../delayed/read-result.js';
import { type Removed, type TaskRecord, TokenError } from '../../delayed/token.js';
import type { EndedRequest } from '../recorded-result.js';

/** The record of a token, with the query parameters that could be restored. */
export interface RestoredRecord {
  readonly record: TaskRecord;
  /** The parameters that could not be restored. */
  readonly missing: Required<Removed>;
}

/** A task that may come from a token without some query parameters. */
interface Cut {
  readonly record: TaskRecord;
  readonly home: string;
  readonly missing?: Required<Removed>;
}

/** Restores the query parameters that a token left out, from the caller or the instance. Only the client's own origin gets them. */
export function restoreParameters(
  record: TaskRecord,
  params: Readonly<Record<string, string>>,
  home: string,
  { defaults }: AxiosInstance,
): RestoredRecord {
  const ofInstance = fieldsOf(defaults.params);
  const whole = (address: string, removed: readonly string[] = []) => {
    const url = new URL(address);
    const isHome = url.origin === home;
    const given = removed.filter((name) => isHome && Object.hasOwn(params, name));
    for (const name of given) url.searchParams.set(name, params[name] ?? '');
    // The instance adds its own parameters to each of its requests.
    const isKnown = (name: string) => given.includes(name) || (isHome && Object.hasOwn(ofInstance, name));
    return { href: url.href, missing: removed.filter((name) => !isKnown(name)) };
  };
  const { link, removed = {} } = record;
  const monitor = whole(link.monitor, removed.monitor);
  const result = link.result === undefined ? undefined : whole(link.result, removed.result);
  return {
    record: { ...record, link: { monitor: monitor.href, ...(result && { result: result.href }) } },
    missing: { monitor: monitor.missing, result: result?.missing ?? [] },
  };
}

/**
 * Explains in the `because` of the last attempt why an address without its parameters was refused.
 *
 * @throws TokenError for a 401: without its parameter, the address does not tell the state of the task.
 */
export function explainMissingParameters(
  asked: Asked<EndedRequest>,
  part: keyof Removed,
  followed: Cut,
): Asked<EndedRequest> {
  const { status = 0 } = asked.answer ?? {};
  const why = whyRefused(part, followed);
  const isPassed = status < 300 && !(asked.answer && isPage(asked.answer));
  if (why === undefined || isPassed) return asked;
  if (status === 401) throw new TokenError(`axios-outcome: the task's ${part} answered 401. ${why}`);
  const { ended } = asked.exchange;
  const attempts = ended.attempts.map((attempt, at) =>
    at === ended.attempts.length - 1 ? { ...attempt, because: `${attempt.because}. ${why}` } : attempt,
  );
  return { ...asked, exchange: { ...asked.exchange, ended: { ...ended, attempts } } };
}

function whyRefused(part: keyof Removed, { missing, record, home }: Cut): string | undefined {
  const names = missing?.[part] ?? [];
  if (names.length === 0) return undefined;
  const which = names.map((each) => JSON.stringify(each)).join(', ');
  const { origin } = new URL(record.link[part] ?? record.link.monitor);
  const instead =
    origin === home
      ? `Write client.resume(token, { params: { ${names.map((name) => `${JSON.stringify(name)}: …`).join(', ')} } }), or give it to the instance: axios.create({ params }).`
      : `Its origin is ${origin}, and your parameters are not sent there. Only the process that started the task can follow it.`;
  return `Its address had the parameter ${which}. A token leaves it out, since it may be a secret. ${instead}`;
}
