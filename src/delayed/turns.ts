/** Lets so many pieces of work run at once, and the rest wait for their turn, in order. */
export class Turns {
  readonly #limit: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#limit) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#running++;
    try {
      return await work();
    } finally {
      // The turn is handed on, so that nobody can come in between.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }
}
