import type { AxiosInstance, InternalAxiosRequestConfig } from 'axios';

type Interceptor = (config: InternalAxiosRequestConfig) => InternalAxiosRequestConfig;

/** A handler as axios's interceptor manager keeps it. */
interface Handler {
  readonly fulfilled: Interceptor;
  readonly rejected: (error: unknown) => never;
  readonly synchronous: boolean;
  readonly runWhen: (config: InternalAxiosRequestConfig) => boolean;
}
type Visit = (handler: Handler) => void;
interface Manager {
  forEach(visit: Visit): void;
}

/**
 * Adds a request interceptor that runs after all others, whenever they were
 * registered: one of them may still change the config's adapter. `use` cannot
 * promise that, since axios runs the newest first, and with
 * `legacyInterceptorReqResOrdering: false` the oldest. Axios walks its handlers
 * by `forEach` for each request, so that is where ours is put in, at the end
 * that comes last. The returned function takes it out.
 */
export function addLastInterceptor(instance: AxiosInstance, interceptor: Interceptor): () => void {
  const manager: unknown = instance.interceptors.request;
  if (!hasForEach(manager)) return addOrdinary(instance, interceptor);

  const newestFirst = handlerOf(interceptor, runsNewestFirst);
  const oldestFirst = handlerOf(interceptor, (config) => !runsNewestFirst(config));
  const own = Object.getOwnPropertyDescriptor(manager, 'forEach');
  const { forEach } = manager;
  let present = true;
  function walk(visit: Visit): void {
    if (present) visit(newestFirst);
    forEach.call(manager, visit);
    if (present) visit(oldestFirst);
  }
  Object.defineProperty(manager, 'forEach', { value: walk, configurable: true, writable: true });

  return () => {
    present = false;
    // Somebody else may have put a walk of theirs over ours: then ours stays, and does nothing.
    if (manager.forEach !== walk) return;
    if (own) Object.defineProperty(manager, 'forEach', own);
    else Reflect.deleteProperty(manager, 'forEach');
  };
}

function addOrdinary(instance: AxiosInstance, interceptor: Interceptor): () => void {
  const id = instance.interceptors.request.use(interceptor, rethrow, { synchronous: true });
  return () => instance.interceptors.request.eject(id);
}

function handlerOf(fulfilled: Interceptor, runWhen: Handler['runWhen']): Handler {
  // Synchronous, otherwise ours would make the whole chain asynchronous.
  return { fulfilled, rejected: rethrow, synchronous: true, runWhen };
}

/** Axios's own default; before 1.13 there was no other order. */
function runsNewestFirst({ transitional }: InternalAxiosRequestConfig): boolean {
  const order: unknown =
    transitional && 'legacyInterceptorReqResOrdering' in transitional
      ? transitional.legacyInterceptorReqResOrdering
      : true;
  return Boolean(order);
}

// axios calls the rejection handler of a synchronous interceptor that threw, and
// sends the request all the same unless that throws too.
function rethrow(error: unknown): never {
  throw error;
}

function hasForEach(manager: unknown): manager is Manager {
  return (
    typeof manager === 'object' &&
    manager !== null &&
    'forEach' in manager &&
    typeof manager.forEach === 'function'
  );
}
