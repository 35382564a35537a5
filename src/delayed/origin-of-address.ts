/** The origin of an address, or an empty text. */
export function originOfAddress(address: string): string {
  return parseAddress(address)?.origin ?? '';
}

export function parseAddress(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
