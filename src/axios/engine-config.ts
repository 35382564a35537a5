import type { InternalAxiosRequestConfig } from 'axios';
import type { RequestOutcomeOptions } from './options.js';
import type { Recorded } from './recorded-result.js';

/** The config as the engine finds it: axios hands through the keys that it does not know. */
export interface EngineConfig extends InternalAxiosRequestConfig {
  outcome?: RequestOutcomeOptions;
  /** Set by the client's own methods, to learn how the request ended whatever interceptors make of it. */
  outcomeSink?: Sink;
}

/**
 * What the engine tells the client's own methods. A class, since axios copies the
 * plain objects of a config; its fields are private, so that a config can still
 * be printed.
 */
export class Sink {
  #entered = false;
  #recorded: Recorded | undefined;

  /** True once the request has come as far as the adapter. */
  get entered(): boolean {
    return this.#entered;
  }
  get recorded(): Recorded | undefined {
    return this.#recorded;
  }
  enter(): void {
    this.#entered = true;
  }
  record(recorded: Recorded): void {
    this.#recorded = recorded;
  }
  toJSON(): undefined {
    return undefined;
  }
}
