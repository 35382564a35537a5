import { fieldsOf, isAxiosFailure, isCancellation } from '../classify/exchange.js';

/** axios says these of a wrong option, and not of the network. */
const callersOwn = new Set<unknown>([
  'ERR_BAD_OPTION',
  'ERR_BAD_OPTION_VALUE',
  'ERR_NOT_SUPPORT',
  'ERR_DEPRECATED',
  'ERR_FORM_DATA_DEPTH_EXCEEDED',
]);

/** Whether a failure is axios's word on the exchange, and not a bug in the caller's code. */
export function isHttpMatter(error: unknown): boolean {
  return isCancellation(error) || (isAxiosFailure(error) && !callersOwn.has(fieldsOf(error).code));
}

/**
 * The same of what an adapter threw: a custom one may let a system error of
 * Node's through. Elsewhere such an error is the caller's own, as of a file that
 * an interceptor reads.
 */
export function isAdaptersMatter(error: unknown): boolean {
  const { code, syscall } = fieldsOf(error);
  if (isAxiosFailure(error) || isCancellation(error)) return isHttpMatter(error);
  // axios's http adapter throws Node's own error for an address that is none.
  return typeof code === 'string' && (typeof syscall === 'string' || code === 'ERR_INVALID_URL');
}
