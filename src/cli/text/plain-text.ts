/** Control and format characters: byte-order marks, soft hyphens, directions, zero-width spaces. */
const invisible = /(?![\t\n\v\f\r])[\p{Cc}\p{Cf}]/gu;

/**
 * A text as a reader sees it: full-width letters and digits in their common
 * form, any space as a space, nothing invisible, lines trimmed and none empty.
 * Chinese punctuation stays: it is the document's own.
 */
export function plainText(text: string): string {
  return text
    .replace(invisible, '')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (wide) => wide.normalize('NFKC'))
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The same on one line. */
export function oneLineOf(text: string): string {
  // Chinese sets no space between sentences.
  return text
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u3000-\u9fff\uff00-\uffef])/g, '')
    .replaceAll('\n', ' ');
}

/** At most so many characters of a text, for a report. */
export function shortened(text: string, most = 200): string {
  const line = oneLineOf(text);
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Unicode, UAX 11: the wide and full-width ranges that documentation uses. */
export function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
    character,
  );
}

/** The columns that a text takes in an editor, as formatters count them. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 2 : 1;
  return width;
}
