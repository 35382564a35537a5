import type { TaskReading } from '../semantics/dialect.js';

/** The reading of a task that still runs, with what else its answer tells. */
export function running(
  word: string | undefined,
  more: { readonly progress?: unknown; readonly monitor?: string | undefined } = {},
): TaskReading {
  const { progress, monitor } = more;
  return {
    state: 'running',
    ...(word === undefined ? {} : { word }),
    ...(isPercentage(progress) ? { progress } : {}),
    ...(monitor ? { link: { monitor } } : {}),
  };
}

/** A server's progress of 300, or of "half", is no progress that can be shown. */
function isPercentage(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 100;
}
