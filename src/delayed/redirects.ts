import type { Asked } from './ending.js';
import { type Refusal, refuse, resolveAddress, type Trust } from './origin.js';

const maxRedirects = 5;

/** The redirects of a monitor: 303 names the result, and is the dialect's to read. */
export const monitorRedirects: readonly number[] = [301, 302, 307, 308];
/** The redirects of a result. */
export const resultRedirects: readonly number[] = [...monitorRedirects, 303];

/** What came of asking an address through its redirects. */
export interface AskedThrough<E> {
  readonly asked?: Asked<E>;
  readonly refusal?: Refusal;
}

/**
 * Asks an address, and goes where its redirects lead as long as that may be asked: each hop
 * is judged before it is made. A refusal says why the last one was not.
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
    // A browser may have followed redirects by itself.
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
