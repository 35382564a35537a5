/** How often a property is tried: so often in the suite, and `FUZZ` times as often by `npm run fuzz`. */
export function runs(inSuite: number): number {
  return inSuite * Number(process.env['FUZZ'] ?? 1);
}
