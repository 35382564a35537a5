// The parts of bundled packages that the command does not need. If a package no longer has such a name,
// the part stays in the bundle, and the limit of the tarball (test/contents.package.ts) fails.

/** By package: the modules that are never called, with the names that the package imports them by. */
const neverCalled = {
  // sucrase only removes types from TypeScript: no JSX, no Flow, no CommonJS, no older JavaScript, no
  // source map.
  sucrase: [
    ...['./CJSImportProcessor', '../CJSImportProcessor', './CJSImportTransformer', './FlowTransformer'],
    ...['./JSXTransformer', './JestHoistTransformer', './ReactDisplayNameTransformer'],
    ...['./ReactHotLoaderTransformer', './computeSourceMap', './util/formatTokens'],
    ...['./NumericSeparatorTransformer', './OptionalCatchBindingTransformer'],
    './OptionalChainingNullishTransformer',
    ...['../plugins/flow', './plugins/flow', './flow', '../plugins/jsx/index', './jsx'],
  ],
  // The command reads HTML, and writes no HTML.
  parse5: ['./serializer/index.js'],
  // The command reads YAML, and writes no YAML.
  yaml: [
    ...['./cst-scalar.js', './cst-stringify.js', './cst-visit.js', './json/schema.js'],
    ...['../stringify/stringify.js', '../stringify/stringifyDocument.js', '../stringify/stringifyPair.js'],
    ...['../stringify/stringifyCollection.js', '../stringify/stringifyComment.js'],
    ...['../stringify/stringifyString.js', '../../stringify/stringifyString.js'],
    ...['../stringify/stringifyNumber.js', '../../stringify/stringifyNumber.js'],
  ],
  // The clock of the test kit replaces only globals, and the kit also loads in a browser.
  '@sinonjs/fake-timers': ['timers', 'timers/promises', 'perf_hooks', 'util'],
};

/** By package: the small part that is needed. */
const inItsPlace = {
  // micromark's table of HTML's named characters. parse5 has the same table.
  'decode-named-character-reference': `import { decodeHTMLStrict } from 'entities/decode';
    export function decodeNamedCharacterReference(name) {
      const decoded = decodeHTMLStrict('&' + name + ';');
      return decoded.endsWith(name + ';') ? false : decoded;
    }`,
  // sucrase checks its options with this package, and the options are always the same here.
  'ts-interface-checker': `const none = () => undefined;
    export const createCheckers = () => ({ Options: { strictCheck: none } });
    export { none as array, none as iface, none as lit, none as opt, none as union };`,
};

const nothing = '\0nothing';

/** A plugin of the bundler: replaces modules that are never called by an empty module. */
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
