import { entriesOf, type Fields, fieldsOf, listOf, textOf } from './fields.js';
import type { References } from './references.js';

export interface ApiParameter {
  readonly name: string;
  readonly place: 'path' | 'query' | 'header';
  readonly required: boolean;
  /** The schema of its value, a reference where it is one. */
  readonly schema: unknown;
}

export interface ApiRequest {
  readonly parameters: readonly ApiParameter[];
  /** Undefined where it takes no body. */
  readonly body: ApiBody | undefined;
}

export interface ApiBody {
  readonly required: boolean;
  readonly content: readonly (readonly [string, unknown])[];
}

/** What an operation takes, by itself and by its path. A parameter of its own goes over the path's (OpenAPI 3.1, Path Item Object). `at` is its method and path. */
export function readRequest(
  node: Fields,
  item: Fields,
  root: Fields,
  references: References,
  at: string,
): ApiRequest {
  const given = new Map<string, Fields>();
  for (const parameter of [...listOf(item['parameters']), ...listOf(node['parameters'])]) {
    const found = references.follow(parameter, at);
    if (found !== undefined) given.set(`${textOf(found['in'])} ${textOf(found['name'])}`, found);
  }
  const all = [...given.values()];
  const consumes = listOf(node['consumes'] ?? root['consumes']).map(textOf);
  const parameters = all.flatMap((parameter) => readParameter(parameter) ?? []);
  return {
    parameters: [...parameters, ...undocumented(at, parameters)],
    body: bodyOf(references.follow(node['requestBody'], at)) ?? bodyIn(all, consumes),
  };
}

function readParameter(parameter: Fields): ApiParameter | undefined {
  const name = textOf(parameter['name']);
  const place = parameter['in'];
  if (name === '' || (place !== 'path' && place !== 'query' && place !== 'header')) return undefined;
  // The caller sends a value with a media type as a text.
  const schema = parameter['content'] === undefined ? schemaOf(parameter) : { type: 'string' };
  // OpenAPI 3.1, Parameter Object: a path parameter is always required.
  return { name, place, required: place === 'path' || parameter['required'] === true, schema };
}

/** Each name in braces in the path needs a value, even if no parameter documents it. */
function undocumented(at: string, parameters: readonly ApiParameter[]): ApiParameter[] {
  const known = new Set(parameters.flatMap(({ name, place }) => (place === 'path' ? name : [])));
  const names = [...at.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
  return [...new Set(names)]
    .filter((name) => !known.has(name))
    .map((name) => ({ name, place: 'path', required: true, schema: { type: 'string' } }));
}

/** Swagger 2 has the type in the parameter itself. */
function schemaOf(parameter: Fields): unknown {
  return parameter['schema'] ?? parameter;
}

function bodyOf(body: Fields | undefined): ApiBody | undefined {
  const content = entriesOf(body?.['content']).map(
    ([type, of]) => [type, fieldsOf(of)?.['schema'] ?? {}] as const,
  );
  return content.length === 0 ? undefined : { required: body?.['required'] === true, content };
}

/** Swagger 2: a body, or a form, among the parameters. */
function bodyIn(parameters: readonly Fields[], consumes: readonly string[]): ApiBody | undefined {
  const body = parameters.find((parameter) => parameter['in'] === 'body');
  if (body !== undefined) {
    const types = consumes.length === 0 ? ['application/json'] : consumes;
    return { required: body['required'] === true, content: types.map((type) => [type, schemaOf(body)]) };
  }
  const fields = parameters.filter((parameter) => parameter['in'] === 'formData');
  if (fields.length === 0) return undefined;
  const required = fields.filter((field) => field['required'] === true).map((field) => field['name']);
  const properties = Object.fromEntries(fields.map((field) => [textOf(field['name']), schemaOf(field)]));
  const hasFile = fields.some((field) => field['type'] === 'file');
  const type = hasFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  return { required: required.length > 0, content: [[type, { type: 'object', required, properties }]] };
}
