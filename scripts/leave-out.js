// What the command's bundle need not carry of the packages inside it. A name that a package
// no longer has leaves its part in, and the tarball's limit (test/contents.package.ts) says so.

/** By package: the modules that are never called, as their importers in the package name them. */
const neverCalled = {
  // Types are taken out of TypeScript: there is no JSX, no Flow, no CommonJS, no older JavaScript
  // and no source map.
  sucrase: [
    ...['./CJSImportProcessor', '../CJSImportProcessor', './CJSImportTransformer', './FlowTransformer'],
    ...['./JSXTransformer', './JestHoistTransformer', './ReactDisplayNameTransformer'],
    ...['./ReactHotLoaderTransformer', './computeSourceMap', './util/formatTokens'],
    ...['./NumericSeparatorTransformer', './OptionalCatchBindingTransformer'],
    './OptionalChainingNullishTransformer',
    ...['../plugins/flow', './plugins/flow', './flow', '../plugins/jsx/index', './jsx'],
  ],
  // HTML is read, and none is written.
  parse5: ['./serializer/index.js'],
  // YAML is read, and none is written.
  yaml: [
    ...['./cst-scalar.js', './cst-stringify.js', './cst-visit.js', './json/schema.js'],
    ...['../stringify/stringify.js', '../stringify/stringifyDocument.js', '../stringify/stringifyPair.js'],
    ...['../stringify/stringifyCollection.js', '../stringify/stringifyComment.js'],
    ...['../stringify/stringifyString.js', '../../stringify/stringifyString.js'],
    ...['../stringify/stringifyNumber.js', '../../stringify/stringifyNumber.js'],
  ],
  // The clock of the test kit replaces globals only, and the kit loads in a browser.
  '@sinonjs/fake-timers': ['timers', 'timers/promises', 'perf_hooks', 'util'],
};

/** By package: the little that is needed of it. */
const inItsPlace = {
  // micromark's table of HTML's named characters; parse5 has the same one.
  'decode-named-character-reference': `import { decodeHTMLStrict } from 'entities/decode';
    export function decodeNamedCharacterReference(name) {
      const decoded = decodeHTMLStrict('&' + name + ';');
      return decoded.endsWith(name + ';') ? false : decoded;
    }`,
  // sucrase checks its options with it, and those are always the same here.
  'ts-interface-checker': `const none = () => undefined;
    export const createCheckers = () => ({ Options: { strictCheck: none } });
    export { none as array, none as iface, none as lit, none as opt, none as union };`,
};

const nothing = '\0nothing';

/** A plugin of the bundler: puts nothing in the place of what is never called. */
export function leaveOut() {
  const lists = Object.entries(neverCalled).map(([name, modules]) => [
    `/node_modules/${name}/`,
    new Set(modules),
  ]);
  const named = [...Object.keys(inItsPlace), ...Object.values(neverCalled).flat()];
  const escaped = named.map((id) => id.replace(/[.\\/]/g, '\\$&'));
  return {
    name: 'leave-out',
    resolveId: {
      filter: { id: new RegExp(`^(?:${escaped.join('|')})$`) },
      handler(id, importer = '') {
        if (Object.hasOwn(inItsPlace, id)) return `\0${id}`;
        return lists.some(([at, modules]) => importer.includes(at) && modules.has(id)) ? nothing : undefined;
      },
    },
    load: {
      filter: { id: /^\0/ },
      handler: (id) => (id === nothing ? 'module.exports = {};' : inItsPlace[id.slice(1)]),
    },
  };
}
