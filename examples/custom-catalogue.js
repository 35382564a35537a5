// A catalogue from scratch, for a shop with error codes and bodies of its own; and DEW behind a
// proxy of ours, whose 503 means maintenance (never tried again) and which has a status of its own.
import axios from 'axios';
import { attachOutcomes, defineCatalogue, extendCatalogue } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import * as z from 'zod';
import { startServer } from './demo/server.js';

const Fault = z.object({ fault: z.object({ id: z.string(), text: z.string() }) });
const Order = z.object({ order: z.number() });

const shop = defineCatalogue({
  name: 'Shop',
  source: 'the README of the shop',
  statuses: {
    200: { name: 'OK', kind: 'success', retry: 'never', source: 'README, answers' },
    // A code can make it `unavailable`, and the types know.
    400: {
      name: 'Refused',
      kind: 'rejected',
      or: ['unavailable'],
      retry: 'never',
      source: 'README, answers',
    },
  },
  codes: {
    'sold-out': {
      statuses: [400],
      meaning: { en: 'The last one is gone.', zh: '已售罄。' },
      remedy: { en: 'Order something else.', zh: '请选购其他商品。' },
      source: 'README, faults',
    },
    busy: { kind: 'unavailable', retry: 'throttle', statuses: [400], source: 'README, faults' },
  },
  // Only for bodies in a shape that no other API has.
  readProblem(body) {
    const { data } = Fault.safeParse(body);
    return data && { code: data.fault.id, message: data.fault.text };
  },
});
const proxied = extendCatalogue(dew, {
  name: 'DEW behind our proxy',
  statuses: {
    503: { name: 'Maintenance', kind: 'failed', retry: 'never', source: 'wiki, proxy' },
    520: { name: 'Proxy hiccup', kind: 'unavailable', retry: 'transient', source: 'wiki, proxy' },
  },
});

/** The shop's answers to one order after the other. @type {import('./demo/script.js').Step[]} */
const answers = [
  { status: 400, body: { fault: { id: 'busy', text: 'one moment' } } },
  { status: 200, body: { order: 7 } },
  { status: 400, body: { fault: { id: 'sold-out', text: 'no more of these' } } },
];
const server = await startServer(({ path }) => (path === '/orders' ? answers.shift() : undefined));
const connect = () => axios.create({ baseURL: server.baseURL });
// `budget: false` and short waits: this is to show kinds, not patience.
const retry = { baseDelayMs: 1, throttleDelayMs: 1, budget: /** @type {const} */ (false) };

const orders = attachOutcomes(connect(), { catalogue: shop, responses: { 200: Order }, retry });
for (const item of ['tea', 'coffee']) {
  const outcome = await orders.post('/orders', { item });
  const tries = outcome.attempts.length;
  if (outcome.kind === 'success') console.log(`${item}: order ${outcome.data.order}, attempt ${tries}`);
  // @ts-expect-error the shop has no such code
  else if (outcome.kind === 'rejected' && outcome.problem.code === 'sold_out') break;
  else if (outcome.kind === 'rejected' && outcome.problem.code === 'sold-out') {
    const { message, documented } = outcome.problem;
    console.log(`${item}: ${message}. ${documented?.meaning?.en} ${documented?.remedy?.en}`);
  } else console.log(`${item}: ${outcome.kind}`);
}

const plain = attachOutcomes(connect(), { catalogue: dew, retry });
const behind = attachOutcomes(connect(), { catalogue: proxied, retry });
const calls = {
  DEW: (/** @type {string} */ url) => plain.get(url),
  proxied: (/** @type {string} */ url) => behind.get(url),
};
for (const [name, get] of Object.entries(calls)) {
  for (const status of [200, 503, 520]) {
    const { kind, attempts } = await get(`/status/${status}`);
    console.log(`${name.padEnd(7)} ${status} → ${kind}, ${attempts.length} attempt(s)`);
  }
}
await server.stop();
