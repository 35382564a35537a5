import type { Kind } from '../semantics/kinds.js';
import type { EndedTask } from './task.js';

type TaskEnd = EndedTask['ended'];

/** What to do next, in English. These texts are not in `explain/`, because an OutcomeError uses them as well. */
export const advice: { readonly [K in Kind]: string } = {
  success: 'Nothing is left to do: the data is in `outcome.data`.',
  delayed: 'The task is not done yet: follow it.',
  empty: 'Nothing is left to do: the answer has no body.',
  unmodified: 'Use the cached copy.',
  choices: 'Choose one of `outcome.alternatives`.',
  redirected: 'Send the request to `outcome.location`.',
  rejected: 'Change the request before sending it again.',
  unavailable: 'Try again later.',
  failed: 'The server failed. Ask its operator.',
  unexpected: 'The catalogue does not document this status: add it with extendCatalogue.',
  malformed: 'The answer cannot be used: see `outcome.issues`.',
  unreachable: 'Check the address and the network.',
  cancelled: 'The caller stopped it: send it again if it is still wanted.',
};

/** Whether axios refused to send the request: the body is too long, or axios does not know the protocol of the address. */
export function isRefused(kind: Kind, code: string): boolean {
  return kind === 'unreachable' && /^ERR_(?:BAD_REQUEST$|FR_MAX_BODY)/.test(code);
}

/** What to do next when axios refused to send the request. */
export const unsentAdvice = 'The request was not sent: check its address, its body and `maxBodyLength`.';

/** What to do next when the effect is unknown. It holds for every kind. */
export const checkFirst = 'The work may have been done: check before sending it again.';

/** How a delayed task ended, in English. */
export const taskEndings: { readonly [E in TaskEnd]: string } = {
  failed: 'the task failed',
  cancelled: 'the task was cancelled at the server',
  expired: 'the server no longer knows the task',
};

/** What to do next about a task, by how the task ended. */
export const taskAdvice: { readonly [E in TaskEnd]: string } = {
  failed: 'See what the server says of it, and send the request again if the work is still wanted.',
  cancelled: 'Send the request again if the work is still wanted.',
  expired: checkFirst,
};
