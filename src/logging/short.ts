import { oneLine } from '../outcome/one-line.js';
import { clip } from '../outcome/short-text.js';

/** A text as part of one line, in at most so many bytes; empty for what is neither text nor number. */
export function short(value: unknown, mostBytes: number): string {
  // No more than can be needed, since a text may have megabytes: some of it is signs that oneLine drops.
  const start = typeof value === 'string' ? value.slice(0, mostBytes * 4) : value;
  return clip(oneLine(start, mostBytes), mostBytes);
}
