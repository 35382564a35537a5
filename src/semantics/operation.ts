/** A documented call. */
export interface Operation {
  readonly method: string;
  /** The path, with `{param}` for a segment: `/v1.0/{project_id}/kms/describe-key`. */
  readonly path: string;
  /** True when sending the same request twice has the same effect as sending it once. */
  readonly repeatable?: boolean;
  /**
   * Present when the call starts a task. An answer with any 2xx status is `delayed` if its body has a
   * text under `id`. The row of that status names `delayed` in `or`.
   */
  readonly task?: TaskOperation;
}

/** How the answer of a call describes the task that it started. */
export interface TaskOperation {
  /** The name of the dialect that follows the task. */
  readonly dialect: string;
  /** The field of the answer's body that holds the id of the task. It may be empty when a header describes the task and `field` or `words` is given. */
  readonly id: string;
  /** The field of a monitor's answer that holds the state of the task, such as `job.phase`. Default: the field of the dialect. */
  readonly field?: string;
  /** What the API's words for the state mean. Words are compared as a whole, in any case. The usual words need no entry. */
  readonly words?: TaskWords;
}

/** An API's words for the state of a task. */
export interface TaskWords {
  readonly running?: readonly string[];
  readonly done?: readonly string[];
  readonly failed?: readonly string[];
  readonly cancelled?: readonly string[];
}
