import type { Readable, Writable } from 'node:stream';

/** Where a command reads and writes: the process's own streams. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** One run of the command. */
export interface Session extends Streams {
  /** What a subcommand has to say beside "done": `diff` sets 3. */
  exitStatus: number;
}

/** Writes a text, and waits until it is out: a pipe may be slower than we are. */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      // A reader such as `head` has seen enough, which is its right.
      if (error && 'code' in error && error.code === 'EPIPE') resolve();
      else if (error) reject(error);
      else resolve();
    });
  });
}
