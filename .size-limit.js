// Gates against growth: what was measured when they were set, and a margin of 5 to 8 %.
// The design's target is 8 kB for all that attachOutcomes pulls in; it is not met. Raise a
// limit only with a reason in the commit, lower it with every saving.
// Minified and gzipped, p-retry included, axios left out, since its users have it.
const index = 'dist/index.js';
const ignore = ['axios'];
/** Loaded when the first delayed task is there: not what a page pays at its start. */
const atStart = [...ignore, './chunk.js'];

const parts = [
  { name: 'attachOutcomes, at start', import: '{ attachOutcomes }', ignore: atStart, limit: '28 kB' },
  { name: 'attachOutcomes, with delayed tasks', import: '{ attachOutcomes }', ignore, limit: '37 kB' },
  {
    name: 'attachOutcomes and the DEW catalogue, with delayed tasks',
    import: { [index]: '{ attachOutcomes }', 'dist/catalogues/dew.js': '{ dew }' },
    ignore,
    limit: '52.5 kB',
  },
  { name: 'outcomeOf, at start', import: '{ outcomeOf }', ignore: atStart, limit: '17 kB' },
  { name: 'match and unwrap', import: '{ match, unwrap }', ignore, limit: '2.4 kB' },
  { name: 'explain', import: '{ explain }', ignore, limit: '5.8 kB' },
];

export default parts.map((part) => ({ path: index, gzip: true, ...part }));
