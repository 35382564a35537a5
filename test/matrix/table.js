// A part's results as plain text. A cell is a text, or what failed with its output.

/** Returns how many cells failed; what they wrote stands below the table. */
export function print({ title, head, rows }, seconds) {
  const lines = [head, ...rows].map((row) =>
    row.map((cell) => (typeof cell === 'string' ? cell : cell.failed)),
  );
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  console.log(`${title} (${seconds} s)`);
  for (const line of lines) {
    console.log(`  ${line.map((text, column) => text.padEnd(widths[column])).join('  ')}`.trimEnd());
  }
  const failures = rows.flatMap((row) =>
    row.filter((cell) => typeof cell !== 'string').map((cell) => [row, cell]),
  );
  for (const [[name], { failed, output }] of failures) {
    console.log(`\n${title}, ${name}: ${failed}\n${output.slice(-6000)}`);
  }
  console.log();
  return failures.length;
}
