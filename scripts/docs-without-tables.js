// typedoc would write every row and code of a catalogue's type: about 2,000 lines of data.
import { Converter, ReflectionKind } from 'typedoc';

const tables = new Set(['statuses', 'codes', 'operations']);

export function load({ converter }) {
  converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const { name, children = [] } of project.getReflectionsByKind(ReflectionKind.Interface)) {
      if (!/.Catalogue$/.test(name)) continue;
      for (const property of [...children]) {
        if (tables.has(property.name)) project.removeReflection(property);
      }
    }
  });
}
