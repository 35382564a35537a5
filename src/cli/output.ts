import { writeFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { BadInput, messageOf } from './bad-input.js';
import { write } from './streams.js';

/** Writes a text to a file, or to the stream where no file was named (or `-`). */
export async function writeOutput(
  text: string,
  file: string | undefined,
  otherwise: Writable,
): Promise<void> {
  if (file === undefined || file === '-') return write(otherwise, text);
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new BadInput(`cannot write ${file}: ${messageOf(error)}`);
  }
}
