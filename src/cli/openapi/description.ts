import type { UnreadRow } from '../report/report.js';
import { shortened } from '../text/plain-text.js';
import { entriesOf, type Fields, fieldsOf, textOf } from './fields.js';
import type { ParsedDocument, Version } from './parse-document.js';
import { type References, referencesIn } from './references.js';
import { type ApiRequest, readRequest } from './request.js';
import { type ApiResponse, readResponse } from './response.js';

export interface ApiOperation {
  /** Its operationId, or a name made of its method and path; each once. */
  readonly id: string;
  readonly method: string;
  /** The path as in the description, with its parameters in braces. */
  readonly path: string;
  readonly node: Fields;
  readonly request: ApiRequest;
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

export function readDescription({ root, version }: ParsedDocument): Description {
  const references = referencesIn(root);
  const unread: UnreadRow[] = [];
  const ids = new Set<string>();
  const operations: ApiOperation[] = [];
  let named = 0;
  for (const [path, item] of entriesOf(root['paths'])) {
    const shared = pathItem(item, path, references);
    for (const method of methods.filter((each) => shared[each] !== undefined)) {
      const at = `${method.toUpperCase()} ${path}`;
      const node = operationAt(shared[method], at, references, unread);
      if (node === undefined) continue;
      const given = textOf(node['operationId']);
      if (given === '' || ids.has(given)) named += 1;
      const id = freeName(given || `${method} ${path}`, ids);
      ids.add(id);
      const request = readRequest(node, shared, root, references, at);
      const headers = request.parameters.filter(({ place }) => place === 'header');
      operations.push({
        id,
        method: method.toUpperCase(),
        path,
        node,
        request,
        headers: headers.map(({ name }) => name.toLowerCase()),
        responses: entriesOf(references.follow(node['responses'], `${at}, responses`)).flatMap(
          ([key, response]) => readResponse(key, response, at, references, unread) ?? [],
        ),
      });
    }
  }
  const notes =
    named === 0
      ? []
      : [`operations without an operationId of their own are named by method and path: ${named}`];
  const title = textOf(fieldsOf(root['info'])?.['title']).trim();
  return { version, title, root, operations, references, unread, notes };
}

/** OpenAPI 3.1, Path Item Object: what stands beside its reference belongs to the path as well. */
function pathItem(item: unknown, path: string, references: References): Fields {
  return { ...references.follow(item, path), ...fieldsOf(item) };
}

/** An operation, or the operation that a reference leads to. Anything else is reported as not read. */
function operationAt(
  value: unknown,
  at: string,
  references: References,
  unread: UnreadRow[],
): Fields | undefined {
  const node = references.follow(value, at);
  // A reference that leads nowhere is told already.
  if (node === undefined && fieldsOf(value) === undefined)
    unread.push({ at, text: shortened(JSON.stringify(value), 80), because: 'an operation is an object' });
  return node;
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let count = 2;
  while (taken.has(`${wanted} ${count}`)) count += 1;
  return `${wanted} ${count}`;
}
