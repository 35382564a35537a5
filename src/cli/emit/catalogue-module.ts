import type { Catalogue } from '../../semantics/catalogue.js';
import { checkCatalogue } from '../../semantics/check-catalogue.js';
import { type Data, literal } from './literal.js';

/** A catalogue that is all data: without `readProblem`, which is code. */
export type CatalogueData = Omit<Catalogue, 'readProblem'>;

/** What stands in the module beside the catalogue. */
export interface ModuleOptions {
  /** The name of the constant; see {@link identifier}. */
  readonly constant: string;
  /** Lines for the constant's docstring. */
  readonly doc: readonly string[];
  /** The source of its `readProblem`. */
  readonly readProblem?: string;
}

/**
 * A catalogue as the text of a formatted TypeScript module. Its type has a name,
 * so that an editor shows that and not the rows; that it is a catalogue is held
 * by a statement of its own.
 *
 * @throws ConfigurationError where the catalogue is not one, as `defineCatalogue` does.
 */
export function catalogueModule(
  catalogue: CatalogueData,
  { constant, doc, readProblem }: ModuleOptions,
): string {
  checkCatalogue(catalogue);
  // A catalogue without its function holds texts, numbers, flags, lists and records of these.
  const data = literal(catalogue as unknown as Data);
  // A catalogue has records of records, and so its last line is its bracket.
  const reader = readProblem === undefined ? '' : `  readProblem: ${readProblem},\n`;
  const whole = data.replace(/\}$/, () => `${reader}}`);
  const type = catalogueType(constant);
  return [
    `import type { Catalogue } from 'axios-outcome';`,
    '',
    `const ${constant}Data = ${whole} as const;`,
    '',
    `/** The type of {@link ${constant}}, short enough for a field: \`OutcomeClient<${type}>\`. */`,
    `export interface ${type} extends Readonly<typeof ${constant}Data> {}`,
    '',
    '/**',
    ...doc.map((line) => ` * ${line.replaceAll('*/', '*\u200b/')}`.trimEnd()),
    ' */',
    `export const ${constant}: ${type} = ${constant}Data;`,
    '',
    `${constant} satisfies Catalogue;`,
    '',
  ].join('\n');
}

/** The docstring of a catalogue that a subcommand made. */
export function madeDoc({ name, source }: CatalogueData, subcommand: string): string[] {
  return [
    `${name}: the status codes of “${source}”.`,
    '',
    `Made by \`axios-outcome catalogue ${subcommand}\`. Kinds and retries were inferred: review them with the report.`,
  ];
}

/** The name of a constant's type: `depot` has `DepotCatalogue`, `depotCatalogue` too. */
export function catalogueType(constant: string): string {
  const name = constant.slice(0, 1).toUpperCase() + constant.slice(1);
  return `${name.replace(/(?<=.)Catalogue$/, '')}Catalogue`;
}

const reserved = new Set(
  'await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield'.split(
    ' ',
  ),
);

/** A name for a constant, made from any text: `Key Management (KMS)` becomes `keyManagementKms`. */
export function identifier(text: string): string {
  const words = text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = words
    .map((word, index) => {
      const first = word.slice(0, 1);
      const rest = word === word.toUpperCase() ? word.slice(1).toLowerCase() : word.slice(1);
      return (index === 0 ? first.toLowerCase() : first.toUpperCase()) + rest;
    })
    .join('');
  if (name === '') return 'catalogue';
  return /^\p{ID_Start}/u.test(name) && !reserved.has(name)
    ? name
    : `catalogue${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
