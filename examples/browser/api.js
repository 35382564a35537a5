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
  // Those of the board.
  stock: [
    { status: 503, headers: { 'Retry-After': '3' } },
    { status: 200, body: { pieces: 12 } },
  ],
  report: [{ status: 202, headers: { 'Operation-Location': '/api/operation/RUN' } }],
  operation: [
    { status: 200, body: { status: 'Running', percentComplete: 30 } },
    { status: 200, body: { status: 'Running', percentComplete: 70 } },
    { status: 200, body: { status: 'Succeeded', result: { pages: 12 } } },
  ],
  secret: [{ status: 403, body: { error: { code: 'not_yours', message: 'This secret is not yours.' } } }],
  refused: [{ status: 400, body: { error: { error_code: 'KMS.0205', error_msg: 'Invalid key ID' } } }],
};
const slownessMs = 350;
/** A browser hides these headers from pages of another origin unless the API exposes them. */
const shared = {
  'Content-Type': 'application/json',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After, Operation-Location',
  // Chromium tries again by itself where a connection that it kept is reset.
  Connection: 'close',
};

/** Paths are `/api/SCENARIO/RUN`: each run begins at the first answer. */
export async function startApi() {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const [, , scenario = '', run = ''] = path.split('/');
    const answers = scenarios[scenario] ?? [{ status: 404 }];
    const count = counts.get(path) ?? 0;
    counts.set(path, count + 1);
    const answer = answers[Math.min(count, answers.length - 1)] ?? { status: 404 };
    setTimeout(() => {
      if (answer.fault === 'reset') {
        request.socket.resetAndDestroy();
        return;
      }
      const headers = Object.entries(answer.headers ?? {}).map(([name, value]) => [
        name,
        value.replace('RUN', run),
      ]);
      response.writeHead(answer.status, { ...shared, ...Object.fromEntries(headers) });
      response.end(JSON.stringify(answer.body ?? {}));
    }, slownessMs);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { origin: `http://127.0.0.1:${port}` };
}
