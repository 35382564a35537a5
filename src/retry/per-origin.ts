/** Origins that are remembered; past that, the one used longest ago is forgotten. */
const maxOrigins = 1000;

/** A small store with an entry per origin. */
export interface PerOrigin<T> {
  /** The origin's entry, made where there is none. */
  of(origin: string): T;
  /** The origin's entry, if it has one. */
  find(origin: string): T | undefined;
  forget(origin: string): void;
  readonly size: number;
}

/** Keeps what `make` makes for each origin, for as many origins as a client sensibly talks to. */
export function perOrigin<T>(make: () => T): PerOrigin<T> {
  const entries = new Map<string, T>();
  return {
    of(origin) {
      const entry = entries.get(origin) ?? make();
      entries.delete(origin);
      entries.set(origin, entry);
      const [oldest] = entries.keys();
      if (entries.size > maxOrigins && oldest !== undefined) entries.delete(oldest);
      return entry;
    },
    find: (origin) => entries.get(origin),
    forget: (origin) => void entries.delete(origin),
    get size() {
      return entries.size;
    },
  };
}
