import { n as gatewayCodesOfDew, r as Sourced, t as gatewayCodes } from "../gateway.cjs";

//#region src/catalogues/ecs/codes.d.ts
declare const rows$1: {
  readonly "Ecs.0000": {
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "Ecs.0001": {
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "Ecs.0002": {
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "Ecs.0003": {
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "Ecs.0004": {
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "Ecs.0005": {
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "Ecs.0006": {
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "Ecs.0007": {
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "Ecs.0008": {
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "Ecs.0009": {
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "Ecs.0010": {
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "Ecs.0011": {
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "Ecs.0012": {
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
};
declare const own: Sourced<typeof rows$1, "ECS API Reference, Error Codes (ecs_07_0002)">;
type All = typeof own & typeof gatewayCodes & typeof gatewayCodesOfDew;
/** Error codes of ECS, and those of the API gateway, in both spellings, to which its page refers. */
declare const ecsCodes: { readonly [C in keyof All]: All[C] };
//#endregion
//#region src/catalogues/ecs/operations.d.ts
/**
* The calls of ECS that start a job (ECS API Reference, Responses (Jobs), and the
* pages of the calls): the answer has a `job_id`, followed at `GET
* /v1/{project_id}/jobs/{job_id}` until SUCCESS or FAIL (ecs_02_0901).
*/
declare const ecsOperations: readonly [{
  readonly method: "POST";
  readonly path: "/v1/{project_id}/cloudservers";
  readonly task: {
    readonly dialect: "huawei-job";
    readonly id: "job_id";
  };
}, {
  readonly method: "POST";
  readonly path: "/v1.1/{project_id}/cloudservers";
  readonly task: {
    readonly dialect: "huawei-job";
    readonly id: "job_id";
  };
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/cloudservers/delete";
  readonly task: {
    readonly dialect: "huawei-job";
    readonly id: "job_id";
  };
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/cloudservers/action";
  readonly task: {
    readonly dialect: "huawei-job";
    readonly id: "job_id";
  };
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/cloudservers/{server_id}/resize";
  readonly task: {
    readonly dialect: "huawei-job";
    readonly id: "job_id";
  };
}, {
  readonly method: "POST";
  readonly path: "/v1.1/{project_id}/cloudservers/{server_id}/resize";
  readonly task: {
    readonly dialect: "huawei-job";
    readonly id: "job_id";
  };
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/cloudservers/{server_id}/changeos";
  readonly task: {
    readonly dialect: "huawei-job";
    readonly id: "job_id";
  };
}, {
  readonly method: "POST";
  readonly path: "/v2/{project_id}/cloudservers/{server_id}/changeos";
  readonly task: {
    readonly dialect: "huawei-job";
    readonly id: "job_id";
  };
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/cloudservers/{server_id}/reinstallos";
  readonly task: {
    readonly dialect: "huawei-job";
    readonly id: "job_id";
  };
}, {
  readonly method: "POST";
  readonly path: "/v2/{project_id}/cloudservers/{server_id}/reinstallos";
  readonly task: {
    readonly dialect: "huawei-job";
    readonly id: "job_id";
  };
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/cloudservers/{server_id}/attachvolume";
  readonly task: {
    readonly dialect: "huawei-job";
    readonly id: "job_id";
  };
}, {
  readonly method: "DELETE";
  readonly path: "/v1/{project_id}/cloudservers/{server_id}/detachvolume/{volume_id}";
  readonly task: {
    readonly dialect: "huawei-job";
    readonly id: "job_id";
  };
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/batchaction/attachvolumes/{volume_id}";
  readonly task: {
    readonly dialect: "huawei-job";
    readonly id: "job_id";
  };
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/cloudservers/{server_id}/nics";
  readonly task: {
    readonly dialect: "huawei-job";
    readonly id: "job_id";
  };
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/cloudservers/{server_id}/nics/delete";
  readonly task: {
    readonly dialect: "huawei-job";
    readonly id: "job_id";
  };
}];
//#endregion
//#region src/catalogues/ecs/statuses.d.ts
declare const rows: {
  readonly 200: {
    readonly name: "OK";
    readonly kind: "success";
    readonly or: readonly ["delayed"];
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 201: {
    readonly name: "Created";
    readonly kind: "success";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 202: {
    readonly name: "Accepted";
    readonly kind: "delayed";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 204: {
    readonly name: "No Content";
    readonly kind: "empty";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 300: {
    readonly name: "multiple choices";
    readonly kind: "choices";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 400: {
    readonly name: "Bad Request";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 401: {
    readonly name: "Unauthorized";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 403: {
    readonly name: "Forbidden";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 404: {
    readonly name: "Not Found";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 405: {
    readonly name: "Method Not Allowed";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 406: {
    readonly name: "Not Acceptable";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 407: {
    readonly name: "Proxy Authentication Required";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 408: {
    readonly name: "Request Timeout";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 409: {
    readonly name: "Conflict";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 429: {
    readonly name: "Too Many Requests";
    readonly kind: "unavailable";
    readonly retry: "throttle";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 500: {
    readonly name: "Internal Server Error";
    readonly kind: "failed";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 501: {
    readonly name: "Not Implemented";
    readonly kind: "failed";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 502: {
    readonly name: "Bad Gateway";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 503: {
    readonly name: "Service Unavailable";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly 504: {
    readonly name: "Gateway Timeout";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
  };
};
declare const statuses: Sourced<typeof rows, "ECS API Reference, Returned Values for General Requests (ecs_07_0001)">;
/** The type of {@link ecs}, short enough for a field: `OutcomeClient<EcsCatalogue>`. */
interface EcsCatalogue {
  readonly name: "ECS";
  readonly source: "ECS API Reference, Returned Values for General Requests (ecs_07_0001)";
  readonly statuses: typeof statuses;
  readonly codes: typeof ecsCodes;
  readonly operations: typeof ecsOperations;
  readonly requestId: readonly ["x-request-id"];
}
/** Huawei Cloud Elastic Cloud Server (ECS), and the gateway in front of it. */
declare const ecs: EcsCatalogue;
//#endregion
export { type EcsCatalogue, ecs };