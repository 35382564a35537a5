// What has to hold wherever the package runs; the details are the vitest suite's. On
// node:test, since no other runner is there in every Node of the matrix.
import { delayedTasks } from './delayed-tasks.mjs';
import { doors } from './doors.mjs';
import { outcomes } from './outcomes.mjs';
import { retries } from './retries.mjs';

/** `library`: all that the package exports, its catalogues, and axios; by import or by require. */
export function behaviours(library) {
  doors();
  outcomes(library);
  retries(library);
  delayedTasks(library);
}
