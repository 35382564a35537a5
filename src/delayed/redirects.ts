import type { Asked } from './ending.js';
import { type Refusal, refuse, resolveAddress, type Trust } from './origin.js';

const maxRedirects = 5;

/** The redirects that are followed for a monitor. The dialect reads 303, since it names the result. */
export const monitorRedirects: readonly number[] = [301, 302, 307, 308];
/** The redirects that are followed for a result. */
export const resultRedirects: readonly number[] = [...monitorRedirects, 303];

/** The answer of an address after its redirects. */
export interface AskedThrough<E> {
  readonly asked?: Asked<E>;
  readonly refusal?: Refusal;
}

/**
 * Asks an address, and follows its redirects. Each address is checked before it is asked. `refusal` says
 * why the last redirect was not followed.
 */
export async function askThrough<E>(
  address: string,
  ask: (address: string) => Promise<Asked<E>>,
  trust: Trust,
  redirects: readonly number[],
): Promise<AskedThrough<E>> {
  const refusal = refuse(address, trust);
  if (refusal) return { refusal };
  let asked = await ask(address);
  for (let hop = 0; ; hop++) {
    const { status = 0, headers, url = address } = asked.answer ?? {};
    // A browser may have followed redirects itself.
    const led = refuse(url, trust);
    if (led) return { asked, refusal: led };
    const location = headers?.['location'];
    if (!redirects.includes(status) || location === undefined) return { asked };
    const next = resolveAddress(location, url);
    const elsewhere = next === undefined ? 'its address is not a URL' : refuse(next, trust);
    if (next === undefined || elsewhere) return { asked, refusal: elsewhere };
    if (hop === maxRedirects) return { asked, refusal: `it redirects more than ${maxRedirects} times` };
    asked = await ask(next);
  }
}
