/** A documented call. */
export interface Operation {
  readonly method: string;
  /** The path, with `{param}` for a segment: `/v1.0/{project_id}/kms/describe-key`. */
  readonly path: string;
  /** True: sending the same request twice leaves the same state behind. */
  readonly repeatable?: boolean;
  /**
   * The call starts a task. Its answer is `delayed` where the body has a text under
   * `id`, whatever its 2xx status; the status names `delayed` in `or`.
   */
  readonly task?: TaskOperation;
}

/** How a call that starts a task tells of it. */
export interface TaskOperation {
  /** The name of the dialect that follows the task. */
  readonly dialect: string;
  /** The field of the answer's body that holds the task's id. Empty where a header tells of the task, and `field` or `words` is given. */
  readonly id: string;
  /** The field of a monitor's answer that holds the task's state, such as `job.phase`. Default: that of the dialect. */
  readonly field?: string;
  /** What the API's own words for that state mean, compared whole and in any case. The usual words are known without. */
  readonly words?: TaskWords;
}

/** An API's words for the state of a task. */
export interface TaskWords {
  readonly running?: readonly string[];
  readonly done?: readonly string[];
  readonly failed?: readonly string[];
  readonly cancelled?: readonly string[];
}
