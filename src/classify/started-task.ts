import type { Operation } from '../semantics/catalogue.js';
import type { Assessment } from './assessment.js';
import type { ResponseLike } from './exchange.js';
import { type HeaderBag, readHeader } from './headers.js';
import { decodeBody } from './problem/body.js';

/**
 * A good answer is `delayed` where its status is documented with that kind too,
 * and it tells of a task: by the id in its body, where the call is documented to
 * start one (DEW binds a key pair with 200 and unbinds it with 202), or by a header
 * that names a monitor (Azure creates with 201 and `Azure-AsyncOperation`).
 */
export function withStartedTask(
  assessment: Assessment,
  response: ResponseLike | undefined,
  operation: Operation | undefined,
): Assessment {
  const { kind, documented } = assessment;
  if (kind !== 'success' || response === undefined || !documented?.or?.includes('delayed')) return assessment;
  const byId = operation?.task !== undefined && hasId(response, operation.task.id);
  if (!byId && !namesMonitor(response.headers)) return assessment;
  return { ...assessment, kind: 'delayed', processed: 'accepted' };
}

/** Whether a header says where a task is followed, and cannot say anything else. */
export function namesMonitor(headers: HeaderBag): boolean {
  return Boolean(readHeader(headers, 'operation-location') || readHeader(headers, 'azure-asyncoperation'));
}

function hasId({ data, headers }: ResponseLike, field: string): boolean {
  const { details } = decodeBody(data, headers);
  if (typeof details !== 'object' || details === null) return false;
  const id: unknown = Object.getOwnPropertyDescriptor(details, field)?.value;
  return typeof id === 'string' && id !== '';
}
