import { recordOf } from '../../classify/problem/shapes.js';
import type { Dialect, TaskReading } from '../../semantics/dialect.js';
import { running, wordOf } from '../state-words.js';
import { splitUrl } from '../task-path.js';

/** `v1`, `v1beta1`, `v1p1beta1`: AIP-185, API versioning. */
const version = /^v\d+(?:p\d+)?(?:(?:alpha|beta)\d*)?$/;
/** google.rpc.Code.CANCELLED, which AIP-151 gives an operation that was cancelled. */
const cancelled = 1;

/**
 * Google's operations: `{ name, done, error, response, metadata }`, followed at
 * `GET /v1/{name}` and cancelled at `POST /v1/{name}:cancel` (AIP-151,
 * Long-running operations; google/longrunning/operations.proto). JSON leaves out
 * a `done` that is false. Google answers 200 where a task was started, so there
 * the catalogue must say that the operation starts one.
 */
export const googleOperation: Dialect = {
  name: 'google-operation',
  start({ url, status, body, operation }) {
    const told = operation?.task?.dialect === 'google-operation';
    if (status !== 202 && !(told && status === 200)) return undefined;
    const name = recordOf(body)?.[told ? (operation?.task?.id ?? 'name') : 'name'];
    return isOperationName(name) ? { monitor: `${versionedBase(url)}/${name}` } : undefined;
  },
  read({ status, body }): TaskReading {
    const operation = recordOf(body) ?? {};
    const { name, done, error, response, metadata } = operation;
    const { state, progressPercent } = recordOf(metadata) ?? {};
    if (status >= 300 || typeof name !== 'string' || (done !== undefined && typeof done !== 'boolean')) {
      return { state: 'unreadable', message: 'the answer is no operation with a name and done' };
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
    // Without parameters, which would hide the verb from the server.
    return address === origin + path && name.length < segments.length && isOperationName(name.join('/'));
  },
};

/** `operations/abc`, `projects/p/locations/l/operations/abc`: no dots that climb, nothing to encode. */
function isOperationName(name: unknown): name is string {
  if (typeof name !== 'string' || name.length > 1000) return false;
  const segments = name.split('/');
  return (
    segments.slice(0, -1).includes('operations') &&
    segments.every((segment) => /^[\w.:~-]+$/.test(segment) && !/^\.+$/.test(segment))
  );
}

/** The address up to the version that the call was sent to, a proxy's prefix included. */
function versionedBase(url: string): string {
  const { origin, path } = splitUrl(url);
  const segments = path.split('/');
  const at = segments.findIndex((segment) => version.test(segment));
  return at < 0 ? `${origin}/v1` : origin + segments.slice(0, at + 1).join('/');
}
