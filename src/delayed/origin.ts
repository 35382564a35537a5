/** Why an address may not be asked. Undefined if it may be asked. */
export type Refusal = string | undefined;

/** The origins that may be asked for a task. */
export interface Trust {
  /** The origin of the request that started the task. */
  readonly origin: string;
  /** Further origins that the user trusts. */
  readonly trustedOrigins: readonly string[];
}

/**
 * Checks an address that a server named, since the server must not send the client elsewhere (OWASP,
 * Server-Side Request Forgery). Allowed are the origin that started the task and the origins that the
 * user trusts. Never allowed is a step from https to http, or from a public host to this machine or its
 * link.
 */
export function refuse(address: string, { origin, trustedOrigins }: Trust): Refusal {
  const target = parseAddress(address);
  const start = parseAddress(origin);
  if (target === undefined) return 'its address is not a URL';
  if (target.protocol !== 'https:' && target.protocol !== 'http:') return `its scheme is ${target.protocol}`;
  if (start?.protocol === 'https:' && target.protocol === 'http:') return 'it leads from https to http';
  if (start && !isLocal(start.hostname) && isLocal(target.hostname)) {
    return `it leads from a public host to ${target.hostname}`;
  }
  if (target.origin === start?.origin || trustedOrigins.includes(target.origin)) return undefined;
  return `it leads to ${target.origin}, which is not in trustedOrigins`;
}

/** An absolute address, without user name, password and fragment. Undefined if it is not a URL. */
export function resolveAddress(address: string, base: string): string | undefined {
  if (address.length > maxAddressLength || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  url.username = '';
  url.password = '';
  url.hash = '';
  return url.href;
}

const maxAddressLength = 8_192;

/** Loopback (RFC 1122, 3.2.1.3; RFC 4291, 2.5.3), link-local (RFC 3927; RFC 4291, 2.5.6) and unspecified hosts. */
function isLocal(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  // The URL parser writes every form of an IPv4 address as four decimal parts.
  if (/^(127|0)\.\d+\.\d+\.\d+$/.test(host) || /^169\.254\.\d+\.\d+$/.test(host)) return true;
  if (host === '::1' || host === '::' || /^fe[89ab][\da-f]:/.test(host)) return true;
  return holdsLocalAddress(host);
}

/**
 * Whether an IPv6 address contains a local IPv4 address. The URL parser writes that in hexadecimal
 * (7f00:1 is 127.0.0.1). The forms: mapped and compatible (RFC 4291, 2.5.5), translated (RFC 2765, 2.1),
 * NAT64 (RFC 6052, 2.1).
 */
function holdsLocalAddress(host: string): boolean {
  const inner = /^(?:::(?:ffff:(?:0:)?)?|64:ff9b::)([\da-f]{1,4}):[\da-f]{1,4}$/.exec(host)?.[1];
  return inner !== undefined && /^(?:7f[\da-f]{2}|a9fe|0)$/.test(inner);
}

/** The origin of an address, or an empty text if it is not a URL. */
export function originOfAddress(address: string): string {
  return parseAddress(address)?.origin ?? '';
}

export function parseAddress(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
