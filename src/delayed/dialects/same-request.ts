import type { Dialect } from '../../semantics/dialect.js';
import { running } from '../running.js';

/**
 * A 202 to a safe method with nothing that names a monitor: the answer is being
 * prepared, and asking again gives it (GitHub REST API, Repository statistics: a
 * 202 while a job in the background compiles them).
 */
export const sameRequest: Dialect = {
  name: 'same-request',
  start({ method, url, status }) {
    return status === 202 && (method === 'GET' || method === 'HEAD') ? { monitor: url } : undefined;
  },
  read({ method, status, body }) {
    if (status === 202) return running(undefined);
    if (status >= 300) return { state: 'unreadable', message: `${status} says nothing of the task` };
    // HEAD asked for no body; the monitor is asked with GET and has one.
    return method === 'HEAD' ? { state: 'done' } : { state: 'done', data: body };
  },
};
