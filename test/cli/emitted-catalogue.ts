import { transform } from 'sucrase';
import type { Catalogue } from '../../src/semantics/catalogue.js';
import { defineCatalogue } from '../../src/semantics/define-catalogue.js';

/** The catalogue of a module that the command wrote, its reader included, checked as a client checks it. */
export function catalogueOf(moduleText: string): Catalogue {
  const { code } = transform(moduleText, { transforms: ['typescript', 'imports'] });
  const exports: Record<string, Catalogue> = {};
  new Function('exports', code)(exports);
  const [catalogue] = Object.values(exports);
  if (catalogue === undefined) throw new TypeError('the module exports no catalogue');
  return defineCatalogue(catalogue);
}
