import type { CodeEntry, Problem } from '../../semantics/catalogue.js';

const codes = {
  // Azure has no code for an answer that is not an error. The reader below gives this code.
  Unfinished: {
    kind: 'delayed',
    statuses: [201],
    meaning: { en: 'The resource is there and not provisioned yet.', zh: '资源已创建，但尚未配置完成。' },
    source: 'Azure Resource Manager, Track asynchronous Azure operations, provisioningState values',
  },
} as const;

codes satisfies { readonly [code: string]: CodeEntry };

/** Our own code for a resource that is still being provisioned. */
export const unfinishedCode: typeof codes = codes;

// All other values mean that the operation goes on.
const ends = new Set(['succeeded', 'failed', 'canceled']);

/**
 * Finds a 201 whose resource is still being provisioned: its `provisioningState` is none of
 * the three final values (Azure Resource Manager, Track asynchronous Azure operations). The
 * built-in reader reads every other answer.
 */
export function readUnfinished(
  body: unknown,
  _headers: Readonly<Record<string, string>>,
  status: number,
): Omit<Problem, 'details'> | undefined {
  if (status !== 201) return undefined;
  const state = fieldOf(fieldOf(body, 'properties'), 'provisioningState');
  if (typeof state !== 'string' || state === '' || ends.has(state.toLowerCase())) return undefined;
  return { code: 'Unfinished', message: state };
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
