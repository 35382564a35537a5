import type { Dialect } from '../../semantics/dialect.js';
import { readResult } from '../read-result.js';

/**
 * A 202 to a GET or HEAD without any monitor. The server is still preparing the answer, and the same
 * request gets it later (GitHub REST API, Repository statistics: 202 while a background job compiles
 * them).
 */
export const sameRequest: Dialect = {
  name: 'same-request',
  start({ method, url, status }) {
    return status === 202 && (method === 'GET' || method === 'HEAD') ? { monitor: url } : undefined;
  },
  read(answer) {
    const { method, status } = answer;
    if (status >= 300)
      return { state: 'unreadable', message: `the status ${status} does not tell the state of the task` };
    const reading = readResult(answer);
    // A HEAD asked for no body. The monitor is asked with GET, so its answer has a body.
    return reading.state === 'done' && method === 'HEAD' ? { state: 'done' } : reading;
  },
};
