// Rows of plain text: a name, then cells that end under each other.

export function row(name, ...cells) {
  return `  ${name.padEnd(26)}${cells.map((cell) => cell.padStart(9)).join('')}`.trimEnd();
}

/** A row with what came of its target behind it. */
export function judged(line, verdict) {
  return `${line}  ${verdict}`;
}
