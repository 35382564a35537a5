import type { AxiosRequestConfig } from 'axios';
import type { Json, PlainJson } from '../outcome/described/bodies.js';
import type { Catalogue } from '../semantics/catalogue.js';
import type { OwnResponses, RequestOutcomeOptions } from './options.js';

/** What a description does not say of a call: axios's options, and this library's. */
export interface OtherOptions<C extends Catalogue, Own>
  extends Omit<AxiosRequestConfig, 'url' | 'method' | 'params' | 'headers' | 'data' | 'responseType'> {
  /** Schemas of this one call, which go over the client's. */
  readonly responses?: OwnResponses<C, Own>;
  readonly outcome?: RequestOutcomeOptions & { readonly responses?: OwnResponses<C, Own> };
}

/** Where a description has no parameters: an error then names the one that is too much. */
export interface NoParameters {
  readonly '~none'?: never;
}

/**
 * The parameters of an operation, where axios has them: `path`, `params` and `headers`. By
 * index and not by a condition: a compiler tries a condition for every path of the description.
 */
export type ParametersOf<Operation> = In<DescribedParameters<Operation>, 'path', 'path'> &
  In<DescribedParameters<Operation>, 'query', 'params'> &
  HeadersIn<DescribedParameters<Operation>>;
/** `never` where it has none. */
type DescribedParameters<Operation> = Operation['parameters' & keyof Operation];

/** The parameters of one place. They are required where the description requires one of them. */
type In<Parameters, Place extends string, Name extends string> = Place extends keyof Parameters
  ? [NonNullable<Parameters[Place]>] extends [never]
    ? { readonly [N in Name]?: NoParameters }
    : object extends Pick<Parameters, Place>
      ? { readonly [N in Name]?: Parameters[Place] }
      : { readonly [N in Name]: Parameters[Place] }
  : { readonly [N in Name]?: NoParameters };

interface AnyHeaders {
  readonly [name: string]: string | number | boolean | readonly string[] | null | undefined;
}
type HeadersIn<Parameters> = [NonNullable<Parameters['header' & keyof Parameters]>] extends [never]
  ? { readonly headers?: AnyHeaders }
  : HeadersOf<Read<NonNullable<Parameters['header' & keyof Parameters]>>>;
type HeadersOf<H> = object extends H
  ? { readonly headers?: H & AnyHeaders }
  : { readonly headers: H & AnyHeaders };
/** OpenAPI 3.1, Parameter Object: these say nothing as header parameters. */
type Read<H> = {
  readonly [N in keyof H as Lowercase<N & string> extends 'accept' | 'content-type' | 'authorization'
    ? never
    : N]: H[N];
};

/** The media types that an operation takes, with what it takes of each. */
type ContentOf<Operation> = Operation extends { readonly requestBody?: infer Body }
  ? NonNullable<Body> extends { readonly content: infer Content }
    ? Content
    : object
  : object;
type HasNoBody<Operation> = [keyof ContentOf<Operation>] extends [never] ? true : false;
/** Whether the description requires a body. */
export type NeedsBody<Operation> = Operation extends { readonly requestBody: infer Body }
  ? [Body] extends [never]
    ? false
    : true
  : false;

/** What axios makes of a plain object where no Content-Type is given. */
export type Unsaid = 'application/json';
/** The media types that it fits. A `+json` is another one, which has to be given. */
type Assumed = PlainJson | '*/*' | 'application/*';
type Forms = 'application/x-www-form-urlencoded' | 'multipart/form-data';
/** A FormData or URLSearchParams, whose Content-Type axios or the platform knows. */
export interface Form {
  readonly append: (name: string, value: never) => unknown;
}
/** No body is this: so an error names the types whose Content-Type has to be given. */
export interface NeedsContentType<Type> {
  readonly '~type': Type;
}
/** No body is this: so an error names the type that the description does not have. */
export interface NoSuchContentType<Type> {
  readonly '~type': Type;
}

/** The body of a call, by the Content-Type that it is sent with. */
export type BodyOf<Operation, Type> =
  HasNoBody<Operation> extends true
    ? null | undefined
    : Sent<ContentOf<Operation>, Type> | (NeedsBody<Operation> extends true ? never : undefined);
type Sent<Content, Type> = Type extends Unsaid
  ? SentUnsaid<Content>
  : Type extends keyof Content
    ? Type extends Forms
      ? Content[Type] | Form
      : Type extends Json | `text/${string}`
        ? Content[Type]
        : unknown
    : string extends Type
      ? unknown
      : NoSuchContentType<Type>;
type SentUnsaid<Content> = [keyof Content & (Assumed | Forms)] extends [never]
  ? NeedsContentType<keyof Content>
  : Content[keyof Content & Assumed] | ([keyof Content & Forms] extends [never] ? never : Form);

type SentAs<Type> = { readonly headers?: { readonly 'Content-Type'?: Type } };

/** The config of a call whose body, if any, is an argument of its own. */
type Config<Operation, C extends Catalogue, Own> = ParametersOf<Operation> & OtherOptions<C, Own>;
type BodyConfig<Operation, C extends Catalogue, Own, Type> = Config<Operation, C, Own> & SentAs<Type>;
/** The config of a call whose body stands in it. */
type BodyInConfig<Operation, Type> =
  HasNoBody<Operation> extends true
    ? object
    : NeedsBody<Operation> extends true
      ? { readonly data: BodyOf<Operation, Type> }
      : { readonly data?: BodyOf<Operation, Type> };

/** What follows the address in `get`, `delete`, `head` and `options`. */
export type BareRest<Operation, C extends Catalogue, Own, Type> = object extends ParametersOf<Operation> &
  BodyInConfig<Operation, Unsaid>
  ? [config?: BodyConfig<Operation, C, Own, Type> & BodyInConfig<Operation, Type>]
  : [config: BodyConfig<Operation, C, Own, Type> & BodyInConfig<Operation, Type>];

/** What follows the address in `post`, `put` and `patch`. */
export type BodyRest<Operation, C extends Catalogue, Own, Type> =
  object extends ParametersOf<Operation>
    ? NeedsBody<Operation> extends true
      ? [data: BodyOf<Operation, Type>, config?: BodyConfig<Operation, C, Own, Type>]
      : [data?: BodyOf<Operation, Type>, config?: BodyConfig<Operation, C, Own, Type>]
    : [data: BodyOf<Operation, Type>, config: BodyConfig<Operation, C, Own, Type>];

/** What stands beside the method and the address in `request`. */
export type RequestOf<Operation, C extends Catalogue, Own, Type> = BodyConfig<Operation, C, Own, Type> &
  BodyInConfig<Operation, Type>;
