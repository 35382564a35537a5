import { recordOf } from '../../classify/problem/shapes.js';
import type { Dialect, TaskReading } from '../../semantics/dialect.js';
import { running, runningBy, stateIn, stateOf, wordOf } from '../state-words.js';
import { mayStart, namedAddress, problemOf, readStatusMonitor, resultAddress } from '../status-monitor.js';

/**
 * A monitor in `Azure-AsyncOperation` (Azure Resource Manager, Track asynchronous operations; Resource
 * Provider Contract, Asynchronous Operations). The result of a task that has succeeded is at the first of
 * these places:
 * - `resourceLocation` of the monitor.
 * - For PUT and PATCH, the address of the call. For POST, `Location` of the answer that started the task.
 * - `properties` of the monitor.
 */
export const azureAsyncOperation: Dialect = {
  name: 'azure-async-operation',
  start(answer) {
    const monitor = answer.headers['azure-asyncoperation'];
    if (!monitor || !mayStart(answer.status)) return undefined;
    const result = resultAddress(answer);
    return result ? { monitor, result } : { monitor };
  },
  read(answer, link) {
    return readStatusMonitor(answer, 'azure-asyncoperation', ({ properties, resourceLocation }) => {
      const result = namedAddress(resourceLocation) ?? link.result;
      return result === undefined ? { data: properties ?? answer.body } : { result };
    });
  },
};

/**
 * A resource that is its own monitor. The 201 or 202 to a PUT has no header for a monitor, and its
 * `properties.provisioningState` is not a final state (Azure Resource Manager, Track asynchronous
 * operations, provisioningState values). A resource without that field is provisioned.
 */
export const azureProvisioningState: Dialect = {
  name: 'azure-provisioning-state',
  start({ method, url, status, body }) {
    if (method !== 'PUT' || (status !== 201 && status !== 202)) return undefined;
    const word = wordOf(provisioningState(recordOf(body)));
    return word !== undefined && stateOf(word) === 'running' ? { monitor: url } : undefined;
  },
  read(answer): TaskReading {
    const { status, body } = answer;
    const resource = recordOf(body);
    const given = provisioningState(resource);
    if (status === 202 && given === undefined) return running(undefined);
    const stateWord = stateIn(answer, 'properties.provisioningState');
    if (resource === undefined || status >= 300 || (given !== undefined && stateWord === undefined)) {
      return { state: 'unreadable', message: 'the resource has no provisioningState that can be read' };
    }
    if (stateWord === undefined) return { state: 'done', data: body };
    const { word, state } = stateWord;
    if (state === 'running') return runningBy(stateWord);
    return state === 'done' ? { state, word, data: body } : { state, word, problem: problemOf(resource) };
  },
};

function provisioningState(resource: Record<string, unknown> | undefined): unknown {
  return recordOf(resource?.['properties'])?.['provisioningState'] ?? undefined;
}
