import { isHttpName } from '../infer/by-http.js';
import { oneLineOf } from '../text/plain-text.js';

export interface StatusCell {
  /** Single statuses, each written out: `502/503`, `500-504`. */
  readonly statuses: readonly number[];
  /** Whole classes: `4xx`, `400-499`. */
  readonly classes: readonly string[];
  /** The ranges that were written out, as they stood. */
  readonly ranges: readonly string[];
  /** A word before the number says what it is: `HTTP 429`. */
  readonly labelled: boolean;
  /** What else stands in the cell: most often the name. */
  readonly rest: string;
}

const label =
  /^(?:(?:HTTPS?(?:\/\d(?:\.\d)?)?|(?:response\s+|return\s+)?status|response|returns?|error|code|状态码?|返回码?|返回值|响应码?|错误码?|错误|代码|为|是)\s*)*[:：=#]?\s*/i;
const single = /^([1-9]\d\d)(?![\p{L}\p{N}_%°]|\.\d)/u;
const wholeClass = /^([1-9])\s?(?:xx|\*\*|nn|XX|##|__)(?![\p{L}\p{N}_])/iu;
const rangeMark = /^\s*(?:-|–|—|−|~|～|〜|\.{2,3}|…|to\b|through\b|至|到)\s*/i;
const listMark = /^\s*(?:,|;|\/|\||、|，|；|\+|&|\n|or\b|and\b|或者?|和|及|与)\s*(?:HTTP\s*)?/i;
/** `HTTP 429 return code`, `503 errors`. */
const codeWord =
  /^\s*(?:(?:HTTP\s+)?(?:(?:return|status|response|error)\s+codes?|(?:errors?|responses?|status)(?=\s*(?:$|[:：.,-])))|状态码|返回码|错误码|响应码)/i;
/** A range of more numbers than this is a class, or a part of one. */
const mostInRange = 20;

/**
 * Reads a cell that begins with a status, a range or a list of statuses, or a
 * class of them; undefined where it begins with something else.
 */
export function statusCell(cell: string): StatusCell | undefined {
  let text = cell.replace(/^[\s"'“”‘’`*_([（【「<|]+/, '');
  const labelLength = label.exec(text)?.[0].length ?? 0;
  text = text.slice(labelLength).replace(/^[\s"'“”`*([（【]+/, '');
  const statuses: number[] = [];
  const classes: string[] = [];
  const ranges: string[] = [];
  for (let left = text; ; ) {
    const read = readItem(left);
    if (read === undefined) break;
    statuses.push(...read.statuses);
    classes.push(...read.classes);
    if (read.statuses.length > 1) ranges.push(`${read.statuses[0]}-${read.statuses.at(-1)}`);
    text = read.rest;
    const mark = listMark.exec(text);
    if (mark === null) break;
    left = text.slice(mark[0].length);
  }
  if (statuses.length + classes.length === 0) return nameFirst(cell);
  return {
    statuses: [...new Set(statuses)],
    classes: [...new Set(classes)],
    ranges,
    labelled: (/\p{L}/u.test(cell.slice(0, labelLength + 2)) && labelLength > 0) || codeWord.test(text),
    rest: restOf(text.replace(codeWord, '')),
  };
}

/** `Bad Request (400)`, `Not Found: 404`: the name stands before its status. */
function nameFirst(cell: string): StatusCell | undefined {
  const read = /^([^\d]{2,60}?)[\s:：(（[【]+([1-9]\d\d)[\s)）\]】]*$/u.exec(oneLineOf(cell));
  return read === null
    ? undefined
    : { statuses: [Number(read[2])], classes: [], ranges: [], labelled: false, rest: (read[1] ?? '').trim() };
}

interface Item {
  readonly statuses: readonly number[];
  readonly classes: readonly string[];
  readonly rest: string;
}

function readItem(text: string): Item | undefined {
  const group = wholeClass.exec(text);
  if (group !== null) return { statuses: [], classes: [`${group[1]}xx`], rest: text.slice(group[0].length) };
  const first = single.exec(text);
  if (first === null) return undefined;
  const [from, after] = [Number(first[1]), text.slice(3)];
  const mark = rangeMark.exec(after);
  const last = mark === null ? null : single.exec(after.slice(mark[0].length));
  const to = Number(last?.[1]);
  if (mark === null || last === null || to <= from) return { statuses: [from], classes: [], rest: after };
  const rest = after.slice(mark[0].length + 3);
  if (to - from >= mostInRange) return { statuses: [], classes: [`${from}-${to}`], rest };
  return { statuses: Array.from({ length: to - from + 1 }, (_, step) => from + step), classes: [], rest };
}

/** The text without the marks between status and name, and without brackets around it. */
function restOf(text: string): string {
  const line = oneLineOf(text)
    .replace(/^[\s:：\-–—.,，、|=)\]）】」*`"'”’>]+/, '')
    .trim();
  const bracketed = /^[([（【](.*)[)\]）】]$/.exec(line)?.[1] ?? line.replace(/^[([（【]/, '');
  const opens = (bracketed.match(/[(（]/g) ?? []).length;
  const closes = (bracketed.match(/[)）]/g) ?? []).length;
  return (closes > opens ? bracketed.replace(/[)）]\s*$/, '') : bracketed).replace(/[`*"”]+$/, '').trim();
}

/** A text behind a status: its name, and what else it says. */
export interface Named {
  readonly name?: string;
  readonly text?: string;
}

/**
 * Tells a status's name from what is said of it: `Not Found: there is none`. HTTP's own
 * name is one wherever it ends; another is one where it is short.
 */
export function named(rest: string, statuses: readonly number[]): Named {
  if (rest === '') return {};
  const words = rest.split(/\s+/);
  for (let length = Math.min(words.length, 6); length > 0; length--) {
    const name = words
      .slice(0, length)
      .join(' ')
      .replace(/[\s:：.,，。;；|（(–—-]+$/, '');
    if (statuses.some((status) => isHttpName(name, status)))
      return parts(name, words.slice(length).join(' '));
  }
  const [, first = '', second = ''] = /^(.{1,40}?)\s*(?:[:：|]|\s[-–—]+\s)\s*(.+)$/s.exec(rest) ?? [];
  if (first !== '' && first.split(/\s+/).length <= 4) return parts(first, second);
  const isShort =
    rest.length <= 40 && words.length <= 5 && !/^\p{Ll}/u.test(rest) && !/[.。;；!！?？,，]/.test(rest);
  return isShort ? { name: rest } : { text: rest };
}

function parts(name: string, text: string): Named {
  const said = text.replace(/^[\s:：.,，。;；|)）–—-]+/, '').replace(/^[（(](.*)[)）]$/s, '$1');
  return said === '' ? { name } : { name, text: said };
}
