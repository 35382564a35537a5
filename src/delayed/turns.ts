/** Ends a waiting. The function that it returns takes that back. */
type GiveUp = (stop: () => void) => () => void;

/** Turns for each origin: one that does not answer keeps nobody waiting but its own tasks. */
export class Turns {
  readonly #limit: number;
  readonly #queues = new Map<string, Queue>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * Does the work once it is its turn at this origin. `giveUp` is handed a function that
   * ends the waiting, and returns one that takes that back; who gave up gets undefined.
   */
  async run<T>(origin: string, work: () => Promise<T>, giveUp: GiveUp): Promise<T | undefined> {
    const queue = this.#queues.get(origin) ?? new Queue(this.#limit);
    this.#queues.set(origin, queue);
    try {
      return await queue.run(work, giveUp);
    } finally {
      if (queue.isIdle) this.#queues.delete(origin);
    }
  }
}

/** Lets so many pieces of work run at once, and the rest wait for their turn, in order. */
class Queue {
  readonly #limit: number;
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isIdle(): boolean {
    return this.#running === 0 && this.#waiting.size === 0;
  }

  async run<T>(work: () => Promise<T>, giveUp: GiveUp): Promise<T | undefined> {
    if (this.#running < this.#limit) this.#running++;
    else if (!(await this.#turn(giveUp))) return undefined;
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  #turn(giveUp: GiveUp): Promise<boolean> {
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
