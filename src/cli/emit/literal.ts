import { widthOf } from '../text/plain-text.js';

/** Data that can stand in source code. */
export type Data = string | number | boolean | readonly Data[] | { readonly [key: string]: Data | undefined };

/** The project's own line width. */
const lineWidth = 110;

/**
 * Data as formatted TypeScript: on one line where it fits beside what stands
 * before and after it, else one entry a line, as Biome and Prettier have it.
 */
export function literal(data: Data, indent = '', used = 0): string {
  const flat = onOneLine(data);
  // One more for the comma behind it.
  if (flat !== undefined && indent.length + used + widthOf(flat) + 1 <= lineWidth) return flat;
  if (typeof data !== 'object') return scalar(data);
  const inner = `${indent}  `;
  const lines = isList(data)
    ? data.map((entry) => `${inner}${literal(entry, inner)},`)
    : entriesOf(data).map(([key, value]) => {
        const label = `${keyOf(key)}: `;
        return `${inner}${label}${literal(value, inner, label.length)},`;
      });
  const [open, close] = isList(data) ? '[]' : '{}';
  return [open, ...lines, `${indent}${close}`].join('\n');
}

/** Undefined where a record in it has records: these are read better one below the other. */
function onOneLine(data: Data): string | undefined {
  if (typeof data !== 'object') return scalar(data);
  const parts = isList(data)
    ? data.map(onOneLine)
    : entriesOf(data).map(([key, value]) => {
        const text = isFlat(value) ? onOneLine(value) : undefined;
        return text === undefined ? undefined : `${keyOf(key)}: ${text}`;
      });
  if (parts.includes(undefined)) return undefined;
  if (isList(data)) return `[${parts.join(', ')}]`;
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

function isFlat(data: Data): boolean {
  return typeof data !== 'object' || isList(data);
}

function isList(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}

function entriesOf(data: { readonly [key: string]: Data | undefined }): [string, Data][] {
  return Object.entries(data).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
}

function keyOf(key: string): string {
  // A numeric key in another spelling (`007`) would be another key, and `__proto__` sets a prototype.
  const plain = /^(?:[A-Za-z_$][\w$]*|[1-9]\d{0,14})$/.test(key);
  if (key === '__proto__') return "['__proto__']";
  return plain ? key : quoted(key);
}

function scalar(data: string | number | boolean): string {
  return typeof data === 'string' ? quoted(data) : String(data);
}

/** In single quotes; in double quotes where that saves escapes. */
function quoted(text: string): string {
  const double = JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\ufeff]/g,
    escaped,
  );
  if (text.includes("'") && !text.includes('"')) return double;
  return `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** What an editor does not show must not stand in code unseen. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
