import type { Clock } from '../retry/clock.js';

interface Entry {
  readonly due: number;
  readonly wake: () => void;
  state: 'waiting' | 'cancelled' | 'over';
}

/**
 * Waits for many due times with one timer: ten thousand tasks that are followed
 * would else hold ten thousand. A binary heap, the earliest on top.
 */
export class Agenda {
  #heap: Entry[] = [];
  /** How many in the heap are cancelled. */
  #cancelled = 0;
  #cancelTimer = () => {};
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `wake` once `ms` have passed. The returned function takes that back. */
  after(ms: number, wake: () => void): () => void {
    const entry: Entry = { due: this.#clock.now() + ms, wake, state: 'waiting' };
    this.#push(entry);
    if (this.#heap[0] === entry) this.#rearm();
    return () => {
      if (entry.state !== 'waiting') return;
      entry.state = 'cancelled';
      this.#cancelled++;
      if (this.#isMostlyCancelled()) this.#rearm();
    };
  }

  #rearm(): void {
    this.#cancelTimer();
    this.#cancelTimer = () => {};
    if (this.#isMostlyCancelled()) this.#dropCancelled();
    const [first] = this.#heap;
    if (first === undefined) return;
    // A wait that is longer than a timer holds is armed again when it fires.
    const ms = Math.max(0, Math.ceil(first.due - this.#clock.now()));
    this.#cancelTimer = this.#clock.after(ms, () => this.#run());
  }

  #run(): void {
    const now = this.#clock.now();
    for (let first = this.#heap[0]; first !== undefined && first.due <= now; first = this.#heap[0]) {
      this.#pop();
      if (first.state === 'cancelled') this.#cancelled--;
      else {
        first.state = 'over';
        first.wake();
      }
    }
    this.#rearm();
  }

  #isMostlyCancelled(): boolean {
    return this.#cancelled * 2 > this.#heap.length;
  }

  /**
   * Each entry keeps its task in memory, and the last of them the process alive; a
   * deadline that was taken back may be hours away. A sorted list is a heap too.
   */
  #dropCancelled(): void {
    this.#heap = this.#heap.filter(({ state }) => state === 'waiting').sort((a, b) => a.due - b.due);
    this.#cancelled = 0;
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (dueAt(heap, parent) <= entry.due) break;
      this.#swap(index, parent);
      index = parent;
    }
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    heap[0] = last;
    for (let index = 0; ; ) {
      const left = 2 * index + 1;
      const child = dueAt(heap, left + 1) < dueAt(heap, left) ? left + 1 : left;
      if (dueAt(heap, child) >= last.due) return;
      this.#swap(index, child);
      index = child;
    }
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a === undefined || b === undefined) return;
    this.#heap[one] = b;
    this.#heap[other] = a;
  }
}

function dueAt(heap: readonly Entry[], index: number): number {
  return heap[index]?.due ?? Number.POSITIVE_INFINITY;
}

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
