import type { Dialect } from '../../semantics/dialect.js';
import { readResult } from '../read-result.js';

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
  read(answer) {
    const { method, status } = answer;
    if (status >= 300) return { state: 'unreadable', message: `${status} says nothing of the task` };
    const reading = readResult(answer);
    // HEAD asked for no body; the monitor is asked with GET and has one.
    return reading.state === 'done' && method === 'HEAD' ? { state: 'done' } : reading;
  },
};
