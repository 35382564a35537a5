import { type TaskRecord, writeToken } from '../../delayed/token.js';
import type { Redact } from '../../outcome/redact/secret-names.js';
import { redactUrls } from '../../outcome/redact/text.js';
import type { Task } from '../../outcome/types.js';
import type { Dialect } from '../../semantics/dialect.js';

/** What is known of the task beside where it is followed. */
interface Seen {
  readonly hintMs: number | undefined;
  readonly state: string | undefined;
}

/** The task as an outcome shows it: without secrets, to be kept anywhere. */
export function publicTask(
  record: TaskRecord,
  dialect: Dialect | undefined,
  redact: Redact,
  { hintMs, state }: Seen,
): Task {
  const token = tokenOf(record, redact);
  return Object.freeze({
    ...(token === undefined ? {} : { token }),
    monitor: redactUrls(record.link.monitor, redact),
    ...(hintMs === undefined ? {} : { retryAfterMs: hintMs }),
    ...(state === undefined ? {} : { state }),
    ...(dialect?.cancel === undefined ? {} : { cancellable: true as const }),
  });
}

/**
 * A token is kept in queues and logs, so an address in it has no parameter that
 * holds a secret. Where the secret is not in a parameter, there is no token, and
 * the task can be followed by this process only.
 */
function tokenOf(record: TaskRecord, redact: Redact): string | undefined {
  const { monitor, result } = record.link;
  const publicMonitor = publicAddress(monitor, redact);
  const publicResult = result === undefined ? undefined : publicAddress(result, redact);
  if (publicMonitor === undefined || (result !== undefined && publicResult === undefined)) return undefined;
  const link = {
    monitor: publicMonitor,
    ...(publicResult === undefined ? {} : { result: publicResult }),
  };
  // The path stands for the request in messages alone.
  return writeToken({ ...record, path: redactUrls(record.path, redact), link });
}

function publicAddress(address: string, redact: Redact): string | undefined {
  const url = new URL(address);
  for (const [name, value] of [...url.searchParams]) {
    const parameter = `?${new URLSearchParams({ [name]: value })}`;
    if (redactUrls(parameter, redact) !== parameter) url.searchParams.delete(name);
  }
  return redactUrls(url.href, redact) === url.href ? url.href : undefined;
}
