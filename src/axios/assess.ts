import type { Assessment } from '../classify/assessment.js';
import { classify, type Undocumented } from '../classify/classify.js';
import { type Exchange, responseOf } from '../classify/exchange.js';
import { withStartedTask } from '../classify/started-task.js';
import { findOperation } from '../retry/repeatability.js';
import type { Catalogue, Operation } from '../semantics/catalogue.js';
import { type Addressed, methodOf, pathOf } from './request-address.js';

/** What an exchange means, with what the documentation says of the call that it belongs to. */
export function assess(
  exchange: Exchange,
  config: Addressed,
  catalogue: Catalogue,
  undocumented?: Undocumented,
): Assessment {
  const assessment = classify(exchange, catalogue, undocumented);
  if (assessment.kind !== 'success') return assessment;
  const operation = taskOperation(config, catalogue);
  return withStartedTask(assessment, responseOf(exchange)?.response, operation, methodOf(config));
}

/** The documented operation of a call, where it starts a task. */
export function taskOperation(config: Addressed, catalogue: Catalogue): Operation | undefined {
  if (!startsTasks(catalogue)) return undefined;
  const operation = findOperation(methodOf(config), pathOf(config), catalogue);
  return operation?.task === undefined ? undefined : operation;
}

const startingTasks = new WeakMap<Catalogue, boolean>();

/** Most catalogues have no such call, and none of their answers needs a look at its path. */
function startsTasks(catalogue: Catalogue): boolean {
  let starts = startingTasks.get(catalogue);
  if (starts === undefined) {
    starts = catalogue.operations?.some(({ task }) => task !== undefined) ?? false;
    startingTasks.set(catalogue, starts);
  }
  return starts;
}
