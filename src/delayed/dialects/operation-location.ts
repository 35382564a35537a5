import type { Dialect } from '../../semantics/dialect.js';
import { mayStart, namedAddress, readStatusMonitor, resultAddress } from '../status-monitor.js';

/**
 * A monitor under `Operation-Location` (Microsoft Azure REST API Guidelines,
 * Long-running operations and jobs). When the task has succeeded, the result is
 * at `resourceLocation`; else for PUT and PATCH at the address of the call; else
 * it is the monitor's `result`, or at the `Location` of the answer that started it.
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
