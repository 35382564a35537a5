// Rows of plain text: a name, then cells that end under each other.

export function row(name, ...cells) {
  return `  ${name.padEnd(26)}${cells.map((cell) => cell.padStart(9)).join('')}`.trimEnd();
}

/** `ok` or `over` behind a row that has a target; `holds` is undefined for one that has none. */
export function judged(line, holds) {
  return holds === undefined ? line : `${line}  ${holds ? 'ok' : 'over'}`;
}
