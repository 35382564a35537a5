import { o as Problem } from "../catalogue.cjs";

//#region src/catalogues/azure/unfinished.d.ts
declare const codes$1: {
  readonly Unfinished: {
    readonly kind: "delayed";
    readonly statuses: readonly [201];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Track asynchronous Azure operations, provisioningState values";
  };
};
/** The code of a resource that is still being provisioned, which is our own. */
declare const unfinishedCode: typeof codes$1;
/**
* Tells a 201 whose resource is still being provisioned from one that is done: a
* `provisioningState` that is none of the three ends (Azure Resource Manager, Track
* asynchronous Azure operations). Anything else is left to the built-in reader.
*/
declare function readUnfinished(body: unknown, _headers: Readonly<Record<string, string>>, status: number): Omit<Problem, "details"> | undefined;
//#endregion
//#region src/catalogues/azure/codes.d.ts
declare const codes: {
  readonly AnotherOperationInProgress: {
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly statuses: readonly [409, 429];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes";
  };
  readonly DeploymentActiveAndUneditable: {
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly statuses: readonly [409];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes";
  };
  readonly ResourceGroupBeingDeleted: {
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly statuses: readonly [409];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes";
  };
  readonly RetryableError: {
    readonly retry: "transient";
    readonly statuses: readonly [429];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure network resource provider, as in hashicorp/terraform issues 7153 and 7986";
  };
  readonly RetryableErrorDueToAnotherOperation: {
    readonly retry: "transient";
    readonly statuses: readonly [429];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Request limits and throttling, Error code";
  };
  readonly Conflict: {
    readonly retry: "never";
    readonly statuses: readonly [409];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes";
  };
  readonly AuthorizationFailed: {
    readonly retry: "never";
    readonly statuses: readonly [403];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes";
  };
  readonly RequestDisallowedByPolicy: {
    readonly retry: "never";
    readonly statuses: readonly [403];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes";
  };
  readonly SkuNotAvailable: {
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes";
  };
  readonly ResourceQuotaExceeded: {
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes";
  };
};
type All = typeof codes & typeof unfinishedCode;
/** The error codes of Azure Resource Manager that say whether another attempt is worth it. */
declare const azureCodes: { readonly [C in keyof All]: All[C] };
//#endregion
//#region src/catalogues/azure/statuses.d.ts
declare const statuses: {
  readonly 200: {
    readonly name: "OK";
    readonly kind: "success";
    readonly or: readonly ["delayed"];
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Track asynchronous Azure operations";
  };
  readonly 201: {
    readonly name: "Created";
    readonly kind: "success";
    readonly or: readonly ["delayed"];
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Track asynchronous Azure operations";
  };
  readonly 202: {
    readonly name: "Accepted";
    readonly kind: "delayed";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Track asynchronous Azure operations";
  };
  readonly 204: {
    readonly name: "No Content";
    readonly kind: "empty";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Track asynchronous Azure operations";
  };
  readonly 400: {
    readonly name: "BadRequest";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes";
  };
  readonly 401: {
    readonly name: "Unauthorized";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes (InvalidAuthenticationTokenTenant)";
  };
  readonly 403: {
    readonly name: "Forbidden";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes (AuthorizationFailed, RequestDisallowedByPolicy)";
  };
  readonly 404: {
    readonly name: "NotFound";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes";
  };
  readonly 408: {
    readonly name: "Request Timeout";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "azure-sdk-for-js, core-rest-pipeline, exponentialRetryStrategy";
  };
  readonly 409: {
    readonly name: "Conflict";
    readonly kind: "rejected";
    readonly or: readonly ["unavailable"];
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes";
  };
  readonly 429: {
    readonly name: "Too many requests";
    readonly kind: "unavailable";
    readonly retry: "throttle";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Request limits and throttling, Error code";
  };
  readonly 500: {
    readonly name: "InternalServerError";
    readonly kind: "failed";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes";
  };
  readonly 501: {
    readonly name: "Not Implemented";
    readonly kind: "failed";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "azure-sdk-for-js, core-rest-pipeline, exponentialRetryStrategy";
  };
  readonly 502: {
    readonly name: "Bad Gateway";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "azure-sdk-for-js, core-rest-pipeline, exponentialRetryStrategy";
  };
  readonly 503: {
    readonly name: "Service Unavailable";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "azure-sdk-for-js, core-rest-pipeline, exponentialRetryStrategy";
  };
  readonly 504: {
    readonly name: "Gateway Timeout";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "azure-sdk-for-js, core-rest-pipeline, exponentialRetryStrategy";
  };
};
/** The type of {@link azure}, short enough for a field: `OutcomeClient<AzureCatalogue>`. */
interface AzureCatalogue {
  readonly name: "Azure Resource Manager";
  readonly source: "Azure Resource Manager documentation";
  readonly statuses: typeof statuses;
  readonly codes: typeof azureCodes;
  readonly readProblem: typeof readUnfinished;
  readonly requestId: readonly ["x-ms-request-id", "x-ms-correlation-request-id"];
  readonly retry: {
    readonly baseDelayMs: 1_000;
    readonly maxDelayMs: 64_000;
    readonly source: "azure-sdk-for-js, core-rest-pipeline, exponentialRetryStrategy";
  };
}
/**
* Azure Resource Manager. What it started is told by `Azure-AsyncOperation`,
* `Location` or the resource's own `provisioningState`, also under 200 and 201
* (Track asynchronous Azure operations).
*/
declare const azure: AzureCatalogue;
//#endregion
export { type AzureCatalogue, azure };