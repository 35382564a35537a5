import type { Operation } from '../semantics/catalogue.js';
import type { Assessment } from './assessment.js';
import type { ResponseLike } from './exchange.js';
import { decodeBody } from './problem/body.js';

/**
 * A good answer to a call that is documented to start a task is `delayed` where
 * its body names the task, whatever the status: DEW binds a key pair with 200
 * and unbinds it with 202.
 */
export function withStartedTask(
  assessment: Assessment,
  response: ResponseLike | undefined,
  operation: Operation | undefined,
): Assessment {
  const { kind, documented } = assessment;
  if (kind !== 'success' || response === undefined || operation?.task === undefined) return assessment;
  if (!documented?.or?.includes('delayed') || !hasId(response, operation.task.id)) return assessment;
  return { ...assessment, kind: 'delayed', processed: 'accepted' };
}

function hasId({ data, headers }: ResponseLike, field: string): boolean {
  const { details } = decodeBody(data, headers);
  if (typeof details !== 'object' || details === null) return false;
  const id: unknown = Object.getOwnPropertyDescriptor(details, field)?.value;
  return typeof id === 'string' && id !== '';
}
