import { oneLine } from '../outcome/one-line.js';
import { clip } from '../outcome/short-text.js';

/** A text on one line, cut to a number of bytes. It is empty for a value that is not a text or a number. */
export function short(value: unknown, mostBytes: number): string {
  // A text may have megabytes, so only its start is read. The start is longer than needed, since oneLine drops some characters.
  const start = typeof value === 'string' ? value.slice(0, mostBytes * 4) : value;
  return clip(oneLine(start, mostBytes), mostBytes);
}
