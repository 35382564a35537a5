import type { AxiosRequestConfig } from 'axios';
import { refuse, resolveAddress } from '../../delayed/origin.js';
import { nothingMore } from '../../outcome/redact/secret-names.js';
import { redactUrls } from '../../outcome/redact/text.js';
import type { Dialect } from '../../semantics/dialect.js';
import { notRedirected } from './poll-request.js';
import type { Followed } from './resume.js';

/**
 * The request with which the dialect asks the API to stop a task. It goes only to the origin of the
 * client, and follows no redirect, since it has the client's credentials.
 *
 * @throws TypeError if the dialect has no such request, or if the address may not be asked.
 */
export function cancelRequest({ record, dialect, home, headers, missing }: Followed): AxiosRequestConfig {
  const { monitor } = record.link;
  const asked = dialect.cancel?.(record.link);
  const url = asked && resolveAddress(asked.url, monitor);
  if (asked === undefined || url === undefined) {
    throw new TypeError(
      `axios-outcome: the task of ${record.method} ${record.path} cannot be cancelled: its API (${dialect.name}) has no request for that. To stop following it, abort the signal.`,
    );
  }
  const refusal = refuse(url, { origin: home, trustedOrigins: [] });
  if (refusal) {
    throw new TypeError(
      `axios-outcome: the task cannot be cancelled: ${refusal}. cancel sends its request only to ${home}, whatever trustedOrigins has.`,
    );
  }
  if (missing) expectMonitor(dialect, monitor);
  return { method: asked.method, url, baseURL: '', ...notRedirected, headers: { ...headers } };
}

/**
 * Refuses to cancel a task of a token, unless the dialect knows the address as a task. A token may name
 * any address of the client's origin.
 */
function expectMonitor({ name, isMonitor }: Dialect, monitor: string): void {
  if (isMonitor?.(monitor)) return;
  const why = isMonitor
    ? `${redactUrls(monitor, nothingMore)} is not the address of a task of ${name}`
    : `anyone may have written a token, and the dialect ${name} does not tell which addresses are tasks. Add isMonitor to the dialect`;
  throw new TypeError(`axios-outcome: the task of a token cannot be cancelled: ${why}`);
}
