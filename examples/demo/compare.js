import { requests } from './print.js';

/**
 * The server's log must bear out what the client says.
 * @param {string} call
 * @param {number} attempts
 * @param {number} arrived
 */
export function compare(call, attempts, arrived) {
  if (attempts !== arrived) {
    throw new Error(`${call}: the client tells of ${attempts} attempts, the server saw ${requests(arrived)}`);
  }
}
