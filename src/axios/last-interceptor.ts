import type { AxiosInstance, InternalAxiosRequestConfig } from 'axios';

type Interceptor = (config: InternalAxiosRequestConfig) => InternalAxiosRequestConfig;

/** A handler as axios's interceptor manager stores it. */
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
 * Adds a request interceptor that runs after all others, whenever they were added, since they may still
 * change the adapter. `use` cannot do that: axios runs the newest interceptor first, or the oldest first
 * with `legacyInterceptorReqResOrdering: false`. axios calls `forEach` of the manager for each request,
 * so `forEach` is replaced by a version that adds this interceptor at the right end. The returned
 * function removes it.
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
    // Other code may have replaced `forEach` since. Then this version stays, and adds nothing.
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
  // It must be synchronous. Otherwise the whole chain would become asynchronous.
  return { fulfilled, rejected: rethrow, synchronous: true, runWhen };
}

/** Whether axios runs the newest interceptor first. That is its default, and the only order before 1.13. */
function runsNewestFirst({ transitional }: InternalAxiosRequestConfig): boolean {
  const order: unknown =
    transitional && 'legacyInterceptorReqResOrdering' in transitional
      ? transitional.legacyInterceptorReqResOrdering
      : true;
  return Boolean(order);
}

// axios calls the rejection handler of a synchronous interceptor that threw. It still sends the request,
// unless that handler throws too.
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
