import { fieldsOf, isAxiosFailure, isCancellation } from '../classify/exchange.js';

/** axios says these of a wrong option, and not of the network. */
const callersOwn = new Set<unknown>([
  'ERR_BAD_OPTION',
  'ERR_BAD_OPTION_VALUE',
  'ERR_NOT_SUPPORT',
  'ERR_DEPRECATED',
  'ERR_FORM_DATA_DEPTH_EXCEEDED',
]);

/** Whether a failure is one of the exchange, and not a bug in the caller's code. */
export function isHttpMatter(error: unknown): boolean {
  if (isCancellation(error)) return true;
  const { code, syscall } = fieldsOf(error);
  // A custom adapter may let a system error of Node's through as it is.
  return isAxiosFailure(error)
    ? !callersOwn.has(code)
    : typeof code === 'string' && typeof syscall === 'string';
}
