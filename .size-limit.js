// Gates against growth: what was measured when they were set, and a margin of 4 %.
// The target is 22 kB at the start and 31 with delayed tasks. It is not met. Raise a
// limit only with a reason in the commit, lower it with every saving.
// Minified and gzipped, p-retry included, axios left out, since its users have it.
import { readFileSync } from 'node:fs';

const index = 'dist/index.js';
const ignore = ['axios'];
/** Loaded when the first delayed task is there: not what a page pays at its start. */
const atStart = [...ignore, './chunk.js', './read-stream.js'];

/**
 * The files that the library itself is made of. What a subpath beside it is measured by is
 * what it adds to them, since nobody has a subpath without the library.
 */
function coreFiles(file = 'index.js', found = new Set()) {
  for (const [, next] of readFileSync(`dist/${file}`, 'utf8').matchAll(
    /(?:from|import)[ (]?"\.\/([^"]+)"/g,
  )) {
    if (found.has(next)) continue;
    found.add(next);
    coreFiles(next, found);
  }
  return found;
}
const peers = ['@nestjs/common', '@nestjs/axios', '@opentelemetry/api'];
const beside = [...ignore, ...peers, ...[...coreFiles()].map((file) => `./${file}`)];

const parts = [
  { name: 'attachOutcomes, at start', import: '{ attachOutcomes }', ignore: atStart, limit: '32.5 kB' },
  { name: 'attachOutcomes, with delayed tasks', import: '{ attachOutcomes }', ignore, limit: '46.5 kB' },
  {
    name: 'attachOutcomes and the DEW catalogue, with delayed tasks',
    import: { [index]: '{ attachOutcomes }', 'dist/catalogues/dew.js': '{ dew }' },
    ignore,
    limit: '62 kB',
  },
  { name: 'outcomeOf, at start', import: '{ outcomeOf }', ignore: atStart, limit: '18.5 kB' },
  { name: 'match and unwrap', import: '{ match, unwrap }', ignore, limit: '3.4 kB' },
  { name: 'query, beside the library', path: 'dist/query.js', ignore: beside, limit: '1.3 kB' },
  { name: 'query, alone', path: 'dist/query.js', ignore, limit: '1.8 kB' },
  { name: 'server, alone', path: 'dist/server.js', ignore, limit: '1 kB' },
  { name: 'nestjs, beside the library', path: 'dist/nestjs.js', ignore: beside, limit: '1.8 kB' },
  { name: 'otel, beside the library', path: 'dist/otel.js', ignore: beside, limit: '1.85 kB' },
  { name: 'otel, alone', path: 'dist/otel.js', ignore: [...ignore, ...peers], limit: '2.4 kB' },
  { name: 'logging, beside the library', path: 'dist/logging.js', ignore: beside, limit: '2.07 kB' },
  { name: 'explain', import: '{ explain }', ignore, limit: '6.5 kB' },
];

export default parts.map((part) => ({ path: index, gzip: true, ...part }));
