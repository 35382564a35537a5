// Plain text for people: no colour, aligned, below 110 columns.

/** One call: what went over the wire, what it came to, and why. */
export function printCall(title, outcome, arrived) {
  const { request, attempts, documented } = outcome;
  const wire = attempts.map(
    ({ status, code, waitedMs }) => `${waitedMs ? `-${waitedMs} ms- ` : ''}${status ?? code}`,
  );
  console.log(`${title}\n  ${request.method} ${request.path}`);
  field('wire', `${wire.join(' ')}   (the server saw ${arrived})`);
  field('outcome', `${outcome.kind}, effect ${outcome.effect}${details(outcome)}`);
  if (documented) field('documented', `${documented.name}: ${documented.meaning?.en ?? ''}`);
  for (const { number, because } of attempts) field(`attempt ${number}`, because);
  console.log();
}

function field(name, text) {
  console.log(`    ${name.padEnd(11)}${text}`);
}

function details(outcome) {
  const { problem, retry, task, code } = outcome;
  const parts = [
    problem?.code && `problem ${problem.code}`,
    code && `code ${code}`,
    task && `task ${JSON.stringify(outcome.data)}`,
    retry && `stopped: ${retry.stopped}`,
    retry?.retryAt && `come back at ${new Date(retry.retryAt).toISOString()}`,
  ].filter(Boolean);
  return parts.length > 0 ? `, ${parts.join(', ')}` : '';
}

/** Rows of texts under a header, each column as wide as its widest text. */
export function printTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows)
    console.log(
      `  ${row
        .map((text, column) => text.padEnd(widths[column]))
        .join('  ')
        .trimEnd()}`,
    );
}
