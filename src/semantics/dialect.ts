import type { Operation } from './operation.js';

/** An answer of a server, as a dialect reads it. */
export interface TaskAnswer {
  /** The method of the request that started the task, in capitals. */
  readonly method: string;
  /** The absolute address that gave this answer. */
  readonly url: string;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body: parsed where it is JSON. */
  readonly body: unknown;
  /** The documented operation of the call that started the task; polls have it too. */
  readonly operation?: Operation;
}

/** Where a task is followed. Addresses may be relative to the answer's. */
export interface TaskLink {
  /** Asked with GET until the task has ended. */
  readonly monitor: string;
  /** Where the result will be, where that is known already. */
  readonly result?: string;
}

/** What a monitor's answer says of the task. */
export type TaskReading =
  | {
      readonly state: 'running';
      /** The server's own word. */
      readonly word?: string;
      /** Nobody knows the word: where it stays, the task is given up after a while. */
      readonly unknown?: true;
      /** From 0 to 100. */
      readonly progress?: number;
      /** A new address to ask, and a new address of the result. */
      readonly link?: Partial<TaskLink>;
    }
  | {
      readonly state: 'done';
      readonly word?: string;
      /** Where the result is. Without it, `data` is the result. */
      readonly result?: string;
      readonly data?: unknown;
    }
  | {
      readonly state: 'failed' | 'cancelled';
      readonly word?: string;
      /** The part of the body that says why, as an error body would. */
      readonly problem: unknown;
    }
  /** The server no longer knows the task. */
  | { readonly state: 'expired' }
  /** The dialect cannot read the answer. `message` says why. */
  | { readonly state: 'unreadable'; readonly message: string };

/** How one family of APIs tells of its delayed tasks. */
export interface Dialect {
  /** Stands in tokens, so that another process finds the dialect again. */
  readonly name: string;
  /** The task that an answer started, or undefined where the answer is of another dialect. */
  readonly start: (answer: TaskAnswer) => TaskLink | undefined;
  /** What an answer of the monitor says. It is asked for answers below 400 only. */
  readonly read: (answer: TaskAnswer, link: TaskLink) => TaskReading;
  /** The request that asks the server to stop the task, where the API has one. */
  readonly cancel?: (link: TaskLink) => { readonly method: string; readonly url: string };
  /**
   * Whether an address is one that this dialect follows tasks at. Anybody may have written a
   * token, so the task of a token is cancelled only where this says yes. Default: no.
   */
  readonly isMonitor?: (address: string) => boolean;
}
