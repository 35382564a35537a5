/** The bytes of a text in UTF-8 (RFC 3629, 3), or a few more: a surrogate pair counts as six bytes and has four. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) bytes += bytesOfUnit(text.charCodeAt(at));
  return bytes;
}

/** Cuts a text to a number of bytes in UTF-8. A text that was cut ends with an ellipsis. */
export function clip(text: string, most: number): string {
  let bytes = 0;
  let cut = 0;
  for (let at = 0; at < text.length; at++) {
    bytes += bytesOfUnit(text.charCodeAt(at));
    // The ellipsis takes three bytes.
    if (bytes + 3 <= most) cut = at + 1;
    // A surrogate pair is not cut in half.
    if (bytes > most) return `${text.slice(0, cut).replace(/[\uD800-\uDBFF]$/, '')}…`;
  }
  return text;
}

// This needs no TextEncoder, which jest's jsdom lacks.
function bytesOfUnit(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 ? 2 : 3;
}
