import { literal } from '../../emit/literal.js';
import type { ApiOperation } from '../description.js';
import type { ApiParameter, ApiRequest } from '../request.js';
import type { ApiResponse } from '../response.js';
import { type Printing, printSchema, propertyName } from './print-schema.js';

/** The members of `Paths`, in the form that openapi-typescript gives them. */
export function pathTypes(operations: readonly ApiOperation[], printing: Printing): string[] {
  const byPath = new Map<string, ApiOperation[]>();
  for (const operation of operations) {
    byPath.set(operation.path, [...(byPath.get(operation.path) ?? []), operation]);
  }
  return [...byPath].flatMap(([path, of]) => [
    `  readonly ${literal(path)}: {`,
    ...of.flatMap((operation) => operationType(operation, printing)),
    '  };',
  ]);
}

function operationType({ id, method, request, responses }: ApiOperation, printing: Printing): string[] {
  const byKey = [...new Map(responses.map((response) => [response.key, response])).values()];
  return [
    `    readonly ${method.toLowerCase()}: {`,
    ...parametersType(request, printing),
    ...bodyType(request, printing),
    ...(byKey.length === 0 ? [] : ['      readonly responses: {']),
    ...byKey.map((response) => responseType(id, response)),
    ...(byKey.length === 0 ? [] : ['      };']),
    '    };',
  ];
}

function parametersType({ parameters }: ApiRequest, printing: Printing): string[] {
  if (parameters.length === 0) return [];
  const places = (['path', 'query', 'header'] as const).flatMap((place) => {
    const own = parameters.filter((parameter) => parameter.place === place);
    if (own.length === 0) return [];
    const mark = own.some(({ required }) => required) ? '' : '?';
    return [
      `        readonly ${place}${mark}: {`,
      ...own.map((parameter) => parameterType(parameter, printing)),
      '        };',
    ];
  });
  return ['      readonly parameters: {', ...places, '      };'];
}

function parameterType({ name, required, schema }: ApiParameter, printing: Printing): string {
  const type = printSchema(schema, printing, 5);
  const [mark, printed] = required ? ['', type] : ['?', optional(type)];
  return `          readonly ${propertyName(name)}${mark}: ${printed};`;
}

function bodyType({ body }: ApiRequest, printing: Printing): string[] {
  if (body === undefined) return [];
  return [
    `      readonly requestBody${body.required ? '' : '?'}: {`,
    '        readonly content: {',
    ...body.content.map(
      ([type, schema]) => `          readonly ${propertyName(type)}: ${printSchema(schema, printing, 5)};`,
    ),
    '        };',
    '      };',
  ];
}

/** A body is that of `Responses`, so that both are one type. */
function responseType(id: string, { key, schema, mediaType }: ApiResponse): string {
  const name = typeof key === 'number' ? String(key) : propertyName(key);
  if (schema === undefined) return `        readonly ${name}: { readonly content?: never };`;
  const index = typeof key === 'number' ? String(key) : literal(key);
  const body = `Responses[${literal(id)}][${index}]`;
  return `        readonly ${name}: { readonly content: { readonly ${propertyName(mediaType ?? '')}: ${body} } };`;
}

function optional(type: string): string {
  return type === 'unknown' ? type : `${type} | undefined`;
}
