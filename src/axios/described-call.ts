import type { AxiosRequestConfig } from 'axios';
import type { Json, PlainJson } from '../outcome/described/bodies.js';
import type { Catalogue } from '../semantics/catalogue.js';
import type { OwnResponses, RequestOutcomeOptions } from './options.js';

/** Options that a description does not define: the options of axios and of this library. */
export interface OtherOptions<C extends Catalogue, Own>
  extends Omit<AxiosRequestConfig, 'url' | 'method' | 'params' | 'headers' | 'data' | 'responseType'> {
  /** Schemas of this call. They go before the schemas of the client. */
  readonly responses?: OwnResponses<C, Own>;
  readonly outcome?: RequestOutcomeOptions & { readonly responses?: OwnResponses<C, Own> };
}

/** The type if a description has no parameters. An error then names the parameter that is not in the description. */
export interface NoParameters {
  readonly '~none'?: never;
}

/**
 * The parameters of an operation, by their names in axios: `path`, `params` and `headers`. The type uses
 * an index, since the compiler would try a condition for every path of the description.
 */
export type ParametersOf<Operation> = In<DescribedParameters<Operation>, 'path', 'path'> &
  In<DescribedParameters<Operation>, 'query', 'params'> &
  HeadersIn<DescribedParameters<Operation>>;
/** `never` if the operation has no parameters. */
type DescribedParameters<Operation> = Operation['parameters' & keyof Operation];

/** The parameters of one place. They are required if the description requires one of them. */
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
/** OpenAPI 3.1, Parameter Object: header parameters with these names are ignored. */
type Read<H> = {
  readonly [N in keyof H as Lowercase<N & string> extends 'accept' | 'content-type' | 'authorization'
    ? never
    : N]: H[N];
};

/** The media types that an operation accepts, with their schemas. */
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

/** The content type that axios sets for a plain object if no Content-Type is given. */
export type Unsaid = 'application/json';
/** The media types that `application/json` matches. A `+json` type needs a Content-Type header. */
type Assumed = PlainJson | '*/*' | 'application/*';
type Forms = 'application/x-www-form-urlencoded' | 'multipart/form-data';
/** A FormData or URLSearchParams. axios or the platform sets its Content-Type. */
export interface Form {
  readonly append: (name: string, value: never) => unknown;
}
/** No body has this type. So the error names the types that need a Content-Type header. */
export interface NeedsContentType<Type> {
  readonly '~type': Type;
}
/** No body has this type. So the error names the content type that is not in the description. */
export interface NoSuchContentType<Type> {
  readonly '~type': Type;
}

/** The body of a call, by its Content-Type. */
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

/** The config of a call that takes its body as an argument. */
type Config<Operation, C extends Catalogue, Own> = ParametersOf<Operation> & OtherOptions<C, Own>;
type BodyConfig<Operation, C extends Catalogue, Own, Type> = Config<Operation, C, Own> & SentAs<Type>;
/** The config of a call that takes its body in `data`. */
type BodyInConfig<Operation, Type> =
  HasNoBody<Operation> extends true
    ? object
    : NeedsBody<Operation> extends true
      ? { readonly data: BodyOf<Operation, Type> }
      : { readonly data?: BodyOf<Operation, Type> };

/** The arguments after the address in `get`, `delete`, `head` and `options`. */
export type BareRest<Operation, C extends Catalogue, Own, Type> = object extends ParametersOf<Operation> &
  BodyInConfig<Operation, Unsaid>
  ? [config?: BodyConfig<Operation, C, Own, Type> & BodyInConfig<Operation, Type>]
  : [config: BodyConfig<Operation, C, Own, Type> & BodyInConfig<Operation, Type>];

/** The arguments after the address in `post`, `put` and `patch`. */
export type BodyRest<Operation, C extends Catalogue, Own, Type> =
  object extends ParametersOf<Operation>
    ? NeedsBody<Operation> extends true
      ? [data: BodyOf<Operation, Type>, config?: BodyConfig<Operation, C, Own, Type>]
      : [data?: BodyOf<Operation, Type>, config?: BodyConfig<Operation, C, Own, Type>]
    : [data: BodyOf<Operation, Type>, config: BodyConfig<Operation, C, Own, Type>];

/** The fields besides method and address in the config of `request`. */
export type RequestOf<Operation, C extends Catalogue, Own, Type> = BodyConfig<Operation, C, Own, Type> &
  BodyInConfig<Operation, Type>;
