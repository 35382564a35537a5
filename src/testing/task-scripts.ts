import type { Step } from './step.js';

/** The state of a task, in words that all dialects share. */
export type ScriptedState = 'running' | 'done' | 'failed' | 'cancelled' | 'expired';

/** One answer of a task's monitor. */
export interface ScriptedPoll {
  readonly state: ScriptedState;
  /** The server's word for the state. Default: a documented word of the dialect. */
  readonly word?: string;
  /** The progress from 0 to 100, if the dialect has it. */
  readonly progress?: number;
}

/** The values in a dialect's answers. */
export interface TaskFacts {
  /** The id of the task. */
  readonly id: string;
  /** The origin of the API. */
  readonly origin: string;
  /** The method of the call that starts the task. */
  readonly method: string;
  /** The result of the task. */
  readonly result: unknown;
}

/** The name of a built-in dialect. */
export type ScriptedDialect =
  | 'dew-key-pair'
  | 'huawei-job'
  | 'operation-location'
  | 'azure-async-operation'
  | 'azure-provisioning-state'
  | 'location'
  | 'google-operation'
  | 'same-request';

/** How a server of one dialect answers. */
export interface TaskScript {
  /** False if the monitor has the address of the call. Default: true. */
  readonly ownMonitor?: false;
  /** The server's words for the states. The dialect cannot express a state that is not listed. */
  readonly words: { readonly [S in ScriptedState]?: string };
  /** The answer that starts the task. */
  readonly start: (task: TaskFacts) => Step;
  /** The monitor's answer. `expired` is 404 everywhere. */
  readonly poll: (poll: ScriptedPoll & { readonly word: string }, task: TaskFacts) => Step;
}

const failure = { code: 'TaskFailed', message: 'The task did not succeed.' };
const expired = 'expired';

/** Azure's monitors, under either header (Microsoft Azure REST API Guidelines; Azure Resource Manager). */
function statusMonitor(header: string): TaskScript {
  return {
    words: { running: 'Running', done: 'Succeeded', failed: 'Failed', cancelled: 'Canceled', expired },
    start: ({ id, origin, method }) => ({
      status: 202,
      headers: {
        [header]: `${origin}/operations/${id}`,
        ...azureResult(header, method, `${origin}/results/${id}`),
      },
      body: {},
    }),
    poll: ({ state, word, progress }, { id, origin, method }) => ({
      status: 200,
      body: {
        id,
        status: word,
        ...(progress === undefined ? {} : { percentComplete: progress }),
        ...(state === 'failed' || state === 'cancelled' ? { error: failure } : {}),
        ...(state === 'done' && !writesItsUrl(method) ? { resourceLocation: `${origin}/results/${id}` } : {}),
      },
    }),
  };
}

/** Resource Manager names the result of POST and DELETE in the answer that starts the task. */
function azureResult(header: string, method: string, location: string): Record<string, string> {
  return header === 'azure-asyncoperation' && !writesItsUrl(method) ? { location } : {};
}

function writesItsUrl(method: string): boolean {
  return method === 'PUT' || method === 'PATCH';
}

/** Servers without words for states: 202 while the task runs (RFC 9110, 15.3.3), and then the result. */
const acceptedUntilDone: Pick<TaskScript, 'words' | 'poll'> = {
  words: { running: '', done: '', failed: '', expired },
  poll: ({ state }, { result }) => {
    if (state === 'running') return { status: 202, body: {} };
    return state === 'done' ? { status: 200, body: result } : { status: 422, code: failure.code };
  },
};

/** One script per built-in dialect, by the documents that the dialects themselves name. */
export const taskScripts: Readonly<Record<ScriptedDialect, TaskScript>> = {
  'dew-key-pair': {
    words: { running: 'RUNNING_UNBIND', done: 'SUCCESS_UNBIND', failed: 'FAILED_UNBIND', expired },
    start: ({ id }) => ({ status: 202, body: { task_id: id } }),
    poll: ({ state, word }, { id, result }) => ({
      status: 200,
      body: {
        // The task itself is the result: its fields show the state.
        ...(state === 'done' && typeof result === 'object' ? result : {}),
        task_id: id,
        task_status: word,
        ...(state === 'failed' ? { task_error_code: 'KPS.5001', task_error_msg: failure.message } : {}),
      },
    }),
  },
  'huawei-job': {
    words: { running: 'RUNNING', done: 'SUCCESS', failed: 'FAIL', expired },
    start: ({ id }) => ({ status: 200, body: { job_id: id } }),
    poll: ({ state, word }, { id, result }) => ({
      status: 200,
      body: {
        job_id: id,
        status: word,
        ...(state === 'done' ? { entities: result } : {}),
        ...(state === 'failed' ? { error_code: 'Job.0001', fail_reason: failure.message } : {}),
      },
    }),
  },
  'operation-location': statusMonitor('operation-location'),
  'azure-async-operation': statusMonitor('azure-asyncoperation'),
  'azure-provisioning-state': {
    ownMonitor: false,
    words: { running: 'Creating', done: 'Succeeded', failed: 'Failed', cancelled: 'Canceled', expired },
    start: ({ id }) => ({ status: 202, body: { id, properties: { provisioningState: 'Creating' } } }),
    poll: ({ state, word }, { id, result }) => ({
      status: 200,
      body: {
        id,
        ...(typeof result === 'object' ? result : {}),
        properties: { provisioningState: word },
        ...(state === 'failed' || state === 'cancelled' ? { error: failure } : {}),
      },
    }),
  },
  location: {
    ...acceptedUntilDone,
    start: ({ id, origin }) => ({
      status: 202,
      headers: { location: `${origin}/operations/${id}` },
      body: {},
    }),
  },
  'google-operation': {
    words: { running: 'RUNNING', done: 'SUCCEEDED', failed: 'FAILED', cancelled: 'CANCELLED', expired },
    start: ({ id }) => ({ status: 200, body: { name: `operations/${id}` } }),
    poll: ({ state, word, progress }, { id, result }) => ({
      status: 200,
      body: {
        name: `operations/${id}`,
        metadata: { state: word, ...(progress === undefined ? {} : { progressPercent: progress }) },
        ...(state === 'running' ? {} : { done: true }),
        ...(state === 'done' ? { response: result } : {}),
        // google.rpc.Code: 1 is CANCELLED, 13 is INTERNAL.
        ...(state === 'failed' ? { error: { code: 13, status: 'INTERNAL', message: failure.message } } : {}),
        ...(state === 'cancelled' ? { error: { code: 1, status: 'CANCELLED', message: 'cancelled' } } : {}),
      },
    }),
  },
  'same-request': { ...acceptedUntilDone, ownMonitor: false, start: () => ({ status: 202, body: {} }) },
};
