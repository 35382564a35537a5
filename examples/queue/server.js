// A stand-in of an API that works on a task for a while: 202 with a Location, 202 again for each
// poll while it works, then the result. It counts what it was asked for.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

/**
 * @typedef {{ submissions: number, polls: number, resultsHandedOut: number }} Seen
 * @typedef {Awaited<ReturnType<typeof startTaskServer>>} TaskServer
 */

/** @param {number} pollsUntilDone over all tasks, so start one */
export async function startTaskServer(pollsUntilDone) {
  /** @type {Seen} */
  const seen = { submissions: 0, polls: 0, resultsHandedOut: 0 };
  /** @type {Set<string>} */
  const tasks = new Set();
  /** @type {Map<number, () => void>} */
  const awaited = new Map();

  const server = createServer((request, response) => {
    const { method, url = '/' } = request;
    /** @param {number} status @param {object} body @param {Record<string, string>} [headers] */
    const answer = (status, body, headers) => {
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    if (method === 'POST' && url === '/reports') {
      const monitor = `/tasks/${randomUUID()}`;
      tasks.add(monitor);
      seen.submissions++;
      return answer(202, {}, { Location: monitor });
    }
    if (method !== 'GET' || !tasks.has(url)) return answer(404, { error: 'no such task' });
    seen.polls++;
    const arrived = awaited.get(seen.polls);
    if (arrived) return arrived();
    if (seen.polls < pollsUntilDone) return answer(202, { state: 'running' });
    seen.resultsHandedOut++;
    return answer(200, { report: 'ready', pages: 12 });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

  return {
    baseURL: `http://127.0.0.1:${port}`,
    seen,
    /** Resolves when this poll arrives. It gets no answer: whoever asked is about to die. @param {number} number */
    poll: (number) => new Promise((resolve) => awaited.set(number, () => resolve(undefined))),
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
