import type { Catalogue } from '../../semantics/catalogue.js';

// The names are those of the registry as of 2025-09-15; 306 and 418 are '(Unused)' there. The registry
// names RFCs, and the sections were looked up.
// biome-ignore format: one line per status, to be read as a table.
const statuses = {
  // 1xx: an interim answer came as the final answer. The server gave no final answer.
  100: { name: 'Continue', kind: 'failed', retry: 'never', source: 'RFC 9110, 15.2.1' },
  101: { name: 'Switching Protocols', kind: 'failed', retry: 'never', source: 'RFC 9110, 15.2.2' },
  102: { name: 'Processing', kind: 'failed', retry: 'never', source: 'RFC 2518, 10.1' },
  103: { name: 'Early Hints', kind: 'failed', retry: 'never', source: 'RFC 8297, 2' },
  // A temporary registration until 2026-11-13. The dates that IANA prints after the name are left out.
  104: { name: 'Upload Resumption Supported', kind: 'failed', retry: 'never', source: 'draft-ietf-httpbis-resumable-upload' },

  // 2xx: the request was carried out. With 202 it was only accepted.
  200: { name: 'OK', kind: 'success', retry: 'never', source: 'RFC 9110, 15.3.1' },
  201: { name: 'Created', kind: 'success', retry: 'never', source: 'RFC 9110, 15.3.2' },
  202: { name: 'Accepted', kind: 'delayed', retry: 'never', source: 'RFC 9110, 15.3.3' },
  203: { name: 'Non-Authoritative Information', kind: 'success', retry: 'never', source: 'RFC 9110, 15.3.4' },
  204: { name: 'No Content', kind: 'empty', retry: 'never', source: 'RFC 9110, 15.3.5' },
  205: { name: 'Reset Content', kind: 'empty', retry: 'never', source: 'RFC 9110, 15.3.6' },
  206: { name: 'Partial Content', kind: 'success', retry: 'never', source: 'RFC 9110, 15.3.7' },
  207: { name: 'Multi-Status', kind: 'success', retry: 'never', source: 'RFC 4918, 11.1' },
  208: { name: 'Already Reported', kind: 'success', retry: 'never', source: 'RFC 5842, 7.1' },
  226: { name: 'IM Used', kind: 'success', retry: 'never', source: 'RFC 3229, 10.4.1' },

  // 3xx: a redirect that the transport did not follow.
  300: { name: 'Multiple Choices', kind: 'choices', retry: 'never', source: 'RFC 9110, 15.4.1' },
  301: { name: 'Moved Permanently', kind: 'redirected', retry: 'never', source: 'RFC 9110, 15.4.2' },
  302: { name: 'Found', kind: 'redirected', retry: 'never', source: 'RFC 9110, 15.4.3' },
  303: { name: 'See Other', kind: 'redirected', retry: 'never', source: 'RFC 9110, 15.4.4' },
  304: { name: 'Not Modified', kind: 'unmodified', retry: 'never', source: 'RFC 9110, 15.4.5' },
  305: { name: 'Use Proxy', kind: 'redirected', retry: 'never', source: 'RFC 9110, 15.4.6' },
  306: { name: '(Unused)', kind: 'redirected', retry: 'never', source: 'RFC 9110, 15.4.7' },
  307: { name: 'Temporary Redirect', kind: 'redirected', retry: 'never', source: 'RFC 9110, 15.4.8' },
  308: { name: 'Permanent Redirect', kind: 'redirected', retry: 'never', source: 'RFC 9110, 15.4.9' },

  // 4xx: the request must change. With 408, 425 and 429 only the time was wrong, so the request may be sent again.
  400: { name: 'Bad Request', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.1' },
  401: { name: 'Unauthorized', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.2' },
  402: { name: 'Payment Required', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.3' },
  403: { name: 'Forbidden', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.4' },
  404: { name: 'Not Found', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.5' },
  405: { name: 'Method Not Allowed', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.6' },
  406: { name: 'Not Acceptable', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.7' },
  407: { name: 'Proxy Authentication Required', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.8' },
  408: { name: 'Request Timeout', kind: 'unavailable', retry: 'transient', source: 'RFC 9110, 15.5.9' },
  409: { name: 'Conflict', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.10' },
  410: { name: 'Gone', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.11' },
  411: { name: 'Length Required', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.12' },
  412: { name: 'Precondition Failed', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.13' },
  413: { name: 'Content Too Large', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.14' },
  414: { name: 'URI Too Long', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.15' },
  415: { name: 'Unsupported Media Type', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.16' },
  416: { name: 'Range Not Satisfiable', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.17' },
  417: { name: 'Expectation Failed', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.18' },
  418: { name: '(Unused)', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.19' },
  // The request reached the wrong server. Another connection may reach the right server.
  421: { name: 'Misdirected Request', kind: 'rejected', retry: 'transient', source: 'RFC 9110, 15.5.20' },
  422: { name: 'Unprocessable Content', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.21' },
  423: { name: 'Locked', kind: 'rejected', retry: 'never', source: 'RFC 4918, 11.3' },
  424: { name: 'Failed Dependency', kind: 'rejected', retry: 'never', source: 'RFC 4918, 11.4' },
  425: { name: 'Too Early', kind: 'unavailable', retry: 'transient', source: 'RFC 8470, 5.2' },
  426: { name: 'Upgrade Required', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.22' },
  428: { name: 'Precondition Required', kind: 'rejected', retry: 'never', source: 'RFC 6585, 3' },
  429: { name: 'Too Many Requests', kind: 'unavailable', retry: 'throttle', source: 'RFC 6585, 4' },
  431: { name: 'Request Header Fields Too Large', kind: 'rejected', retry: 'never', source: 'RFC 6585, 5' },
  451: { name: 'Unavailable For Legal Reasons', kind: 'rejected', retry: 'never', source: 'RFC 7725, 3' },

  // 5xx: the server failed. HTTP documents 502, 503 and 504 as temporary, but not 500.
  500: { name: 'Internal Server Error', kind: 'failed', retry: 'never', source: 'RFC 9110, 15.6.1' },
  501: { name: 'Not Implemented', kind: 'failed', retry: 'never', source: 'RFC 9110, 15.6.2' },
  502: { name: 'Bad Gateway', kind: 'unavailable', retry: 'transient', source: 'RFC 9110, 15.6.3' },
  503: { name: 'Service Unavailable', kind: 'unavailable', retry: 'transient', source: 'RFC 9110, 15.6.4' },
  504: { name: 'Gateway Timeout', kind: 'unavailable', retry: 'transient', source: 'RFC 9110, 15.6.5' },
  505: { name: 'HTTP Version Not Supported', kind: 'failed', retry: 'never', source: 'RFC 9110, 15.6.6' },
  506: { name: 'Variant Also Negotiates', kind: 'failed', retry: 'never', source: 'RFC 2295, 8.1' },
  507: { name: 'Insufficient Storage', kind: 'failed', retry: 'never', source: 'RFC 4918, 11.5' },
  508: { name: 'Loop Detected', kind: 'failed', retry: 'never', source: 'RFC 5842, 7.2' },
  510: { name: 'Not Extended (OBSOLETED)', kind: 'failed', retry: 'never', source: 'RFC 2774, 7' },
  511: { name: 'Network Authentication Required', kind: 'failed', retry: 'never', source: 'RFC 6585, 6' },
} as const;

/** The type of the default catalogue: HTTP's status codes, as rows without meanings. */
export interface DefaultCatalogue {
  readonly name: 'HTTP';
  readonly source: 'RFC 9110 and the IANA HTTP Status Code Registry';
  readonly statuses: typeof statuses;
}

/**
 * The default catalogue: every status code of the IANA HTTP Status Code Registry. It is
 * part of the core, so its meanings are in `meanings.ts`.
 */
export const http: DefaultCatalogue = {
  name: 'HTTP',
  source: 'RFC 9110 and the IANA HTTP Status Code Registry',
  statuses,
};

http satisfies Catalogue;
