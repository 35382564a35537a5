import type { ApiOperation } from './description.js';
import { enumOf } from './error-schema.js';
import { entriesOf, fieldsOf, textOf } from './fields.js';
import type { References } from './references.js';
import type { ApiResponse } from './response.js';

/** A link that tells all that it takes to follow a task: the request, where its id is, and the words for its state. */
export interface LinkedTask {
  /** The name of the dialect, made of the request that asks for the task. */
  readonly dialect: string;
  /** The field of the answer that has the id. */
  readonly id: string;
  /** The path to ask, with the id's parameter in braces. */
  readonly path: string;
  /** The field of the monitor's answer that has the state, and its documented words. */
  readonly field: string;
  readonly done: readonly string[];
  readonly failed: readonly string[];
  readonly cancelled: readonly string[];
  readonly running: readonly string[];
}

const ends = [
  ['done', /^(?:succe(?:ss|eded|ssful)|complete[d]?|done|finished|ready)$/i],
  ['failed', /^(?:fail(?:ed|ure)?|error(?:ed)?|rejected)$/i],
  ['cancelled', /^(?:cancell?ed|aborted)$/i],
] as const;

/**
 * The task that a response's link leads to. Undefined where anything is missing: a
 * GET with one parameter in its path, taken from a field of the body (OpenAPI 3.1,
 * 4.8.20.3), whose answer has a state with documented words, some for a good end.
 */
export function linkedTask(
  { links }: ApiResponse,
  operations: readonly ApiOperation[],
  references: References,
): LinkedTask | undefined {
  for (const [, value] of entriesOf(links)) {
    const link = fieldsOf(value);
    const target = operations.find(({ id, method }) => method === 'GET' && id === link?.['operationId']);
    const parameters = target?.path.match(/\{[^}]*\}/g) ?? [];
    const [given, ...more] = entriesOf(link?.['parameters']);
    const id = /^\$response\.body#\/([\w-]+)$/.exec(textOf(given?.[1]))?.[1];
    const own = given?.[0].replace(/^path\./, '');
    if (target === undefined || id === undefined || more.length > 0) continue;
    // A path that is all a parameter would lead anywhere.
    if (
      parameters.length !== 1 ||
      parameters[0] !== `{${own}}` ||
      !target.path.split('/').includes(`{${own}}`)
    )
      continue;
    const state = stateOf(target, references);
    if (state !== undefined) return { dialect: dialectName(target.id), id, path: target.path, ...state };
  }
  return undefined;
}

type State = Pick<LinkedTask, 'field' | 'done' | 'failed' | 'cancelled' | 'running'>;

function stateOf(target: ApiOperation, references: References): State | undefined {
  const answer = target.responses.find(({ key }) => key === 200);
  const schema = references.follow(answer?.schema, target.path);
  for (const [field, of] of entriesOf(schema?.['properties'])) {
    if (!/^(?:\w+_)?(?:status|state)$/i.test(field)) continue;
    const words = [...enumOf(references.follow(of, target.path), references, target.path).keys()];
    const [done = [], failed = [], cancelled = []] = ends.map(([, pattern]) =>
      words.filter((word) => pattern.test(word)),
    );
    const running = words.filter((word) => !ends.some(([, pattern]) => pattern.test(word)));
    if (done.length > 0 && running.length > 0) return { field, done, failed, cancelled, running };
  }
  return undefined;
}

/** As `defineDialect` allows: 40 letters, digits and hyphens. */
function dialectName(id: string): string {
  const words = id.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();
  return (
    words
      .replace(/[^a-z\d]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'linked-task'
  );
}
