import type { Catalogue, CodeEntry, Problem } from '../semantics/catalogue.js';
import type { ResponseLike } from './exchange.js';
import { readProblem } from './problem/read-problem.js';

/** The problem of an error answer, with what the catalogue says of its code under this status. */
export function documentedProblem({ data, headers, status }: ResponseLike, catalogue: Catalogue): Problem {
  const problem = readProblem(data, headers, catalogue, status);
  const documented = codeEntry(catalogue, problem.code, status);
  return documented === undefined ? problem : { ...problem, documented };
}

function codeEntry(catalogue: Catalogue, code: string | undefined, status: number): CodeEntry | undefined {
  const { codes } = catalogue;
  if (code === undefined || codes === undefined || !Object.hasOwn(codes, code)) return undefined;
  const entry = codes[code];
  return entry?.statuses === undefined || entry.statuses.includes(status) ? entry : undefined;
}
