import type { TaskRecord } from '../delayed/token.js';
import type { AnyOutcome, AnyResponses, Task } from '../outcome/types.js';

/** What this process knows of a task beside its token. */
export interface KnownTask {
  readonly record: TaskRecord;
  /** The headers that the call itself was given. */
  readonly headers: unknown;
  /** The schemas that the call was given, with those of its client. */
  readonly schemas?: AnyResponses | undefined;
}
const knownTasks = new WeakMap<Task, KnownTask>();

export function rememberTask(task: Task, known: KnownTask): void {
  knownTasks.set(task, known);
}

/** The task behind an outcome of this process. */
export function knownTask(task: Task): KnownTask | undefined {
  return knownTasks.get(task);
}

/** Keeps the schemas of the call for the task's own result. */
export function rememberSchemas(outcome: AnyOutcome, schemas: AnyResponses): void {
  if (outcome.kind !== 'delayed') return;
  const known = knownTasks.get(outcome.task);
  if (known) knownTasks.set(outcome.task, { ...known, schemas });
}
