// A loopback server whose answers are scripted, one per request; the last one stays.
import { createServer } from 'node:http';

/** An answer: a status with a body and headers, or a function of the request and response. */
export function json(status, body, headers = {}) {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
}

/** The connection ends with a RST, as where a server is killed. */
export const reset = (request) => request.socket.resetAndDestroy();
export const silence = () => {};

/** `{ origin, seen }`, where `seen` has each request's method, url, headers and body. Closed when the test ends. */
export async function serve(test, ...answers) {
  const seen = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = answers[Math.min(seen.length, answers.length - 1)];
    const { method, url, headers } = request;
    seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
    answer(request, response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${server.address().port}`, seen };
}

/** An origin where nobody listens. */
export async function closedOrigin() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}`;
}
