import { isWide } from '../text/width.js';

/**
 * A line of a text table as columns: a wide (Chinese) character fills two, as
 * docutils counts it, and its second column is empty.
 */
export function columnsOf(line: string): string[] {
  const columns: string[] = [];
  for (const character of line) {
    if (/\p{Mark}/u.test(character)) columns[columns.length - 1] += character;
    else columns.push(character, ...(isWide(character) ? [''] : []));
  }
  return columns;
}

/** reStructuredText's inline marks taken off: ``code``, *emphasis*, **strong**, `link <url>`_, :role:`text`. */
export function withoutMarks(text: string): string {
  return text
    .replace(/``([^`\n]+)``/g, '$1')
    .replace(/:[\w:+-]{1,40}:`([^`<\n]+?)(?:\s*<[^>\n]*>)?`/g, '$1')
    .replace(/`([^`<\n]+?)(?:\s*<[^>\n]*>)?`_{0,2}/g, '$1')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1')
    .replace(/(?<![\w*])\*([^*\s][^*\n]*)\*(?![\w*])/g, '$1')
    .replace(/\\(?=[*`|_])/g, '');
}
