import type { Dialect } from '../../semantics/dialect.js';
import { readResult } from '../read-result.js';

/**
 * A monitor in the `Location` of a 202 (RFC 9110, 15.3.3). The monitor answers 202 while the task runs.
 * 303 leads to the result (15.4.4). Any other 2xx is the result, unless its body shows the opposite.
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
      return {
        state: 'unreadable',
        message: `the monitor answered ${status}, which does not tell the state of the task`,
      };
    }
    const reading = readResult(answer);
    // A 202 may name a new monitor. `Location` of any other 2xx is the address of the result.
    if (status !== 202 || !next || reading.state !== 'running') return reading;
    return { ...reading, link: { monitor: next } };
  },
};
