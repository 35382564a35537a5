/** What was given cannot be used: a missing file, a page without a status. Exit status 1. */
export class BadInput extends Error {
  override readonly name: string = 'BadInput';
}

/** The words were wrong, not what they name. Exit status 2, as of any error of the argument parser. */
export class BadUsage extends Error {
  override readonly name: string = 'BadUsage';
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
