import { basename } from 'node:path';
import type { PageNames } from './page-catalogue.js';

/** The names of a catalogue made from a page, where none were given. */
export function pageNames(
  { title }: { readonly title: string },
  file: string,
  { name, source }: { readonly name?: string; readonly source?: string },
): PageNames {
  const base = file === '-' ? 'standard input' : basename(file);
  return {
    name: name || title || base.replace(/\.\w+$/, ''),
    source: source || (title === '' ? base : `${title} (${base})`),
  };
}
