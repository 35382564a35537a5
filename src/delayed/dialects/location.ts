import type { Dialect } from '../../semantics/dialect.js';
import { readResult } from '../read-result.js';

/**
 * RFC 9110, 15.3.3: a 202 that points to a monitor, here by `Location`. The
 * monitor answers 202 while the task runs; 303 sends to the result (15.4.4), and
 * any other 2xx is the result, unless it shows that it is none.
 */
export const location: Dialect = {
  name: 'location',
  start({ status, headers }) {
    const monitor = headers['location'];
    return status === 202 && monitor ? { monitor } : undefined;
  },
  read(answer) {
    const { status, headers } = answer;
    const next = headers['location'];
    if (status === 303 && next) return { state: 'done', result: next };
    if (status >= 300) {
      return { state: 'unreadable', message: `a monitor that answers ${status} says nothing of its task` };
    }
    const reading = readResult(answer);
    // A 202 may name a new monitor; the Location of any other 2xx is that of the result.
    if (status !== 202 || !next || reading.state !== 'running') return reading;
    return { ...reading, link: { monitor: next } };
  },
};
