//#region src/catalogues/stripe/codes.d.ts
declare const codes: {
  readonly lock_timeout: {
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
    readonly source: "Stripe, Rate limits, Object lock timeouts";
  };
  readonly idempotency_key_in_use: {
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
    readonly source: "Stripe, Error codes";
  };
  readonly card_declined: {
    readonly retry: "never";
    readonly statuses: readonly [402];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Stripe, Error codes";
  };
  readonly expired_card: {
    readonly retry: "never";
    readonly statuses: readonly [402];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Stripe, Error codes";
  };
};
/** Stripe's error codes that say whether another attempt is worth it, and the most common of the others. */
declare const stripeCodes: typeof codes;
//#endregion
//#region src/catalogues/stripe/statuses.d.ts
declare const statuses: {
  readonly 200: {
    readonly name: "OK";
    readonly kind: "success";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Stripe API Reference, Errors, HTTP status code summary";
  };
  readonly 400: {
    readonly name: "Bad Request";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Stripe API Reference, Errors, HTTP status code summary";
  };
  readonly 401: {
    readonly name: "Unauthorized";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Stripe API Reference, Errors, HTTP status code summary";
  };
  readonly 402: {
    readonly name: "Request Failed";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Stripe API Reference, Errors, HTTP status code summary";
  };
  readonly 403: {
    readonly name: "Forbidden";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Stripe API Reference, Errors, HTTP status code summary";
  };
  readonly 404: {
    readonly name: "Not Found";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Stripe API Reference, Errors, HTTP status code summary";
  };
  readonly 409: {
    readonly name: "Conflict";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Stripe API Reference, Errors, HTTP status code summary; stripe-node, RequestSender";
  };
  readonly 424: {
    readonly name: "External Dependency Failed";
    readonly kind: "failed";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Stripe API Reference, Errors, HTTP status code summary";
  };
  readonly 429: {
    readonly name: "Too Many Requests";
    readonly kind: "unavailable";
    readonly retry: "throttle";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Stripe API Reference, Errors, HTTP status code summary";
  };
  readonly 500: {
    readonly name: "Server Errors";
    readonly kind: "failed";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Stripe API Reference, Errors, HTTP status code summary";
  };
  readonly 502: {
    readonly name: "Server Errors";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Stripe API Reference, Errors, HTTP status code summary";
  };
  readonly 503: {
    readonly name: "Server Errors";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Stripe API Reference, Errors, HTTP status code summary";
  };
  readonly 504: {
    readonly name: "Server Errors";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "Stripe API Reference, Errors, HTTP status code summary";
  };
};
/** The type of {@link stripe}, short enough for a field: `OutcomeClient<StripeCatalogue>`. */
interface StripeCatalogue {
  readonly name: "Stripe";
  readonly source: "Stripe API Reference, Errors, HTTP status code summary";
  readonly statuses: typeof statuses;
  readonly codes: typeof stripeCodes;
  readonly requestId: readonly ["request-id"];
  readonly retryHeader: "stripe-should-retry";
  readonly retry: {
    readonly retries: 2;
    readonly attemptTimeoutMs: 80_000;
    readonly baseDelayMs: 500;
    readonly throttleDelayMs: 500;
    readonly maxDelayMs: 5_000;
    readonly idempotencyKey: true;
    readonly source: "stripe-node, defaults of maxNetworkRetries, timeout and RequestSender";
  };
}
/**
* Stripe's API, v1. Every POST gets an `Idempotency-Key`, under which Stripe answers
* a repeated request as it answered the first (Stripe API Reference, Idempotent
* requests), and `Stripe-Should-Retry` has the last word, as in Stripe's own clients.
*/
declare const stripe: StripeCatalogue;
//#endregion
export { type StripeCatalogue, stripe };