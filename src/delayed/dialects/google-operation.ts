import { recordOf } from '../../classify/problem/shapes.js';
import type { Dialect, TaskReading } from '../../semantics/dialect.js';
import { running, wordOf } from '../state-words.js';
import { splitUrl } from '../task-path.js';

/** `v1`, `v1beta1`, `v1p1beta1`: AIP-185, API versioning. */
const version = /^v\d+(?:p\d+)?(?:(?:alpha|beta)\d*)?$/;
/** google.rpc.Code.CANCELLED. AIP-151 uses it for an operation that was cancelled. */
const cancelled = 1;

/**
 * Google's operations: `{ name, done, error, response, metadata }`. The monitor is `GET /v1/{name}`, and
 * `POST /v1/{name}:cancel` cancels (AIP-151, Long-running operations;
 * google/longrunning/operations.proto). In JSON, a false `done` is missing. Google starts a task with
 * 200, so the catalogue must say which operations start tasks.
 */
export const googleOperation: Dialect = {
  name: 'google-operation',
  start({ url, status, body, operation }) {
    const isNamed = operation?.task?.dialect === 'google-operation';
    if (status !== 202 && !(isNamed && status === 200)) return undefined;
    const name = recordOf(body)?.[isNamed ? (operation?.task?.id ?? 'name') : 'name'];
    return isOperationName(name) ? { monitor: `${versionedBase(url)}/${name}` } : undefined;
  },
  read({ status, body }): TaskReading {
    const operation = recordOf(body) ?? {};
    const { name, done, error, response, metadata } = operation;
    const { state, progressPercent } = recordOf(metadata) ?? {};
    if (status >= 300 || typeof name !== 'string' || (done !== undefined && typeof done !== 'boolean')) {
      return {
        state: 'unreadable',
        message: 'the answer is not an operation: it has no name, or its done is not a boolean',
      };
    }
    const word = wordOf(state);
    if (!done) return running(word, { progress: progressPercent });
    const ended = word === undefined ? {} : { word };
    if (error !== undefined && error !== null) {
      const code = recordOf(error)?.['code'];
      return { state: code === cancelled ? 'cancelled' : 'failed', ...ended, problem: { error } };
    }
    return { state: 'done', ...ended, ...(response === undefined ? {} : { data: response }) };
  },
  cancel: ({ monitor }) => ({ method: 'POST', url: `${monitor}:cancel` }),
  isMonitor(address) {
    const { origin, path } = splitUrl(address);
    const segments = path.split('/');
    const name = segments.slice(segments.findIndex((segment) => version.test(segment)) + 1);
    // The address must have no query: the `:cancel` that is added to it would not be part of the path.
    return address === origin + path && name.length < segments.length && isOperationName(name.join('/'));
  },
};

/**
 * `operations/abc`, `projects/p/locations/l/operations/abc`. A segment of dots is refused, and so is a
 * character that needs encoding.
 */
function isOperationName(name: unknown): name is string {
  if (typeof name !== 'string' || name.length > 1000) return false;
  const segments = name.split('/');
  return (
    segments.slice(0, -1).includes('operations') &&
    segments.every((segment) => /^[\w.:~-]+$/.test(segment) && !/^\.+$/.test(segment))
  );
}

/** The address of the call up to its version, with the prefix of a proxy. */
function versionedBase(url: string): string {
  const { origin, path } = splitUrl(url);
  const segments = path.split('/');
  const at = segments.findIndex((segment) => version.test(segment));
  return at < 0 ? `${origin}/v1` : origin + segments.slice(0, at + 1).join('/');
}
