import type { Catalogue, Operation } from './catalogue.js';

interface Known {
  readonly operation: Operation;
  readonly pattern: RegExp;
}

/** No server takes a longer path (RFC 9110, 4.1, asks for 8,000 octets). The limit keeps a match short when a segment has two `{…}`. */
const maxPathLength = 8_192;

/** Patterns are compiled once for each catalogue. */
const known = new WeakMap<Catalogue, readonly Known[]>();

/** The documented operation of a call. The path may stand behind a prefix, as behind a proxy. */
export function findOperation(method: string, path: string, catalogue: Catalogue): Operation | undefined {
  const { operations } = catalogue;
  if (operations === undefined || path.length > maxPathLength) return undefined;
  let compiled = known.get(catalogue);
  if (compiled === undefined) {
    compiled = operations.map((operation) => ({ operation, pattern: patternOf(operation.path) }));
    known.set(catalogue, compiled);
  }
  return compiled.find(({ operation, pattern }) => operation.method === method && pattern.test(path))
    ?.operation;
}

/** `{name}` in a template stands for one segment. */
function patternOf(template: string): RegExp {
  const source = template
    .split(/\{[^{}]*\}/)
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]+');
  return new RegExp(`${source}/?$`);
}

const startingTasks = new WeakMap<Catalogue, boolean>();

/** Whether a catalogue documents calls that start a task. Most catalogues have no such call, so that paths need not be compared. */
export function startsTasks(catalogue: Catalogue): boolean {
  let starts = startingTasks.get(catalogue);
  if (starts === undefined) {
    starts = catalogue.operations?.some(({ task }) => task !== undefined) ?? false;
    startingTasks.set(catalogue, starts);
  }
  return starts;
}
