/** The names that a caller added to the built-in ones, in lower case. */
export type Redact = ReadonlySet<string>;

export const nothingMore: Redact = new Set();
export const redacted = '[redacted]';

/** Words in the name of a credential. They count in the names of headers, parameters and body fields. */
const telling = [
  'token(?!s)|secret|passw|pass[-_]?(?:word|phrase|code)|pwd|signature|credential|authorization',
  'cookie|session|sessid|jwt|[cx]srf|code[-_]?verifier|connection[-_]?string',
  '(?:auth|access|device|verification|security|otp)[-_]?code',
  '(?:api|access|private|subscription|functions?|account|master|signing)[-_]?key',
  '(?<![a-z])(?:auth|app|application|client|consumer|shared|encryption|license)[-_]?key',
].join('|');
/**
 * Short names, which count at the end of the name of a header or a parameter: Azure's `sig`, Google's
 * `key`, OAuth's `code`, CAS's `ticket`. They do not count in a body, where `code` is often an error
 * code, and `key` the name of an object.
 */
const short = 'auth|key|pass|sig|sid|otp|pin|hmac|assertion';
const alone = 'code|ticket|saml(?:request|response)';
/** Parameters of signed URLs of the storages of AWS, Google, Huawei, Alibaba and Tencent. */
const ofSignedUrls = '(?:x-|q-)(?:amz|goog|obs|oss|cos|sign)-';

const secretField = new RegExp(`${telling}|(?<![a-z])pass\\]?$`, 'i');
const secretName = new RegExp(`${secretField.source}|(?<![a-z])(?:${short})\\]?$|^(?:${alone})$`, 'i');
const secretParameter = new RegExp(`${secretName.source}|^${ofSignedUrls}`, 'i');

/**
 * Public names that contain such a word: of CORS, counts of tokens, entries in caches and tables, the
 * cursor of a list, and descriptions of a token.
 */
const harmless = new RegExp(
  [
    '^access-control-|rate-?limit',
    '(?<![a-z])(?:cache|surrogate|idempotency|public|sort|partition|primary|foreign|group|row|start|last|next|object|file)[-_]?key$',
    '(?:page|next|continuation|skip|sync)[-_]?token$',
    '(?:type|uri|url|endpoint|algorithm|expires|expires_in)$',
  ].join('|'),
  'i',
);

/** Whether a header of a request or an answer holds a secret, by its name. */
export function isSecretHeader(name: string, redact: Redact): boolean {
  return (secretName.test(name) && !harmless.test(name)) || redact.has(name.toLowerCase());
}

/** Whether a parameter of a query or a path holds a secret, by its name as it stands in the URL. */
export function isSecretParameter(encoded: string, redact: Redact): boolean {
  const name = decoded(encoded);
  return (secretParameter.test(name) && !harmless.test(name)) || redact.has(name.toLowerCase());
}

/** Whether a field of a body that was sent, or that a message quotes, holds a secret. */
export function isSecretField(name: string, redact: Redact): boolean {
  return (secretField.test(name) && !harmless.test(name)) || redact.has(name.toLowerCase());
}

/** Percent-decodes a text, if that is possible. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Percent-encodes a text, if that is possible. */
export function encoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}
