import { basename } from 'node:path';
import type { Command } from 'commander';
import { catalogueModule, identifier, madeDoc } from '../emit/catalogue-module.js';
import { type Description, readDescription } from '../openapi/description.js';
import { openApiCatalogue } from '../openapi/openapi-catalogue.js';
import { parseDocument, type Version } from '../openapi/parse-document.js';
import { readProblemSource } from '../openapi/problem-reading.js';
import { responseTypes } from '../openapi/types/response-types.js';
import { pageNames } from '../page/page-catalogue.js';
import { decode } from '../page/read-page.js';
import { writeReport } from '../report/report.js';
import { BadInput, readInput, type Session, write, writeOutput } from '../streams.js';

interface OpenApiFlags {
  readonly out?: string;
  readonly report?: string;
  readonly name?: string;
  readonly source?: string;
  readonly const?: string;
  readonly types: boolean;
}

/** `axios-outcome catalogue openapi FILE`. */
export function openapi(parent: Command, session: Session): void {
  parent
    .command('openapi')
    .description('Make a catalogue, and types of the bodies, of an OpenAPI description (2.0, 3.0, 3.1).')
    .argument('<file>', 'the description, YAML or JSON, in one file; - for standard input')
    .option('-o, --out <file>', 'where to write the module (default: standard output)')
    .option(
      '--report <file>',
      'where to write the report, as JSON if it ends in .json (default: standard error)',
    )
    .option('--name <name>', 'the catalogue’s name (default: the description’s title)')
    .option('--source <text>', 'what each row names as its source, best an address (default: title and file)')
    .option('--const <name>', 'the constant’s name (default: made of the catalogue’s)')
    .option('--no-types', 'only the catalogue, without the types of bodies')
    .action((file: string, flags: OpenApiFlags) => runOpenApi(file, flags, session));
}

async function runOpenApi(file: string, flags: OpenApiFlags, session: Session): Promise<void> {
  const { text, notes } = decode(await readInput(file, session.stdin));
  const description = readDescription(parseDocument(text, file === '-' ? 'standard input' : file));
  const { catalogue, problems, report } = openApiCatalogue(description, pageNames(description, file, flags));
  const constant = identifier(flags.const ?? catalogue?.name ?? '');
  const types = flags.types ? responseTypes(description, constant) : '';
  // Written after the types: a schema that leads nowhere belongs to the report.
  const unread = [...report.unread, ...description.references.unread];
  await writeReport({ ...report, unread, notes: [...notes, ...report.notes] }, flags.report, session);
  if (catalogue === undefined) throw new BadInput(`${file}: ${noCatalogue(description)}`);
  const readProblem = readProblemSource(problems);
  const module = catalogueModule(catalogue, {
    constant,
    doc: madeDoc(catalogue, 'openapi'),
    ...(readProblem === undefined ? {} : { readProblem }),
  });
  await writeOutput(types === '' ? module : `${module}\n${types}`, flags.out, session.stdout);
  const { version } = description;
  const written = { file, out: flags.out, constant, version, hasTypes: flags.types };
  await write(session.stderr, closingLines(written));
}

function noCatalogue({ operations }: Description): string {
  if (operations.length === 0) return 'it describes no operation; no catalogue was made';
  const responses = operations.flatMap((operation) => operation.responses);
  if (responses.length === 0) return 'no operation documents a response; no catalogue was made';
  return 'it documents only ranges and default, and a catalogue needs single statuses; no catalogue was made';
}

export interface Written {
  /** The description; `-` for standard input. */
  readonly file: string;
  /** The module, where it went to a file. */
  readonly out: string | undefined;
  readonly constant: string;
  readonly version: Version;
  readonly hasTypes: boolean;
}

/** The last lines of the command: how its catalogue and the types of a description make a typed client. */
export function closingLines({ file, out, constant, version, hasTypes }: Written): string {
  const module = out === undefined || out === '-' ? constant : basename(out).replace(/\.[cm]?ts$/, '');
  const client = `  const api = attachOutcomes(axios.create(), { catalogue: ${constant} })`;
  const own = [
    'A client that is typed by operation and status:',
    `  import { ${constant}, type Paths } from './${module}.js';`,
    `${client}.describedBy<Paths>();`,
  ];
  const source = file === '-' ? 'FILE' : file;
  const theirs =
    version === '2.0'
      ? [
          'The types of openapi-typescript do the same; it reads OpenAPI 3, and this is 2.0: convert it first.',
        ]
      : [
          'The types of openapi-typescript do the same: the kinds are those of this catalogue.',
          `  npx openapi-typescript ${/\s/.test(source) ? JSON.stringify(source) : source} -o ${module}-paths.ts`,
          `  import type { paths } from './${module}-paths.js';`,
          `${client}.describedBy<paths>();`,
        ];
  return `${['', ...(hasTypes ? own : []), ...theirs].join('\n')}\n`;
}
