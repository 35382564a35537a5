// Calls of `match`, each with what the first line of its error names: for the suite, and for every compiler of the matrix.

/** A function for each kind that an outcome of the program's catalogue can have. */
const all = {
  success: '({ data }) => data.id',
  delayed: '({ task }) => task.token',
  rejected: '({ problem }) => problem.code',
  unexpected: '({ httpStatus }) => httpStatus',
  malformed: '({ issues }) => issues.length',
  unreachable: '({ code }) => code',
  cancelled: '({ effect }) => effect',
};
const kinds = Object.keys(all);
const without = (left) => Object.fromEntries(Object.entries(all).filter(([kind]) => kind !== left));

/** @type {readonly { readonly functions: Readonly<Record<string, string>>, readonly named: readonly string[] }[]} */
export const calls = [
  { functions: all, named: [] },
  { functions: { success: '({ data }) => data.id', _: '({ attempts }) => attempts.length' }, named: [] },
  ...kinds.map((kind) => ({ functions: without(kind), named: [`LeftOut<"${kind}">`] })),
  { functions: { success: '() => 1' }, named: kinds.slice(1).map((kind) => `"${kind}"`) },
  { functions: { sucess: '() => 1', _: '() => 0' }, named: ['NoSuchKind<"sucess">'] },
];

const head = `import { match, type Outcome } from 'axios-outcome';
interface Row<Status> { readonly name: 'n'; readonly kind: Status; readonly retry: 'never'; readonly source: 's' }
interface Shop {
  readonly name: 'Shop';
  readonly source: 's';
  readonly statuses: { readonly 200: Row<'success'>; readonly 202: Row<'delayed'>; readonly 400: Row<'rejected'> };
}
declare const outcome: Outcome<Shop, { readonly id: number }>;
`;

/** @type {string} */
export const program =
  head +
  calls
    .map(({ functions }) => {
      const handlers = Object.entries(functions).map(([kind, code]) => `${kind}: ${code}`);
      return `match(outcome, { ${handlers.join(', ')} });`;
    })
    .join('\n');

/** The least that `match` needs, so that a compiler has little to read. */
export const compilerOptions = {
  strict: true,
  noEmit: true,
  target: 'es2022',
  lib: ['es5'],
  types: [],
  skipLibCheck: true,
  module: 'nodenext',
  moduleResolution: 'nodenext',
};

/**
 * What is missing in a compiler's output: the calls whose error is not as it should be.
 * @param {string} output
 * @returns {string[]}
 */
export function wrongErrors(output) {
  const errors = [...output.matchAll(/^\S*calls\.ts\((\d+),\d+\): error (.*)$/gm)];
  const first = head.split('\n').length;
  const told = new Map(errors.map(([, line, text = '']) => [Number(line) - first, text]));
  return calls.flatMap(({ functions, named }, index) => {
    const text = told.get(index);
    const holds = named.length === 0 ? text === undefined : named.every((name) => text?.includes(name));
    return holds ? [] : [`match of ${Object.keys(functions)}: ${text ?? 'no error'}`];
  });
}
