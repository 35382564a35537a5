/** What a description says of one operation: its bodies by status, by range (`4XX`) and by `default`. `never` is no body. */
export interface Described {
  readonly bodies: object;
}

/** One operation of the `paths` that openapi-typescript writes. */
export interface Call<Paths, Method, Path> {
  readonly bodies: BodiesOf<ResponsesOf<OperationAt<Paths, Method, Path>>>;
}

/** The operation of a path and a method. */
export type OperationAt<Paths, Method, Path> = Paths[Path & keyof Paths][Method &
  keyof Paths[Path & keyof Paths]];

type ResponsesOf<Operation> = Operation['responses' & keyof Operation];
type BodiesOf<Responses> = { readonly [Status in keyof Responses]: BodyOf<Responses[Status]> };
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

/** Bodies by status, as hey-api writes them: of good answers, and of errors. */
export interface ByStatus<Good, Bad> {
  readonly bodies: { readonly [Status in keyof Good | keyof Bad]: Told<Good, Status> | Told<Bad, Status> };
}
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

/** The statuses of a range. */
export type InRange<Status, Range> = Status extends number
  ? [RangeOf<Status> & Range] extends [never]
    ? never
    : Status
  : never;

export type Ranges = `${1 | 2 | 3 | 4 | 5}${'XX' | 'xx'}`;

/**
 * The body of a status: its own, then that of its range, then `default`'s
 * (OpenAPI 3.1, Responses Object). `None` where the description says nothing of it.
 */
export type BodyAt<Bodies, Status, None> = Status extends keyof Bodies
  ? Bodies[Status]
  : [RangeOf<Status> & keyof Bodies] extends [never]
    ? 'default' extends keyof Bodies
      ? Bodies['default' & keyof Bodies]
      : None
    : Bodies[RangeOf<Status> & keyof Bodies];

type IsGood<Key> = Key extends number | string ? (`${Key}` extends `2${string}` ? Key : never) : never;
/** The 2xx that are described, 202 among them. */
type Good<Bodies> = IsGood<keyof Bodies>;

/** What axios has as the data of an answer without a body. */
export type NoBody = '' | undefined;
type OrNoBody<Body> = [Body] extends [never] ? NoBody : Body;
type OrUnknown<Body> = [Body] extends [never] ? unknown : Body;

/**
 * What an operation comes to: the bodies of its 2xx, but for 202, which is no result yet.
 * `default` is the result only where no 2xx is described: most descriptions mean errors by it.
 */
export type ResultOf<D extends Described> = OrUnknown<
  [Good<D['bodies']>] extends [never]
    ? BodyAt<D['bodies'], 200, never>
    : D['bodies'][Exclude<Good<D['bodies']>, 202> & keyof D['bodies']]
>;

/** The data of a success. One of a status that is not described is a success of the operation all the same. */
export type DataAt<D extends Described, Status> = [Status] extends [keyof D['bodies']]
  ? OrNoBody<D['bodies'][Status & keyof D['bodies']]>
  : [RangeOf<Status> & keyof D['bodies']] extends [never]
    ? ResultOf<D>
    : OrNoBody<D['bodies'][RangeOf<Status> & keyof D['bodies']]>;

/** The body of another answer. */
export type OtherBodyAt<D extends Described, Status> = OrUnknown<BodyAt<D['bodies'], Status, never>>;
