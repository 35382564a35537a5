/** Bytes of a text in UTF-8 (RFC 3629, 3), or a few more: a pair of surrogates counts six, and has four. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) bytes += bytesOfUnit(text.charCodeAt(at));
  return bytes;
}

/** The start of a text, with an ellipsis where it was cut, in at most so many bytes of UTF-8. */
export function clip(text: string, most: number): string {
  let bytes = 0;
  let cut = 0;
  for (let at = 0; at < text.length; at++) {
    bytes += bytesOfUnit(text.charCodeAt(at));
    // The ellipsis has three bytes of its own.
    if (bytes + 3 <= most) cut = at + 1;
    // Never half of a surrogate pair.
    if (bytes > most) return `${text.slice(0, cut).replace(/[\uD800-\uDBFF]$/, '')}…`;
  }
  return text;
}

// Without a TextEncoder, which jest's jsdom has not.
function bytesOfUnit(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 ? 2 : 3;
}
