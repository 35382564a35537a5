// Calls of a client that a description types, right and wrong, and what a compiler has to say of each.

/**
 * Each line, with what the first line of its error names.
 * @type {readonly (readonly [line: string, named?: string])[]}
 */
const lines = [
  [`const dog = ended(api.get('/dogs/{id}', { path: { id: 'd1' } }));`],
  [`api.get('/dog/{id}', { path: { id: 'd1' } });`, '/dog/{id}'],
  [`api.delete('/dogs', {});`, '"/dogs"'],
  [`api.request({ method: 'get', url: '/cats' });`, '"/cats"'],
  [`api.get('/dogs/{id}', { path: { di: 'd1' } });`, "'di'"],
  [`api.get('/dogs/{id}', { path: {} });`, "'id'"],
  [`api.get('/dogs/{id}', {});`, 'id: string'],
  [`api.get('/dogs', { params: { breed: 'pug', colour: 'red' } });`, "'colour'"],
  [`api.get('/dogs', { params: { tags: [] } });`, "'breed'"],
  [`api.get('/dogs/{id}', { path: { id: 'd1' }, params: { breed: 'pug' } });`, "'breed'"],
  [`api.delete('/dogs/{id}', { path: { id: 'd1' }, headers: {} });`, "'If-Match'"],
  [`api.post('/dogs', { name: 'Rex', colour: 'red' });`, "'colour'"],
  [`api.post('/dogs', {});`, 'name: string'],
  [`api.put('/notes/{name}', 'text', { path: { name: 'n' } });`, 'NeedsContentType<"text/plain">'],
  [
    `api.post('/dogs', 'text', { headers: { 'Content-Type': 'text/csv' } });`,
    'NoSuchContentType<"text/csv">',
  ],
  [`api.get('/dogs/{id}', { path: { id: 'd1' }, responses: { 299: schema } });`, '299'],
  [`if (dog.status === 299) throw dog;`, "'299'"],
  [`if (dog.kind === 'sucess') throw dog;`, `'"sucess"'`],
  [`if (dog.status === 404) dog.problem.details.mising;`, "'mising'"],
  [`if (dog.status === 404) dog.problem.details.missing;`],
];
/** @type {(kennel: string) => string} */
const head = (kennel) => `import type { DescribedClient } from 'axios-outcome';
import type { paths } from '${kennel}';
declare const api: DescribedClient<paths>;
declare function ended<O>(call: Promise<O>): O;
declare const schema: { readonly '~standard': { readonly version: 1; readonly vendor: ''; readonly validate: () => { readonly value: 1 } } };
`;

/**
 * The program, a call a line.
 * @param {string} kennel - where the description's types are
 * @returns {string}
 */
export const program = (kennel) => `${head(kennel)}${lines.map(([line]) => line).join('\n')}\nexport {};\n`;

export const compilerOptions = {
  strict: true,
  noEmit: true,
  target: 'es2022',
  // The least that the declarations need: each compiler has to read its own.
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
  const first = head('').split('\n').length;
  const told = new Map(errors.map(([, line, text = '']) => [Number(line) - first, text]));
  return lines.flatMap(([line, named], index) => {
    const text = told.get(index);
    const holds = named === undefined ? text === undefined : text?.includes(named);
    return holds ? [] : [`${line}: ${text ?? 'no error'}`];
  });
}
