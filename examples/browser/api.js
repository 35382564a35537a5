// What the page talks to: each scenario is a list of answers, one per request, given after a while.
import { createServer } from 'node:http';

/** @typedef {{ status: number, headers?: Record<string, string>, body?: unknown, fault?: 'reset' }} Answer */

/** The last answer stays. @type {Record<string, Answer[]>} */
const scenarios = {
  busy: [{ status: 503 }, { status: 503 }, { status: 200, body: { quota: 20 } }],
  throttled: [
    {
      status: 429,
      headers: { 'Retry-After': '2' },
      body: { error_code: 'APIG.0308', error_msg: 'Too many requests' },
    },
    { status: 200, body: { secrets: [] } },
  ],
  lost: [{ status: 502 }],
  reset: [
    { status: 200, fault: 'reset' },
    { status: 200, body: { keypairs: [] } },
  ],
  task: [
    { status: 202, headers: { 'Retry-After': '1' } },
    { status: 202, headers: { 'Retry-After': '1' } },
    { status: 200, body: { report: 'ready' } },
  ],
  closed: [{ status: 503, headers: { 'Retry-After': '30' } }],
  refused: [{ status: 400, body: { error: { error_code: 'KMS.0205', error_msg: 'Invalid key ID' } } }],
};
const slownessMs = 350;
/** A browser hides Retry-After from pages of another origin unless the API exposes it. */
const shared = {
  'Content-Type': 'application/json',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After',
  // Chromium tries again by itself where a connection that it kept is reset.
  Connection: 'close',
};

/** Paths are `/api/SCENARIO/RUN`: each run begins at the first answer. */
export async function startApi() {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const answers = scenarios[path.split('/')[2] ?? ''] ?? [{ status: 404 }];
    const count = counts.get(path) ?? 0;
    counts.set(path, count + 1);
    const answer = answers[Math.min(count, answers.length - 1)] ?? { status: 404 };
    setTimeout(() => {
      if (answer.fault === 'reset') {
        request.socket.resetAndDestroy();
        return;
      }
      response.writeHead(answer.status, { ...shared, ...answer.headers });
      response.end(JSON.stringify(answer.body ?? {}));
    }, slownessMs);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { origin: `http://127.0.0.1:${port}` };
}
