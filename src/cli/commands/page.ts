import { type Command, Option } from 'commander';
import { catalogueModule, identifier, madeDoc } from '../emit/catalogue-module.js';
import { type PageReading, pageCatalogue, pageNames } from '../page/page-catalogue.js';
import { type PageFormat, pageFormats, readPage } from '../page/read-page.js';
import { writeReport } from '../report/report.js';
import { BadInput, readInput, type Session, writeOutput } from '../streams.js';
import { inLocale, type Locale, locales, say, type Text } from '../text/say.js';

interface PageFlags {
  readonly out?: string;
  readonly report?: string;
  readonly name?: string;
  readonly source?: string;
  readonly const?: string;
  readonly format?: PageFormat;
  readonly encoding?: string;
  readonly locale: Locale;
}

/** `axios-outcome catalogue page FILE`. */
export function page(parent: Command, session: Session): void {
  parent
    .command('page')
    .description('Make a catalogue of a documentation page with its status codes.')
    .argument('<file>', 'an HTML, Markdown or reStructuredText page; - for standard input')
    .option('-o, --out <file>', 'where to write the module (default: standard output)')
    .option(
      '--report <file>',
      'where to write the report, as JSON if it ends in .json (default: standard error)',
    )
    .option('--name <name>', 'the catalogue’s name (default: the page’s title)')
    .option('--source <text>', 'what each row names as its source, best an address (default: title and file)')
    .option('--const <name>', 'the constant’s name (default: made of the catalogue’s)')
    .addOption(
      new Option('--format <format>', 'what the page is written in (default: by name, else content)').choices(
        pageFormats,
      ),
    )
    .option('--encoding <name>', 'such as gb18030 (default: found out)')
    .addOption(new Option('--locale <locale>', 'the language of the report').choices(locales).default('en'))
    .action((file: string, flags: PageFlags) => runPage(file, flags, session));
}

async function runPage(file: string, flags: PageFlags, session: Session): Promise<void> {
  const bytes = await readInput(file, session.stdin);
  const read = readPage(bytes, file, { format: flags.format, encoding: flags.encoding });
  const reading = pageCatalogue(read, pageNames(read, file, flags));
  await writeReport(reading.report, flags.report, session, flags.locale);
  const { catalogue } = reading;
  if (catalogue === undefined) throw new BadInput(`${file}: ${inLocale(noCatalogue(reading), flags.locale)}`);
  const constant = identifier(flags.const ?? catalogue.name);
  await writeOutput(
    catalogueModule(catalogue, { constant, doc: madeDoc(catalogue, 'page') }),
    flags.out,
    session.stdout,
  );
}

function noCatalogue({ report: { counts, unread } }: PageReading): Text {
  if (counts?.rows === 0)
    return say`no table was found in it, and nothing else that begins with a status; no catalogue was made`;
  if (unread.some(({ because }) => inLocale(because, 'en').includes('is a class')))
    return say`it documents only classes of statuses, and a catalogue needs single ones; no catalogue was made`;
  return say`no row documents a single status; no catalogue was made`;
}
