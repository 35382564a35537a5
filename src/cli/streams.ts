import { readFile, writeFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';

/** Where a command reads and writes: the process's own streams. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

export interface Session extends Streams {
  /** Not 0 if a subcommand reports more than success: `diff` sets 3. */
  exitStatus: number;
}

/** Writes a text, and waits until it is out: a pipe may be slower than we are. */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      // A reader such as `head` may stop reading early.
      if (error && 'code' in error && error.code === 'EPIPE') resolve();
      else if (error) reject(error);
      else resolve();
    });
  });
}

/** The input cannot be used: a missing file, a page without a status. Exit status 1. */
export class BadInput extends Error {
  override readonly name: string = 'BadInput';
}

/** The arguments were wrong. Exit status 2, as for any error of the argument parser. */
export class BadUsage extends Error {
  override readonly name: string = 'BadUsage';
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

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
