import { o as Problem } from "../catalogue.cjs";

//#region src/catalogues/openai/codes.d.ts
declare const codes: {
  readonly insufficient_quota: {
    readonly kind: "rejected";
    readonly retry: "never";
    readonly statuses: readonly [429];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "OpenAI, Error codes guide";
  };
  readonly credit_balance_exhausted: {
    readonly kind: "rejected";
    readonly retry: "never";
    readonly statuses: readonly [429];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "OpenAI, Error codes guide";
  };
  readonly organization_spend_limit_exceeded: {
    readonly kind: "rejected";
    readonly retry: "never";
    readonly statuses: readonly [429];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "OpenAI, Error codes guide";
  };
  readonly project_spend_limit_exceeded: {
    readonly kind: "rejected";
    readonly retry: "never";
    readonly statuses: readonly [429];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "OpenAI, Error codes guide";
  };
  readonly organization_usage_limit_exceeded: {
    readonly kind: "rejected";
    readonly retry: "never";
    readonly statuses: readonly [429];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "OpenAI, Error codes guide";
  };
  readonly rate_limit_exceeded: {
    readonly retry: "throttle";
    readonly statuses: readonly [429];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "OpenAI, Error codes guide";
  };
  readonly slow_down: {
    readonly retry: "throttle";
    readonly statuses: readonly [429, 503];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "OpenAI, Error codes guide";
  };
  readonly server_is_overloaded: {
    readonly retry: "transient";
    readonly statuses: readonly [503];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "OpenAI, Error codes guide";
  };
};
/** OpenAI's error codes that say whether a 429 or a 503 is worth another attempt. */
declare const openaiCodes: typeof codes;
//#endregion
//#region src/catalogues/openai/problem.d.ts
/**
* `{ error: { message, type, param, code } }`. The kind of a billing error stands in
* `type` also where `code` is null, as older answers and other vendors' have it: then
* it is the code. Anything else is left to the built-in reader.
*/
declare function readOpenaiProblem(body: unknown): Omit<Problem, "details"> | undefined;
//#endregion
//#region src/catalogues/openai/statuses.d.ts
declare const statuses: {
  readonly 200: {
    readonly name: "OK";
    readonly kind: "success";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "OpenAI API Reference";
  };
  readonly 400: {
    readonly name: "BadRequestError";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "openai-node, README, Handling errors";
  };
  readonly 401: {
    readonly name: "AuthenticationError";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "openai-node, README, Handling errors";
  };
  readonly 403: {
    readonly name: "PermissionDeniedError";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "openai-node, README, Handling errors";
  };
  readonly 404: {
    readonly name: "NotFoundError";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "openai-node, README, Handling errors";
  };
  readonly 408: {
    readonly name: "Request Timeout";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "openai-node, README, Retries";
  };
  readonly 409: {
    readonly name: "ConflictError";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "openai-node, README, Retries";
  };
  readonly 422: {
    readonly name: "UnprocessableEntityError";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "openai-node, README, Handling errors";
  };
  readonly 429: {
    readonly name: "RateLimitError";
    readonly kind: "unavailable";
    readonly or: readonly ["rejected"];
    readonly retry: "throttle";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "openai-node, README, Handling errors";
  };
  readonly 500: {
    readonly name: "InternalServerError";
    readonly kind: "failed";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "openai-node, README, Retries";
  };
  readonly 502: {
    readonly name: "InternalServerError";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "openai-node, README, Retries";
  };
  readonly 503: {
    readonly name: "InternalServerError";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "openai-node, README, Retries";
  };
  readonly 504: {
    readonly name: "InternalServerError";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "openai-node, README, Retries";
  };
};
declare const operations: readonly [{
  readonly method: "POST";
  readonly path: "/chat/completions";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/embeddings";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/moderations";
  readonly repeatable: true;
}];
/** The type of {@link openai}, short enough for a field: `OutcomeClient<OpenaiCatalogue>`. */
interface OpenaiCatalogue {
  readonly name: "OpenAI";
  readonly source: "OpenAI, Error codes guide; openai-node, README";
  readonly statuses: typeof statuses;
  readonly codes: typeof openaiCodes;
  readonly operations: typeof operations;
  readonly requestId: readonly ["x-request-id"];
  readonly retryHeader: "x-should-retry";
  readonly readProblem: typeof readOpenaiProblem;
  readonly retry: {
    readonly retries: 2;
    readonly attemptTimeoutMs: 600_000;
    readonly baseDelayMs: 500;
    readonly throttleDelayMs: 500;
    readonly maxDelayMs: 8_000;
    readonly source: "openai-node, README, Retries and Timeouts; client, calculateDefaultRetryTimeoutMillis";
  };
}
/** OpenAI's API, and those that follow it: the paths are matched behind any base address. */
declare const openai: OpenaiCatalogue;
//#endregion
export { type OpenaiCatalogue, openai };