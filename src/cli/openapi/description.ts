import type { UnreadRow } from '../report/report.js';
import { entriesOf, type Fields, fieldsOf, listOf, textOf } from './fields.js';
import type { ParsedDocument, Version } from './parse-document.js';
import { type References, referencesIn } from './references.js';
import { type ApiResponse, readResponse } from './response.js';

/** One operation of an API. */
export interface ApiOperation {
  /** Its operationId, or a name made of its method and path; each once. */
  readonly id: string;
  readonly method: string;
  /** The path as in the description, with its parameters in braces. */
  readonly path: string;
  /** The description's own object. */
  readonly node: Fields;
  /** The names of its header parameters, in lower case. */
  readonly headers: readonly string[];
  readonly responses: readonly ApiResponse[];
}

/** An OpenAPI description as far as it says what answers mean. */
export interface Description {
  readonly version: Version;
  readonly title: string;
  readonly root: Fields;
  readonly operations: readonly ApiOperation[];
  readonly references: References;
  readonly unread: readonly UnreadRow[];
  readonly notes: readonly string[];
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

export async function readDescription({ root, version }: ParsedDocument): Promise<Description> {
  const references = await referencesIn(root);
  const unread: UnreadRow[] = [];
  const ids = new Set<string>();
  const operations: ApiOperation[] = [];
  let named = 0;
  for (const [path, item] of entriesOf(root['paths'])) {
    const shared = references.follow(item, path) ?? {};
    for (const method of methods) {
      const node = fieldsOf(shared[method]);
      if (node === undefined) continue;
      const at = `${method.toUpperCase()} ${path}`;
      const given = textOf(node['operationId']);
      if (given === '' || ids.has(given)) named += 1;
      const id = freeName(given || `${method} ${path}`, ids);
      ids.add(id);
      const headers = headerNames(
        [...listOf(shared['parameters']), ...listOf(node['parameters'])],
        references,
        at,
      );
      const responses = entriesOf(node['responses']).flatMap(
        ([key, response]) => readResponse(key, response, at, references, unread) ?? [],
      );
      operations.push({ id, method: method.toUpperCase(), path, node, headers, responses });
    }
  }
  const notes =
    named === 0
      ? []
      : [`operations without an operationId of their own are named by method and path: ${named}`];
  const title = textOf(fieldsOf(root['info'])?.['title']).trim();
  return { version, title, root, operations, references, unread, notes };
}

function headerNames(parameters: readonly unknown[], references: References, at: string): string[] {
  return parameters.flatMap((parameter) => {
    const node = references.follow(parameter, at);
    return node?.['in'] === 'header' ? textOf(node['name']).toLowerCase() : [];
  });
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let count = 2;
  while (taken.has(`${wanted} ${count}`)) count += 1;
  return `${wanted} ${count}`;
}
