// The cost of importing the core, without axios and p-retry. Each import runs in its own process.
import { execFileSync } from 'node:child_process';
import { judge } from './gate.js';
import { median } from './rounds.js';
import { row } from './table.js';

const runs = 21;
const targetMs = 15;
const program = `
  import 'axios';
  import 'p-retry';
  const begin = performance.now();
  await import('axios-outcome');
  console.log(performance.now() - begin);
`;

export function importTime() {
  const args = ['--input-type=module', '-e', program];
  const options = { cwd: import.meta.dirname, encoding: 'utf8' };
  const times = Array.from({ length: runs }, () => Number(execFileSync(process.execPath, args, options)));
  times.sort((a, b) => a - b);
  console.log(`Import of the core beyond axios and p-retry, ms, ${runs} processes`);
  console.log(row('', 'fastest', 'median', 'target'));
  // Other processes can only add time. If the fastest import is over the target, the import has grown.
  const cells = [times[0], median(times)].map((ms) => ms.toFixed(1));
  const line = row('import', ...cells, String(targetMs));
  console.log(judge('Import', line, median(times) <= targetMs, times[0] > targetMs));
}
