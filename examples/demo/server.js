// A stand-in of Huawei Cloud's Data Encryption Workshop on a loopback port:
// plain node:http, every documented status, a few scripted faults, and a log.
import { createServer } from 'node:http';
import { answerOf, scripts } from './script.js';

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {import('./script.js').Step} Step
 * @typedef {{ method: string, path: string, sent: string, at: number }} Entry
 *   One request as the server saw it: what it sent back (`503`, `reset`, `200 cut`), and when the
 *   request had arrived.
 * @typedef {Awaited<ReturnType<typeof startServer>>} Server
 */

/** Starts a server with a log of its own; the scripts begin at their first step. */
export async function startServer() {
  /** @type {Entry[]} */
  const log = [];
  /** @param {string} method @param {string} path */
  const received = (method, path) => log.filter((entry) => entry.method === method && entry.path === path);

  const server = createServer((request, response) => {
    const { method = 'GET', url = '/' } = request;
    const path = new URL(url, 'http://127.0.0.1').pathname;
    // Answers only what has arrived whole, so that a reset comes after the work may have begun.
    request.resume().on('end', () => {
      const step = stepFor(method, path, received(method, path).length);
      const sent = { reset: 'reset', cut: `${step.status} cut`, none: `${step.status}` }[
        step.fault ?? 'none'
      ];
      log.push({ method, path, sent, at: performance.now() });
      answer(step, request, response, `demo-${log.length}`);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

  return {
    baseURL: `http://127.0.0.1:${port}`,
    log,
    received,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * The next step of the call's script (the last one stays), or the status in `/status/503`.
 * @param {string} method
 * @param {string} path
 * @param {number} earlier how many such requests came before
 * @returns {Step}
 */
function stepFor(method, path, earlier) {
  const script = scripts[`${method} ${path}`];
  const scripted = script?.[Math.min(earlier, script.length - 1)];
  const status = /^\/status\/([2-5]\d\d)$/.exec(path)?.[1];
  return scripted ?? { status: Number(status ?? 404) };
}

/**
 * @param {Step} step
 * @param {Request} request
 * @param {Response} response
 * @param {string} requestId
 */
function answer(step, request, response, requestId) {
  if (step.fault === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  const { headers, body } = answerOf(step.status);
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(step.status, {
    'X-Request-Id': requestId,
    ...(text === '' ? {} : { 'Content-Type': 'application/json' }),
    ...(step.fault === 'cut' ? { 'Content-Length': text.length + 100 } : {}),
    ...headers,
    ...step.headers,
  });
  if (step.fault === 'cut') response.write(text, () => request.socket.end());
  else response.end(text);
}
