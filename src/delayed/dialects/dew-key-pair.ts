import { recordOf } from '../../classify/problem/shapes.js';
import type { Dialect, TaskReading } from '../../semantics/dialect.js';
import { running, wordOf } from '../state-words.js';
import { idSegment, readCalledPath } from '../task-path.js';

/**
 * Key-pair tasks of Huawei Cloud DEW. The answer has `task_id`, and the monitor is `GET
 * /v3/{project_id}/tasks/{task_id}` (DEW API Reference, Querying Task Information, ListKeypairTask). Only
 * the prefix of `task_status` counts, since that page also prints FAILED_RESET and SUCCESS_RESET for a
 * replacement. The fields of an error come from the page on failed tasks (ListFailedTask).
 */
export const dewKeyPair: Dialect = {
  name: 'dew-key-pair',
  start({ url, body, operation }) {
    if (operation?.task?.dialect !== 'dew-key-pair') return undefined;
    const id = idSegment(recordOf(body)?.[operation.task.id]);
    const path = readCalledPath(url, operation.path);
    return id && path ? { monitor: `${path.base}/v3/${path.projectId}/tasks/${id}` } : undefined;
  },
  read({ status, body }): TaskReading {
    const task = recordOf(body);
    const word = (status < 300 ? wordOf(task?.['task_status']) : undefined) ?? '';
    switch (/^(?:READY|RUNNING|SUCCESS|FAILED)_/i.exec(word)?.[0].toUpperCase()) {
      case 'READY_':
      case 'RUNNING_':
        return running(word);
      case 'SUCCESS_':
        return { state: 'done', word, data: body };
      case 'FAILED_':
        return { state: 'failed', word, problem: problemOf(task ?? {}) };
      default:
        return { state: 'unreadable', message: 'the task has no task_status that DEW documents' };
    }
  },
};

/** The task, with its error in the fields that Huawei's error bodies use. */
function problemOf(task: Record<string, unknown>): unknown {
  const { task_error_code: code, task_error_msg: message } = task;
  return {
    ...task,
    ...(code === undefined ? {} : { error_code: code }),
    ...(message === undefined ? {} : { error_msg: message }),
  };
}
