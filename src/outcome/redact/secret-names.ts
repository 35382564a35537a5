/** The names that a caller added to the built-in ones, in lower case. */
export type Redact = ReadonlySet<string>;

export const nothingMore: Redact = new Set();
export const redacted = '[redacted]';

const secret =
  'token(?!s)|secret|passw|passphrase|signature|credential|api[-_]?key|access[-_]?key|cookie|authorization|session|jwt';

export const secretHeader: RegExp = new RegExp(`${secret}|(?:^|[-_])(?:auth|key|pwd)$`, 'i');
// What has such a word in its name and is public: CORS, counts of tokens, names of cache entries.
export const harmlessHeader: RegExp =
  /^access-control-|rate-?limit|^(?:x-)?(?:cache|surrogate|idempotency|public)-key$/i;

// The exact names: Azure's `sig`, Google's `key`, OAuth's `code`, SAML's, CAS's. The prefixes are those of
// URLs that the storages of AWS, Google, Huawei, Alibaba and Tencent sign.
const secretParameter = new RegExp(
  `${secret}|pwd|^(?:sig|key|code|auth|sid|otp|pin|ticket|assertion|hmac|saml(?:request|response))$|^(?:x-|q-)(?:amz|goog|obs|oss|cos|sign)-`,
  'i',
);
// A cursor of a list is no credential, nor is what only describes a token.
const harmlessParameter =
  /(?:page|next|continuation|skip|sync)[-_]?token$|(?:type|uri|url|endpoint|algorithm|expires|expires_in)$/i;

/** Whether a parameter of a query or a path holds a secret, by its name as it stands in the URL. */
export function isSecretParameter(encoded: string, redact: Redact): boolean {
  const name = decoded(encoded);
  return (secretParameter.test(name) && !harmlessParameter.test(name)) || redact.has(name.toLowerCase());
}

/** Percent-decoded where that can be done. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Percent-encoded where that can be done. */
export function encoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}
