import type { DocumentedKind, Retryability } from '../../semantics/kinds.js';
import { say, type Text } from '../text/say.js';

// What only a person can answer, each with its answer in code. None names a row: what is
// asked of several rows is one question.

/** HTTP does not say whether a 500 passes. */
export const fault500: Text = say`may a 500 of this API be sent again? HTTP does not say. If not, write \`retry: 'never'\``;
export const conditional: Text = say`the row lets the request be sent again only under a condition, and a catalogue has none: never was taken. If it always holds, write \`retry: 'transient'\``;
export const unclear: Text = say`the row speaks of sending again in words that were not understood: never was taken. If it invites to, write \`retry: 'transient'\``;
export const unanswered: Text = say`the column about retrying has no answer in this row: never was taken. If the request may be sent again, write \`retry: 'transient'\``;
export const unread: Text = say`the row's words were not read, since they are neither English nor Chinese: HTTP's word was taken. If the row forbids to send again, write \`retry: 'never'\``;
export const short: Text = say`the row is short, and what it lacks may forbid to send again: is it so? Then write \`retry: 'never'\``;
export const opposed: Text = say`the row forbids to send again, and also says otherwise: the negation was followed. If that is wrong, write \`retry: 'transient'\``;
export const stillUnavailable: Text = say`it is never sent again, yet stays unavailable, as HTTP has it: or is it failed? Then write \`kind: 'failed'\``;
export const throttled: Text = say`the row speaks of throttling, so that a POST is sent again too: does it hold for every such answer? If not, write \`retry: 'transient'\``;
export const noClass: Text = say`the status has no class of HTTP's: failed or rejected? Write \`kind: 'failed'\` or \`kind: 'rejected'\``;
export const task: Text = say`the row speaks of work that is done later: can it start a task? Then write \`or: ['delayed']\``;
export const credentials: Text = say`would new credentials help? Then write \`reauthenticate: true\``;
export const rowsDisagree: Text = say`what tells the rows of one status apart? If it is an error code, write \`codes: { '…': { statuses: […], retry: '…' } }\``;
export const codeDisagrees: Text = say`the rows of one code disagree: the most cautious one was taken. If another holds, write its \`retry: '…'\``;
export const names: Text = say`the page gives the status several names: which is its own? Write \`name: '…'\``;
export const unnamed: Text = say`what is it to be called? Write \`name: '…'\``;
export const continued: Text = say`the row has no status, and was taken with the row above: if it is not about that one, cut its words from \`meaning\``;
export const onlyCodes: Text = say`the status comes only with error codes: what does it mean without one? Write its \`meaning: { en: '…', zh: '…' }\``;
export const codeStatuses: Text = say`the page gives the code no single status: which are its statuses? Write \`statuses: […]\``;
export const aboutAtAll: Text = say`is its table about HTTP statuses at all? Only its numbers say so. If not, delete the row from \`statuses\``;
export const classToo: Text = say`the row also stands for a class of statuses, which has no row of its own: if one of them is documented, write its \`statuses: { … }\``;

export function ownStatus(kind: DocumentedKind): Text {
  return say`the status is the API's own: is it really ${kind}? If not, write its \`kind: '…'\``;
}

export function againstHttp(kind: DocumentedKind): Text {
  return say`HTTP alone would not send it again: do the row's words hold for every such answer? If not, write \`kind: '${kind}', retry: 'never'\``;
}

export function changeFirst(retry: Retryability): Text {
  return say`HTTP would send it again, the row asks for a change first: never was taken. If the same request may be sent again unchanged, write \`retry: '${retry}'\``;
}
