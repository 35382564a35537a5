/** Lets so many pieces of work run at once, and the rest wait for their turn, in order. */
export class Turns {
  readonly #limit: number;
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * Does the work once it is its turn. `giveUp` is handed a function that ends the
   * waiting, and returns one that takes that back; who gave up gets undefined.
   */
  async run<T>(work: () => Promise<T>, giveUp: (stop: () => void) => () => void): Promise<T | undefined> {
    if (this.#running < this.#limit) this.#running++;
    else if (!(await this.#turn(giveUp))) return undefined;
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  #turn(giveUp: (stop: () => void) => () => void): Promise<boolean> {
    return new Promise((resolve) => {
      const go = () => {
        takeBack();
        resolve(true);
      };
      this.#waiting.add(go);
      const takeBack = giveUp(() => {
        takeBack();
        this.#waiting.delete(go);
        resolve(false);
      });
    });
  }

  /** The turn is handed on, so that nobody can come in between. */
  #next(): void {
    for (const go of this.#waiting) {
      this.#waiting.delete(go);
      go();
      return;
    }
    this.#running--;
  }
}
