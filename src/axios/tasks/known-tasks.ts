import type { ResponseType } from 'axios';
import type { DelayedSettings } from '../../delayed/options.js';
import type { TaskRecord } from '../../delayed/token.js';
import type { AnyOutcome, AnyResponses, Task } from '../../outcome/types.js';
import { betweenCopies } from '../../semantics/between-copies.js';

/** What this process knows of a task beside its token. */
export interface KnownTask {
  readonly record: TaskRecord;
  /** Those of the client whose call it was. Another client has no credentials for its origin. */
  readonly owner: DelayedSettings;
  /** The origin to which the owner's credentials may go. */
  readonly home: string;
  /** The headers that the call itself was given. */
  readonly headers: unknown;
  /** As what the call wants its data. */
  readonly responseType?: ResponseType | undefined;
  /** The schemas that the call was given, with those of its client. */
  readonly schemas?: AnyResponses | undefined;
}
const knownTasks: WeakMap<Task, KnownTask> = /* @__PURE__ */ betweenCopies('tasks', () => new WeakMap());

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
