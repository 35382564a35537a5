import { isHttpName } from '../infer/http-names.js';

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
