// A stand-in of Huawei Cloud's Data Encryption Workshop on a loopback port:
// plain node:http, every documented status, a few scripted faults, and a log.
import { createServer } from 'node:http';
import { answerOf, scripts } from './script.js';

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {import('./script.js').Step} Step
 * @typedef {{ method: string, path: string, sent: string, at: number, idempotencyKey?: string }} Entry
 *   One request as the server saw it: what it sent back (`503`, `reset`, `200 cut`), and when the
 *   request had arrived. No credentials.
 * @typedef {{ method: string, path: string, headers: Request['headers'], body: unknown }} Call
 *   A request that has arrived whole; the body as JSON.
 * @typedef {(call: Call) => Step | undefined} AnswerTo
 * @typedef {Awaited<ReturnType<typeof startServer>>} Server
 */

/**
 * Starts a server with a log of its own; the scripts begin at their first step.
 * @param {AnswerTo} [answerTo] is asked first; what it has no answer to is left to the scripts
 */
export async function startServer(answerTo = () => undefined) {
  /** @type {Entry[]} */
  const log = [];
  /** @param {string} method @param {string} path */
  const received = (method, path) => log.filter((entry) => entry.method === method && entry.path === path);

  const server = createServer((request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    const path = new URL(url, 'http://127.0.0.1').pathname;
    let text = '';
    request.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
    // Answers only what has arrived whole, so that a reset comes after the work may have begun.
    request.on('end', () => {
      const call = { method, path, headers, body: parse(text) };
      const step = answerTo(call) ?? stepFor(method, path, received(method, path).length);
      const sent = { reset: 'reset', cut: `${step.status} cut`, none: `${step.status}` }[
        step.fault ?? 'none'
      ];
      log.push({ method, path, sent, at: performance.now(), ...idempotencyKeyOf(headers) });
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

/** @param {string} text @returns {unknown} undefined where it is not JSON */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {Request['headers']} headers */
function idempotencyKeyOf({ 'idempotency-key': idempotencyKey }) {
  return typeof idempotencyKey === 'string' ? { idempotencyKey } : {};
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
  const usual = answerOf(step.status);
  const body = step.body ?? usual.body;
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(step.status, {
    'X-Request-Id': requestId,
    ...(text === '' ? {} : { 'Content-Type': 'application/json' }),
    ...(step.fault === 'cut' ? { 'Content-Length': text.length + 100 } : {}),
    ...usual.headers,
    ...step.headers,
  });
  if (step.fault === 'cut') response.write(text, () => request.socket.end());
  else response.end(text);
}
