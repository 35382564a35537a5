import type { TaskOperation } from '../../src/semantics/catalogue.js';
import type { TaskAnswer, TaskLink } from '../../src/semantics/dialect.js';

/** An answer of a server, with what a test says of it. */
export function answer(given: Partial<TaskAnswer> = {}): TaskAnswer {
  return {
    method: 'POST',
    url: 'https://api.example/v1/p/things',
    status: 200,
    headers: {},
    body: '',
    ...given,
  };
}

/** The start of a call that the catalogue says starts a task. */
export function started(path: string, task: TaskOperation, given: Partial<TaskAnswer>): TaskAnswer {
  return answer({ operation: { method: 'POST', path, task }, ...given });
}

/** The link of a task whose result is at no known address. */
export const link: TaskLink = { monitor: 'https://api.example/monitor' };
