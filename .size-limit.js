// Gates against growth: what was measured, and a small margin. DESIGN aims at 8 kB for all
// that attachOutcomes pulls in; where it stands is said beside each. Minified and gzipped,
// p-retry included, axios left out, since its users have it.
const index = 'dist/index.js';
const ignore = ['axios'];
/** Loaded when the first delayed task is there: not what a page pays at its start. */
const atStart = [...ignore, './delayed-part.js'];

const parts = [
  { name: 'attachOutcomes, at start', import: '{ attachOutcomes }', ignore: atStart, limit: '30 kB' },
  { name: 'attachOutcomes, with delayed tasks', import: '{ attachOutcomes }', ignore, limit: '30 kB' },
  {
    name: 'attachOutcomes and the DEW catalogue, with delayed tasks',
    import: { [index]: '{ attachOutcomes }', 'dist/catalogues/dew.js': '{ dew }' },
    ignore,
    limit: '30 kB',
  },
  { name: 'outcomeOf, at start', import: '{ outcomeOf }', ignore: atStart, limit: '30 kB' },
  { name: 'match and unwrap', import: '{ match, unwrap }', ignore, limit: '30 kB' },
  { name: 'explain', import: '{ explain }', ignore, limit: '30 kB' },
];

export default parts.map((part) => ({ path: index, gzip: true, ...part }));
