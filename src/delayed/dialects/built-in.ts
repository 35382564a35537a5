import type { Dialect } from '../../semantics/dialect.js';
import { azureAsyncOperation, azureProvisioningState } from './azure-async-operation.js';
import { dewKeyPair } from './dew-key-pair.js';
import { googleOperation } from './google-operation.js';
import { huaweiJob } from './huawei-job.js';
import { location } from './location.js';
import { operationLocation } from './operation-location.js';
import { sameRequest } from './same-request.js';

/**
 * The dialects in the order in which an answer is tried: those that only an
 * operation of the catalogue can name, then what a header says, then what a body
 * does, and the same request again where nothing else is there.
 */
export const builtInDialects: readonly Dialect[] = [
  dewKeyPair,
  huaweiJob,
  operationLocation,
  azureAsyncOperation,
  location,
  azureProvisioningState,
  googleOperation,
  sameRequest,
];

/** The dialect of a name: one of the caller's own, else one that is built in. */
export function findDialect(name: string, more: readonly Dialect[] = []): Dialect | undefined {
  return [...more, ...builtInDialects].find((dialect) => dialect.name === name);
}
