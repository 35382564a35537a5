import type { Clock } from '../retry/clock.js';

interface Entry {
  readonly due: number;
  readonly wake: () => void;
  state: 'waiting' | 'cancelled' | 'over';
}

/**
 * Waits for many times with one timer, since ten thousand tasks would need ten thousand timers. The
 * entries are a binary heap with the earliest on top.
 */
export class Agenda {
  #heap: Entry[] = [];
  /** The number of cancelled entries in the heap. */
  #cancelled = 0;
  #cancelTimer = () => {};
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `wake` after `ms`. The returned function cancels the call. */
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
    // If the wait is longer than a timer allows, `#run` arms the timer again.
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
   * Removes cancelled entries. Each entry keeps its task in memory, and the timer keeps the process
   * alive; a cancelled deadline may be hours away. A sorted list is a valid heap.
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

/** Passes a function that ends the wait. Returns a function that withdraws it. */
type GiveUp = (stop: () => void) => () => void;

/** A queue for each origin, so that a slow origin delays only its own tasks. */
export class Turns {
  readonly #limit: number;
  readonly #queues = new Map<string, Queue>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * Runs `work` when it is its turn at this origin. `giveUp` gets a function that ends the wait, and
   * returns a function that withdraws it. If the wait was ended, the result is undefined.
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

/** Runs up to `limit` pieces of work at once. The others wait for their turn, in order. */
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

  /** Passes the turn to the next in the queue. `#running` does not change, so that nobody else can take the turn. */
  #next(): void {
    for (const go of this.#waiting) {
      this.#waiting.delete(go);
      go();
      return;
    }
    this.#running--;
  }
}
