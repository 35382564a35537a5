import type { Operation } from '../semantics/catalogue.js';
import type { Assessment } from './assessment.js';
import type { ResponseLike } from './exchange.js';
import { type HeaderBag, readHeader } from './headers.js';
import { decodeBody } from './problem/body.js';
import { recordOf } from './problem/shapes.js';
import { unlessItThrows } from './unless-it-throws.js';

/**
 * A good answer is `delayed` where its status is documented with that kind too,
 * and it tells of a task: by the id in its body, where the call is documented to
 * start one (DEW binds a key pair with 200 and unbinds it with 202); by a header
 * that names a monitor (Azure creates with 201 and `Azure-AsyncOperation`); or as a
 * resource that a PUT has created and that is not provisioned yet.
 */
export function withStartedTask(
  assessment: Assessment,
  response: ResponseLike | undefined,
  operation: Operation | undefined,
  method: string,
): Assessment {
  const { kind, documented } = assessment;
  if (kind !== 'success' || response === undefined || !documented?.or?.includes('delayed')) return assessment;
  const byId = operation?.task !== undefined && hasId(response, operation.task.id);
  if (!byId && !tellsOfTask(response, method)) return assessment;
  return { ...assessment, kind: 'delayed', processed: 'accepted' };
}

/** Whether an answer tells of a task by itself, whatever call it answers. */
export function tellsOfTask(response: ResponseLike, method: string): boolean {
  return namesMonitor(response.headers) || (method === 'PUT' && isProvisioning(response));
}

function namesMonitor(headers: HeaderBag): boolean {
  return Boolean(readHeader(headers, 'operation-location') || readHeader(headers, 'azure-asyncoperation'));
}

/** Azure Resource Manager, Track asynchronous operations: a 201 to PUT whose provisioningState is no end. */
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
