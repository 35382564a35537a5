import type { Catalogue } from '../semantics/catalogue.js';
import { findOperation, startsTasks } from '../semantics/operations.js';
import type { Assessment } from './assessment.js';
import { classify, type Undocumented } from './classify.js';
import { type Exchange, type ResponseLike, responseOf } from './exchange.js';
import { type HeaderBag, readHeader } from './headers.js';
import { decodeBody } from './problem/body.js';
import { recordOf, unlessItThrows } from './problem/shapes.js';
import { type Addressed, methodOf, pathOf } from './request-address.js';

/** Classifies an exchange, and asks the documentation whether its call starts a task. */
export function assess(
  exchange: Exchange,
  config: Addressed,
  catalogue: Catalogue,
  undocumented?: Undocumented,
): Assessment {
  const assessment = classify(exchange, catalogue, undocumented);
  if (assessment.kind !== 'success' || !assessment.documented?.or?.includes('delayed')) return assessment;
  const response = responseOf(exchange)?.response;
  if (response === undefined || !hasStartedTask(response, config, catalogue)) return assessment;
  return { ...assessment, kind: 'delayed', processed: 'accepted' };
}

/**
 * Whether a good answer says that a task has started. There are three signs:
 * - A header names a monitor. Azure creates with 201 and `Azure-AsyncOperation`.
 * - A PUT has created a resource that is not provisioned yet.
 * - The body has the id of a task, and the call is documented to start a task. DEW binds a key pair with
 *   200 and unbinds it with 202.
 */
function hasStartedTask(response: ResponseLike, config: Addressed, catalogue: Catalogue): boolean {
  if (namesMonitor(response.headers)) return true;
  const method = methodOf(config);
  if (method === 'PUT' && isProvisioning(response)) return true;
  const task = startsTasks(catalogue) && findOperation(method, pathOf(config), catalogue)?.task;
  return task ? hasId(response, task.id) : false;
}

function namesMonitor(headers: HeaderBag): boolean {
  return Boolean(readHeader(headers, 'operation-location') || readHeader(headers, 'azure-asyncoperation'));
}

/**
 * Azure Resource Manager, Track asynchronous operations: a 201 to PUT is unfinished until
 * provisioningState is a final state.
 */
function isProvisioning({ status, data, headers }: ResponseLike): boolean {
  if (status !== 201) return false;
  const resource = recordOf(decodeBody(data, headers).details);
  const state = unlessItThrows(() => recordOf(resource?.['properties'])?.['provisioningState']);
  return typeof state === 'string' && state !== '' && !/^(succeeded|failed|cancell?ed)$/i.test(state);
}

function hasId({ data, headers }: ResponseLike, field: string): boolean {
  const { details } = decodeBody(data, headers);
  if (typeof details !== 'object' || details === null) return false;
  const id: unknown = unlessItThrows(() => Object.getOwnPropertyDescriptor(details, field)?.value);
  return typeof id === 'string' && id !== '';
}
