import type { DefaultCatalogue } from '../catalogues/http/statuses.js';
import type { Call, CheckedBy, OperationAt } from '../outcome/described/bodies.js';
import type { DescribedOutcome } from '../outcome/described/outcome.js';
import type { AnyResponses, NoResponses, OverResponses } from '../outcome/types.js';
import type { Catalogue } from '../semantics/catalogue.js';
import type { ClientOfInstance } from './client-of-instance.js';
import type { BareRest, BodyRest, RequestOf, Unsaid } from './described-call.js';

/** The paths that have a method. */
export type PathsWith<Paths, Method extends string> = {
  [Path in keyof Paths]: Paths[Path] extends { readonly [M in Method]: object } ? Path : never;
}[keyof Paths] &
  string;

/** A method that takes no body as an argument. If the description has a body, it goes into the config as `data`. */
type BareMethod<Paths, Method extends string, C extends Catalogue, R> = <
  Path extends PathsWith<Paths, Method>,
  const Own extends AnyResponses = NoResponses,
  const Type extends string = Unsaid,
>(
  path: Path,
  ...rest: BareRest<OperationAt<Paths, Method, Path>, C, Own, Type>
) => Promise<DescribedOutcome<CheckedBy<Call<Paths, Method, Path>, OverResponses<R, Own>>, C>>;
/** A method that takes its body as an argument. */
type BodyMethod<Paths, Method extends string, C extends Catalogue, R> = <
  Path extends PathsWith<Paths, Method>,
  const Own extends AnyResponses = NoResponses,
  const Type extends string = Unsaid,
>(
  path: Path,
  ...rest: BodyRest<OperationAt<Paths, Method, Path>, C, Own, Type>
) => Promise<DescribedOutcome<CheckedBy<Call<Paths, Method, Path>, OverResponses<R, Own>>, C>>;

type Methods = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';

/**
 * A client that is typed by the description of its API. `path` in the config fills the `{name}`s of an
 * address. `params`, `headers` and the body have the types of the description.
 */
export interface DescribedClient<Paths, C extends Catalogue = DefaultCatalogue, R = NoResponses>
  extends ClientOfInstance<C, R> {
  request<
    const Method extends Methods | Uppercase<Methods>,
    const Path extends PathsWith<Paths, Lowercase<Method>>,
    const Own extends AnyResponses = NoResponses,
    const Type extends string = Unsaid,
  >(
    config: { readonly method: Method; readonly url: Path } & RequestOf<
      OperationAt<Paths, Lowercase<Method>, Path>,
      C,
      Own,
      Type
    >,
  ): Promise<DescribedOutcome<CheckedBy<Call<Paths, Lowercase<Method>, Path>, OverResponses<R, Own>>, C>>;
  readonly get: BareMethod<Paths, 'get', C, R>;
  readonly delete: BareMethod<Paths, 'delete', C, R>;
  readonly head: BareMethod<Paths, 'head', C, R>;
  readonly options: BareMethod<Paths, 'options', C, R>;
  readonly post: BodyMethod<Paths, 'post', C, R>;
  readonly put: BodyMethod<Paths, 'put', C, R>;
  readonly patch: BodyMethod<Paths, 'patch', C, R>;
}
