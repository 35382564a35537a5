import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** One request as the server saw it. */
export interface Received {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** When it had arrived whole, in milliseconds of `performance.now()`. */
  readonly at: number;
}

/** What the server does with one request. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** `reset`: a RST instead of an answer; `silence`: none at all. */
  readonly fault?: 'reset' | 'silence';
  readonly afterMs?: number;
}
type Step = Reply | ((received: Received) => Reply);
/** Per `METHOD /path`, what its first, second, … request gets; the last step stays. */
export type Routes = Readonly<Record<string, readonly Step[]>>;

export interface TaskServer {
  readonly origin: string;
  /** Every request, in order. */
  readonly received: readonly Received[];
  /** `GET /path?query` of each, in order. */
  readonly log: readonly string[];
}

/** A stand-in of an API with delayed tasks, on a loopback port. It knows no path but those of its routes. */
export async function taskServer(routes: Routes): Promise<TaskServer> {
  const received: Received[] = [];
  const steps = new Map<string, number>();
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const one = { method, url, headers, body, at: performance.now() };
      received.push(one);
      const key = `${method} ${url.replace(/\?.*$/, '')}`;
      const script = routes[key] ?? [{ status: 404, body: { error: { code: 'NoRoute', message: key } } }];
      const number = steps.get(key) ?? 0;
      steps.set(key, number + 1);
      const step = script[Math.min(number, script.length - 1)] ?? {};
      answer(typeof step === 'function' ? step(one) : step, response);
    });
  });
  const origin = await listen(server);
  return {
    origin,
    received,
    get log() {
      return received.map(({ method, url }) => `${method} ${url}`);
    },
  };
}

function answer({ status = 200, headers, body, fault, afterMs }: Reply, response: ServerResponse): void {
  if (fault === 'silence') return;
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const text = body === undefined ? '' : JSON.stringify(body);
  const type = text === '' ? {} : { 'Content-Type': 'application/json' };
  const send = () => response.writeHead(status, { ...type, ...headers }).end(text);
  if (afterMs === undefined) send();
  else setTimeout(send, afterMs);
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(async () => {
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    await closed;
  });
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
