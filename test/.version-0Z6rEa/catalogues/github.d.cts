import { o as Problem } from "../catalogue.cjs";

//#region src/catalogues/github/limits.d.ts
declare const limits: {
  readonly primary_rate_limit: {
    readonly kind: "unavailable";
    readonly retry: "throttle";
    readonly statuses: readonly [403, 429];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API, Rate limits, Exceeding the rate limit";
  };
  readonly secondary_rate_limit: {
    readonly kind: "unavailable";
    readonly retry: "throttle";
    readonly retryAfterMs: 60_000;
    readonly statuses: readonly [403, 429];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API, Rate limits, Exceeding the rate limit";
  };
};
/** GitHub's two rate limits, under codes of our own. */
declare const githubLimits: typeof limits;
/**
* Tells GitHub's two rate limits from any other refusal (GitHub REST API, Rate
* limits, Exceeding the rate limit): the message of a secondary limit says so, the
* primary one leaves nothing in `x-ratelimit-remaining`. A `Retry-After` without
* either is a secondary limit's. Anything else is left to the built-in reader.
*/
declare function readGithubProblem(body: unknown, headers: Readonly<Record<string, string>>, status: number): Omit<Problem, "details"> | undefined;
//#endregion
//#region src/catalogues/github/statuses.d.ts
declare const statuses: {
  readonly 200: {
    readonly name: "OK";
    readonly kind: "success";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API, Repository statistics";
  };
  readonly 201: {
    readonly name: "Created";
    readonly kind: "success";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API description (OpenAPI), responses";
  };
  readonly 202: {
    readonly name: "Accepted";
    readonly kind: "delayed";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API, Repository statistics";
  };
  readonly 204: {
    readonly name: "No Content";
    readonly kind: "empty";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API, Repository statistics";
  };
  readonly 301: {
    readonly name: "Moved Permanently";
    readonly kind: "redirected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API, Best practices, Follow redirects";
  };
  readonly 302: {
    readonly name: "Found";
    readonly kind: "redirected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API, Best practices, Follow redirects";
  };
  readonly 304: {
    readonly name: "Not Modified";
    readonly kind: "unmodified";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API, Best practices, Use conditional requests if appropriate";
  };
  readonly 307: {
    readonly name: "Temporary Redirect";
    readonly kind: "redirected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API, Best practices, Follow redirects";
  };
  readonly 400: {
    readonly name: "Bad Request";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API, Troubleshooting";
  };
  readonly 401: {
    readonly name: "Unauthorized";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API, Authenticating, Failed login limit";
  };
  readonly 403: {
    readonly name: "Forbidden";
    readonly kind: "rejected";
    readonly or: readonly ["unavailable"];
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API, Troubleshooting";
  };
  readonly 404: {
    readonly name: "Not Found";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API, Troubleshooting";
  };
  readonly 409: {
    readonly name: "Conflict";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API description (OpenAPI), responses";
  };
  readonly 410: {
    readonly name: "Gone";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API description (OpenAPI), responses";
  };
  readonly 422: {
    readonly name: "Unprocessable Entity";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API, Troubleshooting";
  };
  readonly 429: {
    readonly name: "Too Many Requests";
    readonly kind: "unavailable";
    readonly retry: "throttle";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API, Rate limits, Exceeding the rate limit";
  };
  readonly 500: {
    readonly name: "Internal Error";
    readonly kind: "failed";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "octokit/plugin-retry.js, README";
  };
  readonly 502: {
    readonly name: "Server Error";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API, Troubleshooting, Timeouts; octokit/plugin-retry.js, README";
  };
  readonly 503: {
    readonly name: "Service Unavailable";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "GitHub REST API description (OpenAPI), responses; octokit/plugin-retry.js, README";
  };
};
/** The type of {@link github}, short enough for a field: `OutcomeClient<GithubCatalogue>`. */
interface GithubCatalogue {
  readonly name: "GitHub";
  readonly source: "GitHub REST API documentation";
  readonly statuses: typeof statuses;
  readonly codes: typeof githubLimits;
  readonly requestId: readonly ["x-github-request-id"];
  readonly readProblem: typeof readGithubProblem;
}
/** GitHub's REST API. */
declare const github: GithubCatalogue;
//#endregion
export { type GithubCatalogue, github };