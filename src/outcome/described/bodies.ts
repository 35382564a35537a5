import type { NoResponses } from '../responses.js';

/** What is described of one operation, for the types of its outcome. */
export interface Described {
  /** Bodies by status, by range (`4XX`) and by `default`. `never` is no body. */
  readonly bodies: object;
  /** The schemas that bodies are checked against, by status. */
  readonly schemas: object;
  /** What becomes of a status that the catalogue is silent on: HTTP's own kind, or `unexpected`. */
  readonly silent: 'http' | 'unexpected';
}

/** One operation of the `paths` that openapi-typescript writes. */
export interface Call<Paths, Method, Path> {
  readonly bodies: BodiesOf<OperationAt<Paths, Method, Path>>;
  readonly schemas: NoResponses;
  readonly silent: 'http';
}

/** Bodies by status, as hey-api writes them: of good answers, and of errors. */
export interface ByStatus<Good, Bad> {
  readonly bodies: { readonly [Status in keyof Good | keyof Bad]: Told<Good, Status> | Told<Bad, Status> };
  readonly schemas: NoResponses;
  readonly silent: 'unexpected';
}

/** The same with schemas. */
export interface Checked<D extends Described, R extends object> {
  readonly bodies: D['bodies'];
  readonly schemas: R;
  readonly silent: D['silent'];
}
export type CheckedBy<D extends Described, R> = [keyof R] extends [never] ? D : Checked<D, R & object>;

/** The operation of a path and a method. */
export type OperationAt<Paths, Method, Path> = Paths[Path & keyof Paths][Method &
  keyof Paths[Path & keyof Paths]];

type BodiesOf<Operation> = BodiesIn<Operation['responses' & keyof Operation]>;
type BodiesIn<Responses> = { readonly [Status in keyof Responses]: BodyOf<Responses[Status]> };
type BodyOf<Response> = Response extends { readonly content: infer Content } ? OneOf<Content> : never;

/**
 * Of several media types, the one that axios asks for first: `application/json`, then
 * another JSON (RFC 6839, 3.1: `+json`), then any.
 */
type OneOf<Content> = [keyof Content & PlainJson] extends [never]
  ? [keyof Content & Json] extends [never]
    ? Content[keyof Content]
    : Content[keyof Content & Json]
  : Content[keyof Content & PlainJson];
/** With its parameters: `application/json; charset=utf-8`. */
export type PlainJson = 'application/json' | `application/json;${string}`;
/** Another JSON too. */
export type Json = PlainJson | `${string}+json` | `${string}+json;${string}`;

/** hey-api says of an answer without a body that it is `void`. */
type Told<Bodies, Status> = Status extends keyof Bodies
  ? // biome-ignore lint/suspicious/noConfusingVoidType: hey-api's own word.
    [Bodies[Status]] extends [void]
    ? never
    : Bodies[Status]
  : never;

/** A range of statuses, as a description names it. OpenAPI writes it in capitals, and not every description does. */
type RangeOf<Status> = Status extends number
  ? `${Status}` extends `${infer Class}${string}`
    ? `${Class}XX` | `${Class}xx`
    : never
  : never;

/**
 * Where a description has the body of a status: by itself, then in its range, then under
 * `default` (OpenAPI 3.1, Responses Object); `other` where it has none.
 */
export type KeyOf<D extends Described, Status> = Status extends keyof D['bodies']
  ? Status
  : [RangeOf<Status> & keyof D['bodies']] extends [never]
    ? 'default' extends keyof D['bodies']
      ? 'default'
      : 'other'
    : RangeOf<Status> & keyof D['bodies'];

/** The body of an answer that is no result, by its key. */
export type BodyAt<D extends Described, Key> = OrUnknown<D['bodies'][Key & keyof D['bodies']]>;
type OrUnknown<Body> = [Body] extends [never] ? unknown : Body;

type Class2<Key> = Key extends number | string ? (`${Key}` extends `2${string}` ? Key : never) : never;
/** The 2xx that are described, and not only as accepted. */
type Good<D extends Described> = Exclude<Class2<keyof D['bodies']>, 202> & keyof D['bodies'];
/** Those that have a body. */
type WithBody<D extends Described, Key extends keyof D['bodies'] = Good<D>> = Key extends keyof D['bodies']
  ? [D['bodies'][Key]] extends [never]
    ? never
    : Key
  : never;

/**
 * What an operation comes to: the bodies of its 2xx, but for 202, which is no result yet.
 * `default` is the result only where no 2xx is described: most descriptions mean errors by it.
 */
export type ResultOf<D extends Described> = [Class2<keyof D['bodies']>] extends [never]
  ? BodyAt<D, 'default'>
  : OrUnknown<D['bodies'][Good<D>]>;

/** Whether its results are of several keys, and so perhaps of several types. */
export type HasSeveral<D extends Described> = IsUnion<WithBody<D>>;
type IsUnion<T, All = T> = [T] extends [never]
  ? false
  : T extends T
    ? [All] extends [T]
      ? false
      : true
    : never;

/** The statuses whose answers are described to have no body. */
export type Bodiless<D extends Described> = Exclude<Good<D>, WithBody<D>>;
/** What axios has as the data of an answer without a body. */
export type NoBody = '' | undefined;

/** The data of a success. One of a status that is not described is a success of the operation all the same. */
export type DataAt<D extends Described, Status> = Status extends keyof D['bodies']
  ? OrNoBody<D['bodies'][Status]>
  : [RangeOf<Status> & keyof D['bodies']] extends [never]
    ? ResultOf<D>
    : OrNoBody<D['bodies'][RangeOf<Status> & keyof D['bodies']]>;
type OrNoBody<Body> = [Body] extends [never] ? NoBody : Body;
