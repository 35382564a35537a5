/** Response headers that carry a credential; they never enter an outcome. */
const credentials: readonly string[] = [
  'set-cookie',
  'authorization',
  'proxy-authorization',
  'x-auth-token',
  'x-subject-token',
  'x-security-token',
  'x-amz-security-token',
  'x-api-key',
];

export function withoutCredentials(headers: Record<string, string>): Record<string, string> {
  for (const name of credentials) {
    if (name in headers) headers[name] = '[redacted]';
  }
  return headers;
}
