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
  /** The field of the answer's body that holds the task's id. */
  readonly id: string;
}
