// JavaScript, as the matrix runs it without a compiler.

/** A program with a catalogue of so many statuses, each its own row and schema, and all the ways to narrow its outcome. */
export function bigProgram(size) {
  const kinds = 'success delayed empty unmodified choices redirected rejected unavailable failed'.split(' ');
  const statuses = Array.from({ length: size }, (_, index) => 200 + index);
  const rows = statuses.map((status) => {
    const or = status % 5 === 0 ? " or: ['unavailable']," : '';
    return `${status}: { name: 'S', kind: '${kinds[status % 9]}',${or} retry: 'never', source: 'docs' },`;
  });
  const schemas = statuses.map((status) => `${status}: schema<{ of${status}: number }>(),`);
  return `
import axios from 'axios';
import { attachOutcomes, defineCatalogue, match, unwrap } from 'axios-outcome';

declare function schema<T>(): { readonly '~standard': {
  readonly version: 1;
  readonly vendor: string;
  readonly validate: (value: unknown) => { readonly value: T };
  readonly types?: { readonly input: unknown; readonly output: T };
} };
const catalogue = defineCatalogue({ name: 'Big', source: 'docs', statuses: {
  ${rows.join('\n  ')}
} });
const plain = attachOutcomes(axios.create(), { catalogue });
const checked = attachOutcomes(axios.create(), { catalogue, responses: {
  ${schemas.join('\n  ')}
} });
${uses('plain', statuses)}
${uses('checked', statuses)}`;
}

function uses(client, statuses) {
  return `
export async function ${client}ByStatus(): Promise<unknown> {
  const outcome = await ${client}.get<{ id: number }>('/a');
  switch (outcome.status) {
    ${statuses.map((status) => `case ${status}: return outcome.kind;`).join('\n    ')}
    case 'other': return outcome.httpStatus;
    default: return outcome.kind satisfies 'unreachable' | 'cancelled';
  }
}
export async function ${client}ByKind(): Promise<unknown> {
  const outcome = await ${client}.get<{ id: number }>('/a');
  if (outcome.ok) return unwrap(outcome);
  switch (outcome.kind) {
    case 'choices': return outcome.alternatives;
    case 'redirected': return outcome.location;
    case 'rejected': return outcome.problem;
    case 'unavailable': case 'failed': return outcome.retry;
    case 'unexpected': case 'malformed': return outcome.httpStatus;
    case 'unreachable': return outcome.code;
    case 'cancelled': return outcome.reason;
    default: return outcome satisfies never;
  }
}
export async function ${client}ByMatch(): Promise<unknown> {
  return match(await ${client}.get<{ id: number }>('/a'), {
    success: ({ data }) => data, delayed: ({ task }) => task, empty: () => 1, unmodified: () => 2,
    choices: ({ alternatives }) => alternatives, redirected: ({ location }) => location,
    rejected: ({ problem }) => problem, unavailable: ({ retry }) => retry, failed: ({ retry }) => retry,
    unexpected: ({ httpStatus }) => httpStatus, malformed: ({ issues }) => issues,
    unreachable: ({ code }) => code, cancelled: ({ reason }) => reason,
  });
}`;
}
