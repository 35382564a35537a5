import type { AxiosInstance } from 'axios';
import { fieldsOf } from '../../classify/exchange.js';
import type { Asked } from '../../delayed/ending.js';
import { type Removed, type TaskRecord, TokenError } from '../../delayed/token.js';
import type { EndedRequest } from '../recorded-result.js';

/** A record of a token, with what could be given back of the parameters that it was cut by. */
export interface Whole {
  readonly record: TaskRecord;
  /** The parameters that nobody has given back. */
  readonly missing: Required<Removed>;
}

/** A task that is followed, perhaps by a cut token. */
interface Cut {
  readonly record: TaskRecord;
  readonly home: string;
  readonly missing?: Required<Removed>;
}

/** Gives a record the parameters that its token was cut by, as far as the caller or the instance has them: to the client's own origin alone. */
export function madeWhole(
  record: TaskRecord,
  params: Readonly<Record<string, string>>,
  home: string,
  { defaults }: AxiosInstance,
): Whole {
  const ofInstance = fieldsOf(defaults.params);
  const whole = (address: string, removed: readonly string[] = []) => {
    const url = new URL(address);
    const isHome = url.origin === home;
    const given = removed.filter((name) => isHome && Object.hasOwn(params, name));
    for (const name of given) url.searchParams.set(name, params[name] ?? '');
    // The instance's own go with each of its requests.
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
 * Says why an address of a cut token was refused, in the `because` of its last attempt.
 *
 * @throws TokenError for a 401: without its parameter, the address says nothing of the task.
 */
export function toldOfCut(
  asked: Asked<EndedRequest>,
  part: keyof Removed,
  followed: Cut,
): Asked<EndedRequest> {
  const { status = 0 } = asked.answer ?? {};
  const why = whyRefused(part, followed);
  if (why === undefined || status < 400) return asked;
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
      : `It is at ${origin}, to which no parameter of yours is sent: only the process that began the task can follow it.`;
  return `Its address had the parameter ${which}, which this token does not hold, since it may be a secret. ${instead}`;
}
