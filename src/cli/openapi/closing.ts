import { basename } from 'node:path';
import type { Version } from './parse-document.js';

/** What was read and written. */
export interface Written {
  /** The description; `-` for standard input. */
  readonly file: string;
  /** The module, where it went to a file. */
  readonly out: string | undefined;
  /** The catalogue's constant. */
  readonly constant: string;
  readonly version: Version;
  /** Whether the module has types. */
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
