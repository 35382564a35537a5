/** The longest text of a server that is printed, in UTF-16 units. */
export const serverTextCap = 200;

/** Cannot be seen, yet can reorder or hide what stands beside it. */
const invisible = /[\p{Cf}\p{Cs}]/gu;
const breaks = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/**
 * A text as part of one line, without control characters, and cut to `cap`. A
 * server must not be able to forge a line of what a person reads or pastes.
 * What is neither text nor number is an empty text.
 */
export function oneLine(value: unknown, cap: number = serverTextCap): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value).replace(invisible, '').replace(breaks, ' ').trim();
  if (text.length <= cap) return text;
  // Never half of a surrogate pair.
  return `${text.slice(0, cap - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
