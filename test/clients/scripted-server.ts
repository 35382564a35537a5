import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
export interface ScriptedAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A real server that answers each request by its number, from 1, and remembers what it saw. */
export async function scriptedServer(
  answer: (number: number, request: SeenRequest) => ScriptedAnswer,
): Promise<{ readonly baseURL: string; readonly seen: readonly SeenRequest[] }> {
  const seen: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const arrived = { method, path: url, headers, body: Buffer.concat(chunks).toString() };
    seen.push(arrived);
    const { status, body = { id: 7 }, headers: more } = answer(seen.length, arrived);
    response.writeHead(status, { 'Content-Type': 'application/json', ...more });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on an IP address has an address of this form.
  const { port } = server.address() as AddressInfo;
  return { baseURL: `http://127.0.0.1:${port}`, seen };
}

/** The statuses one after the other; the last one stays. */
export function inTurn(...statuses: readonly number[]): (number: number) => ScriptedAnswer {
  return (number) => ({ status: statuses[Math.min(number, statuses.length) - 1] ?? 200 });
}
