import { recordOf } from '../../classify/problem/shapes.js';
import type { Dialect, TaskReading } from '../../semantics/dialect.js';
import { runningBy, stateIn } from '../state-words.js';
import { idSegment, readCalledPath } from '../task-path.js';

/**
 * Jobs of Huawei Cloud. The answer has `job_id`, and the monitor is `GET /v1/{project_id}/jobs/{job_id}`
 * until `status` is SUCCESS or FAIL (Querying the Status of a Job, in the API References of EVS, ECS and
 * BMS). The monitor has v1 also if the job was started at another version: EVS creates disks at v2 and
 * v3. ELB writes v1.0 for both.
 */
export const huaweiJob: Dialect = {
  name: 'huawei-job',
  start({ url, body, operation }) {
    if (operation?.task?.dialect !== 'huawei-job') return undefined;
    const id = idSegment(recordOf(body)?.[operation.task.id]);
    const path = readCalledPath(url, operation.path);
    if (id === undefined || path === undefined) return undefined;
    const version = path.version === 'v1.0' ? 'v1.0' : 'v1';
    return { monitor: `${path.base}/${version}/${path.projectId}/jobs/${id}` };
  },
  read(answer): TaskReading {
    const job = recordOf(answer.body) ?? {};
    const stateWord = answer.status < 300 ? stateIn(answer, 'status') : undefined;
    if (stateWord === undefined) return { state: 'unreadable', message: 'the job has no status' };
    const { word, state } = stateWord;
    if (state === 'running') return runningBy(stateWord);
    if (state === 'done') return { state, word, data: job['entities'] ?? answer.body };
    return { state, word, problem: problemOf(job) };
  },
};

/** The job, with its reason in the field that Huawei's error bodies use. */
function problemOf(job: Record<string, unknown>): unknown {
  const { fail_reason: reason } = job;
  return typeof reason === 'string' ? { ...job, error_msg: reason } : job;
}
