import type { Dialect } from '../../semantics/dialect.js';
import { mayStart, readStatusMonitor, writesItsUrl } from '../status-monitor.js';

/**
 * A monitor under `Operation-Location` (Microsoft Azure REST API Guidelines,
 * Long-running operations and jobs). When the task has succeeded, the result is
 * at `resourceLocation`; else for PUT and PATCH at the address of the call; else
 * it is the monitor's `result`.
 */
export const operationLocation: Dialect = {
  name: 'operation-location',
  start({ method, url, status, headers }) {
    const monitor = headers['operation-location'];
    if (!monitor || !mayStart(status)) return undefined;
    return writesItsUrl(method) ? { monitor, result: url } : { monitor };
  },
  read(answer, link) {
    return readStatusMonitor(answer, 'operation-location', ({ resourceLocation, result }) => {
      if (typeof resourceLocation === 'string' && resourceLocation !== '') {
        return { result: resourceLocation };
      }
      if (link.result !== undefined) return { result: link.result };
      return { data: result ?? answer.body };
    });
  },
};
