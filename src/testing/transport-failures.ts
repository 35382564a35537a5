/** How a transport reports that no answer came. */
export interface TransportFailureEntry {
  /** A description, for the name of a test. */
  readonly name: string;
  /** The code of the system's error, or axios's code if there is no system error. */
  readonly code: string;
  readonly message: string;
  /** The system call that failed, if Node.js names it. */
  readonly syscall?: string;
  /** Whether the request was sent. A POST that was sent may have been carried out. */
  readonly sent: boolean;
  /** axios's message, if there is no system error. */
  readonly byAxios?: true;
}

// Codes, messages and system calls as Node.js 20 to 24 and axios 1 report them
// (Node.js, Errors, Common system errors; OpenSSL, X509_verify_cert_error_string).
const entries = {
  refused: {
    name: 'connection refused',
    code: 'ECONNREFUSED',
    message: 'connect ECONNREFUSED 192.0.2.1:443',
    syscall: 'connect',
    sent: false,
  },
  dns: {
    name: 'no such host',
    code: 'ENOTFOUND',
    message: 'getaddrinfo ENOTFOUND api.example',
    syscall: 'getaddrinfo',
    sent: false,
  },
  'dns-busy': {
    name: 'name server busy',
    code: 'EAI_AGAIN',
    message: 'getaddrinfo EAI_AGAIN api.example',
    syscall: 'getaddrinfo',
    sent: false,
  },
  unroutable: {
    name: 'no route to the host',
    code: 'EHOSTUNREACH',
    message: 'connect EHOSTUNREACH 192.0.2.1:443',
    syscall: 'connect',
    sent: false,
  },
  'connect-timeout': {
    name: 'timeout while connecting',
    code: 'ETIMEDOUT',
    message: 'connect ETIMEDOUT 192.0.2.1:443',
    syscall: 'connect',
    sent: false,
  },
  'tls-expired': {
    name: 'certificate expired',
    code: 'CERT_HAS_EXPIRED',
    message: 'certificate has expired',
    sent: false,
  },
  'tls-untrusted': {
    name: 'certificate not trusted',
    code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    message: 'self-signed certificate',
    sent: false,
  },
  'tls-name': {
    name: 'certificate of another host',
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    message: "Hostname/IP does not match certificate's altnames: Host: api.example.",
    sent: false,
  },
  reset: {
    name: 'connection reset',
    code: 'ECONNRESET',
    message: 'read ECONNRESET',
    syscall: 'read',
    sent: true,
  },
  'hang-up': { name: 'connection closed', code: 'ECONNRESET', message: 'socket hang up', sent: true },
  'broken-pipe': {
    name: 'connection broken while sending',
    code: 'EPIPE',
    message: 'write EPIPE',
    syscall: 'write',
    sent: true,
  },
  timeout: {
    name: 'timeout while waiting for the answer',
    code: 'ECONNABORTED',
    message: 'timeout exceeded',
    sent: true,
    byAxios: true,
  },
  network: {
    name: 'network error of a browser',
    code: 'ERR_NETWORK',
    message: 'Network Error',
    sent: true,
    byAxios: true,
  },
  'not-http': {
    name: 'answer that is not HTTP',
    code: 'HPE_INVALID_CONSTANT',
    message: 'Parse Error: Expected HTTP/',
    sent: true,
  },
  redirects: {
    name: 'too many redirects',
    code: 'ERR_FR_TOO_MANY_REDIRECTS',
    message: 'Maximum number of redirects exceeded',
    sent: true,
  },
  abort: {
    name: 'stopped by the caller',
    code: 'ERR_CANCELED',
    message: 'canceled',
    sent: true,
    byAxios: true,
  },
} as const;

/** The name of a failure without an answer. */
export type TransportFailureName = keyof typeof entries;

/** Every failure without an answer, by its name. */
export const transportFailures: Readonly<Record<TransportFailureName, TransportFailureEntry>> = entries;

export function isTransportFailure(name: unknown): name is TransportFailureName {
  return typeof name === 'string' && Object.hasOwn(transportFailures, name);
}
