import type { Dialect } from '../../semantics/dialect.js';

/**
 * RFC 9110, 15.3.3: a 202 that points to a monitor, here by `Location`. The
 * monitor answers 202 while the task runs; 303 sends to the result (15.4.4), and
 * any other 2xx is the result.
 */
export const location: Dialect = {
  name: 'location',
  start({ status, headers }) {
    const monitor = headers['location'];
    return status === 202 && monitor ? { monitor } : undefined;
  },
  read({ status, headers, body }) {
    const next = headers['location'];
    if (status === 202) return { state: 'running', ...(next ? { link: { monitor: next } } : {}) };
    if (status === 303 && next) return { state: 'done', result: next };
    if (status < 300) return { state: 'done', data: body };
    return { state: 'unreadable', message: `a monitor that answers ${status} says nothing of its task` };
  },
};
