//#region src/catalogues/http/statuses.d.ts
declare const statuses: {
  readonly 100: {
    readonly name: "Continue";
    readonly kind: "failed";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.2.1";
  };
  readonly 101: {
    readonly name: "Switching Protocols";
    readonly kind: "failed";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.2.2";
  };
  readonly 102: {
    readonly name: "Processing";
    readonly kind: "failed";
    readonly retry: "never";
    readonly source: "RFC 2518, 10.1";
  };
  readonly 103: {
    readonly name: "Early Hints";
    readonly kind: "failed";
    readonly retry: "never";
    readonly source: "RFC 8297, 2";
  };
  readonly 104: {
    readonly name: "Upload Resumption Supported";
    readonly kind: "failed";
    readonly retry: "never";
    readonly source: "draft-ietf-httpbis-resumable-upload";
  };
  readonly 200: {
    readonly name: "OK";
    readonly kind: "success";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.3.1";
  };
  readonly 201: {
    readonly name: "Created";
    readonly kind: "success";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.3.2";
  };
  readonly 202: {
    readonly name: "Accepted";
    readonly kind: "delayed";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.3.3";
  };
  readonly 203: {
    readonly name: "Non-Authoritative Information";
    readonly kind: "success";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.3.4";
  };
  readonly 204: {
    readonly name: "No Content";
    readonly kind: "empty";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.3.5";
  };
  readonly 205: {
    readonly name: "Reset Content";
    readonly kind: "empty";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.3.6";
  };
  readonly 206: {
    readonly name: "Partial Content";
    readonly kind: "success";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.3.7";
  };
  readonly 207: {
    readonly name: "Multi-Status";
    readonly kind: "success";
    readonly retry: "never";
    readonly source: "RFC 4918, 11.1";
  };
  readonly 208: {
    readonly name: "Already Reported";
    readonly kind: "success";
    readonly retry: "never";
    readonly source: "RFC 5842, 7.1";
  };
  readonly 226: {
    readonly name: "IM Used";
    readonly kind: "success";
    readonly retry: "never";
    readonly source: "RFC 3229, 10.4.1";
  };
  readonly 300: {
    readonly name: "Multiple Choices";
    readonly kind: "choices";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.4.1";
  };
  readonly 301: {
    readonly name: "Moved Permanently";
    readonly kind: "redirected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.4.2";
  };
  readonly 302: {
    readonly name: "Found";
    readonly kind: "redirected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.4.3";
  };
  readonly 303: {
    readonly name: "See Other";
    readonly kind: "redirected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.4.4";
  };
  readonly 304: {
    readonly name: "Not Modified";
    readonly kind: "unmodified";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.4.5";
  };
  readonly 305: {
    readonly name: "Use Proxy";
    readonly kind: "redirected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.4.6";
  };
  readonly 306: {
    readonly name: "(Unused)";
    readonly kind: "redirected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.4.7";
  };
  readonly 307: {
    readonly name: "Temporary Redirect";
    readonly kind: "redirected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.4.8";
  };
  readonly 308: {
    readonly name: "Permanent Redirect";
    readonly kind: "redirected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.4.9";
  };
  readonly 400: {
    readonly name: "Bad Request";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.1";
  };
  readonly 401: {
    readonly name: "Unauthorized";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.2";
  };
  readonly 402: {
    readonly name: "Payment Required";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.3";
  };
  readonly 403: {
    readonly name: "Forbidden";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.4";
  };
  readonly 404: {
    readonly name: "Not Found";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.5";
  };
  readonly 405: {
    readonly name: "Method Not Allowed";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.6";
  };
  readonly 406: {
    readonly name: "Not Acceptable";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.7";
  };
  readonly 407: {
    readonly name: "Proxy Authentication Required";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.8";
  };
  readonly 408: {
    readonly name: "Request Timeout";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly source: "RFC 9110, 15.5.9";
  };
  readonly 409: {
    readonly name: "Conflict";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.10";
  };
  readonly 410: {
    readonly name: "Gone";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.11";
  };
  readonly 411: {
    readonly name: "Length Required";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.12";
  };
  readonly 412: {
    readonly name: "Precondition Failed";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.13";
  };
  readonly 413: {
    readonly name: "Content Too Large";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.14";
  };
  readonly 414: {
    readonly name: "URI Too Long";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.15";
  };
  readonly 415: {
    readonly name: "Unsupported Media Type";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.16";
  };
  readonly 416: {
    readonly name: "Range Not Satisfiable";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.17";
  };
  readonly 417: {
    readonly name: "Expectation Failed";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.18";
  };
  readonly 418: {
    readonly name: "(Unused)";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.19";
  };
  readonly 421: {
    readonly name: "Misdirected Request";
    readonly kind: "rejected";
    readonly retry: "transient";
    readonly source: "RFC 9110, 15.5.20";
  };
  readonly 422: {
    readonly name: "Unprocessable Content";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.21";
  };
  readonly 423: {
    readonly name: "Locked";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 4918, 11.3";
  };
  readonly 424: {
    readonly name: "Failed Dependency";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 4918, 11.4";
  };
  readonly 425: {
    readonly name: "Too Early";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly source: "RFC 8470, 5.2";
  };
  readonly 426: {
    readonly name: "Upgrade Required";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.5.22";
  };
  readonly 428: {
    readonly name: "Precondition Required";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 6585, 3";
  };
  readonly 429: {
    readonly name: "Too Many Requests";
    readonly kind: "unavailable";
    readonly retry: "throttle";
    readonly source: "RFC 6585, 4";
  };
  readonly 431: {
    readonly name: "Request Header Fields Too Large";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 6585, 5";
  };
  readonly 451: {
    readonly name: "Unavailable For Legal Reasons";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly source: "RFC 7725, 3";
  };
  readonly 500: {
    readonly name: "Internal Server Error";
    readonly kind: "failed";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.6.1";
  };
  readonly 501: {
    readonly name: "Not Implemented";
    readonly kind: "failed";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.6.2";
  };
  readonly 502: {
    readonly name: "Bad Gateway";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly source: "RFC 9110, 15.6.3";
  };
  readonly 503: {
    readonly name: "Service Unavailable";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly source: "RFC 9110, 15.6.4";
  };
  readonly 504: {
    readonly name: "Gateway Timeout";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly source: "RFC 9110, 15.6.5";
  };
  readonly 505: {
    readonly name: "HTTP Version Not Supported";
    readonly kind: "failed";
    readonly retry: "never";
    readonly source: "RFC 9110, 15.6.6";
  };
  readonly 506: {
    readonly name: "Variant Also Negotiates";
    readonly kind: "failed";
    readonly retry: "never";
    readonly source: "RFC 2295, 8.1";
  };
  readonly 507: {
    readonly name: "Insufficient Storage";
    readonly kind: "failed";
    readonly retry: "never";
    readonly source: "RFC 4918, 11.5";
  };
  readonly 508: {
    readonly name: "Loop Detected";
    readonly kind: "failed";
    readonly retry: "never";
    readonly source: "RFC 5842, 7.2";
  };
  readonly 510: {
    readonly name: "Not Extended (OBSOLETED)";
    readonly kind: "failed";
    readonly retry: "never";
    readonly source: "RFC 2774, 7";
  };
  readonly 511: {
    readonly name: "Network Authentication Required";
    readonly kind: "failed";
    readonly retry: "never";
    readonly source: "RFC 6585, 6";
  };
};
/** The type of the default catalogue: HTTP's own status codes, as rows without their meanings. */
interface DefaultCatalogue {
  readonly name: "HTTP";
  readonly source: "RFC 9110 and the IANA HTTP Status Code Registry";
  readonly statuses: typeof statuses;
}
//#endregion
export { DefaultCatalogue as t };