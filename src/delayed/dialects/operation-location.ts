import type { Dialect } from '../../semantics/dialect.js';
import { mayStart, namedAddress, readStatusMonitor, resultAddress } from '../status-monitor.js';

/**
 * A monitor in `Operation-Location` (Microsoft Azure REST API Guidelines, Long-running operations and
 * jobs). The result of a task that has succeeded is at the first of these places:
 * - `resourceLocation` of the monitor.
 * - For PUT and PATCH, the address of the call.
 * - `result` of the monitor.
 * - `Location` of the answer that started the task.
 */
export const operationLocation: Dialect = {
  name: 'operation-location',
  start(answer) {
    const monitor = answer.headers['operation-location'];
    if (!monitor || !mayStart(answer.status)) return undefined;
    const result = resultAddress(answer);
    return result ? { monitor, result } : { monitor };
  },
  read(answer, link) {
    return readStatusMonitor(answer, 'operation-location', ({ resourceLocation, result }) => {
      const named = namedAddress(resourceLocation);
      if (named !== undefined) return { result: named };
      if (answer.method === 'POST' && result !== undefined) return { data: result };
      return link.result === undefined ? { data: result ?? answer.body } : { result: link.result };
    });
  },
};
