import type { Operation } from './operation.js';

/** An answer of a server, for a dialect to read. */
export interface TaskAnswer {
  /** The method of the request that started the task, in capitals. */
  readonly method: string;
  /** The absolute address that answered. */
  readonly url: string;
  readonly status: number;
  /** The headers, with names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, parsed if it is JSON. */
  readonly body: unknown;
  /** The documented operation of the call that started the task. Answers to polls have it too. */
  readonly operation?: Operation;
}

/** Where a task is followed. An address may be relative to the address of the answer. */
export interface TaskLink {
  /** The address that is asked with GET until the task has ended. */
  readonly monitor: string;
  /** The address of the result, if it is known already. */
  readonly result?: string;
}

/** What a monitor's answer says about the task. */
export type TaskReading =
  | {
      readonly state: 'running';
      /** The server's word for the state. */
      readonly word?: string;
      /** True when no dialect and no catalogue knows the word. A task whose word stays unknown is given up after a while. */
      readonly unknown?: true;
      /** The progress, from 0 to 100. */
      readonly progress?: number;
      /** A new address of the monitor, and a new address of the result. */
      readonly link?: Partial<TaskLink>;
    }
  | {
      readonly state: 'done';
      readonly word?: string;
      /** The address of the result. Without it, `data` is the result. */
      readonly result?: string;
      readonly data?: unknown;
    }
  | {
      readonly state: 'failed' | 'cancelled';
      readonly word?: string;
      /** The part of the body that says why the task failed, in the shape of an error body. */
      readonly problem: unknown;
    }
  /** The server no longer knows the task. */
  | { readonly state: 'expired' }
  /** The dialect cannot read the answer. `message` says why. */
  | { readonly state: 'unreadable'; readonly message: string };

/** How one family of APIs describes its delayed tasks. */
export interface Dialect {
  /** The name of the dialect. Tokens contain it, so that another process finds the dialect. */
  readonly name: string;
  /** Returns the task that an answer started, or undefined if the answer is not of this dialect. */
  readonly start: (answer: TaskAnswer) => TaskLink | undefined;
  /** Says what an answer of the monitor means. It gets only answers with a status below 400. */
  readonly read: (answer: TaskAnswer, link: TaskLink) => TaskReading;
  /** Returns the request that asks the server to stop the task, if the API has such a request. */
  readonly cancel?: (link: TaskLink) => { readonly method: string; readonly url: string };
  /**
   * Says whether this dialect follows tasks at an address. Anybody may have written a token, so
   * `cancel` of a resumed task needs `true` here. Default: false.
   */
  readonly isMonitor?: (address: string) => boolean;
}
