// A server whose answers the bench decides. It counts its requests.
import { Agent, createServer } from 'node:http';

/**
 * Lets a retrier send its load to its own server, over real HTTP.
 * `statusOf(path, attempt)` decides each answer; `attempt` counts the requests
 * for that path, from 1.
 */
export async function withServer(retrier, statusOf, load) {
  const attempts = new Map();
  let received = 0;
  const server = createServer((request, response) => {
    const attempt = (attempts.get(request.url) ?? 0) + 1;
    attempts.set(request.url, attempt);
    received++;
    const status = statusOf(request.url, attempt);
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(status === 200 ? '{"id":1}' : '{"error":"unavailable"}');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const httpAgent = new Agent({ keepAlive: true });
  const get = retrier.connect({ baseURL: `http://127.0.0.1:${server.address().port}`, httpAgent });
  try {
    return { ...(await load(get)), received };
  } finally {
    httpAgent.destroy();
    server.close();
  }
}
