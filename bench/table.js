// Rows of plain text: a name, then right-aligned cells.

export function row(name, ...cells) {
  return `  ${name.padEnd(26)}${cells.map((cell) => cell.padStart(9)).join('')}`.trimEnd();
}

/** A row, followed by the result of its target. */
export function judged(line, verdict) {
  return `${line}  ${verdict}`;
}
