import { literal } from '../emit/literal.js';
import type { ProblemReading } from './problem-reading.js';

/**
 * The source of a `readProblem` for fields where no built-in shape looks, or
 * undefined where none is needed. It reads fixed names only, and where it finds
 * nothing the built-in shapes are tried after it.
 */
export function readProblemSource({ unknown: { code, message, coded } }: ProblemReading): string | undefined {
  if (code.length === 0 && message.length === 0) return undefined;
  return `(body: unknown): { readonly code?: string; readonly message?: string } | undefined => {
    const first = (paths: readonly (readonly string[])[]): string | undefined => {
      for (const path of paths) {
        let value: unknown = body;
        for (const name of path) {
          value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
        }
        if ((typeof value === 'string' && value !== '') || typeof value === 'number') return String(value);
      }
      return undefined;
    };
    const code = first(${literal(code, '    ', 'const code = first('.length)});
    const message = first(${literal(message, '    ', 'const message = first('.length)});
    if (${coded ? 'code === undefined' : 'code === undefined && message === undefined'}) return undefined;
    return { ${coded ? 'code' : '...(code === undefined ? {} : { code })'}, ...(message === undefined ? {} : { message }) };
  }`;
}
