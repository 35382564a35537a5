/** A token whose checksum holds. It is no secret (FNV-1a), so anybody can write one. */
export function signed(fields: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  return JSON.stringify({ version: 1, ...fields, check: (hash >>> 0).toString(16).padStart(8, '0') });
}
