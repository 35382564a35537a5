// A stand-in of Huawei Cloud's Data Encryption Workshop on a loopback port:
// plain node:http, every documented status, and a few scripted faults.
import { createServer } from 'node:http';
import { answers, scripts } from './script.js';

/** Starts the server; `seen` counts what arrived, per method and path. */
export async function startServer() {
  const seen = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const call = `${request.method} ${pathname}`;
    const count = (seen.get(call) ?? 0) + 1;
    seen.set(call, count);
    request.resume().on('end', () => answer(stepFor(call, pathname, count), request, response, count));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseURL: `http://127.0.0.1:${server.address().port}`,
    seen,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The next step of the call's script (the last one stays), or `/status/503`. */
function stepFor(call, pathname, count) {
  const script = scripts[call];
  if (script) return script[Math.min(count, script.length) - 1];
  const status = /^\/status\/(\d{3})$/.exec(pathname)?.[1];
  return { status: Number(status ?? 404) };
}

function answer(step, request, response, count) {
  if (step.fault === 'reset') return request.socket.destroy();
  const { headers, body } = answers(step.status);
  const text = JSON.stringify(step.body ?? body) ?? '';
  response.writeHead(step.status, {
    'X-Request-Id': `demo-${count}`,
    ...(text === '' ? {} : { 'Content-Type': 'application/json' }),
    ...(step.fault === 'cut' ? { 'Content-Length': text.length + 100 } : {}),
    ...headers,
    ...step.headers,
  });
  if (step.fault !== 'cut') return response.end(text);
  response.write(text);
  setTimeout(() => request.socket.destroy(), 10);
}
