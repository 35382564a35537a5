import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { BadInput, messageOf } from './bad-input.js';

/** Reads a file whole; `-` is standard input. */
export async function readInput(file: string, stdin: Readable): Promise<Uint8Array> {
  if (file === '-') return readStream(stdin);
  try {
    return await readFile(file);
  } catch (error) {
    throw new BadInput(`cannot read ${file}: ${messageOf(error)}`);
  }
}

async function readStream(stdin: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  // A process's standard input has no encoding set, and so its chunks are bytes.
  for await (const chunk of stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
