/** The longest text of a server that is printed, in UTF-16 units. */
export const serverTextCap = 200;

/** Invisible characters that can reorder or hide the text beside them. */
const invisible = /[\p{Cf}\p{Cs}]/gu;
const breaks = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/**
 * Makes a text fit on one line: without control characters, and cut to `cap`. Otherwise a server
 * could forge a line of a text that a person reads or pastes. A value that is not a text or a
 * number becomes an empty text.
 */
export function oneLine(value: unknown, cap: number = serverTextCap): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value).replace(invisible, '').replace(breaks, ' ').trim();
  if (text.length <= cap) return text;
  // A surrogate pair is not cut in half.
  return `${text.slice(0, cap - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
