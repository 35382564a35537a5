import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** One answer of an API on another origin than the page. */
export interface ApiAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fault?: 'reset' | 'silence';
  /** Headers that the page may read beside the few that the Fetch Standard always allows. */
  readonly exposed?: string;
  /** False: the answer has no CORS headers, so the browser keeps it from the page. */
  readonly shared?: boolean;
}

export interface ApiServer {
  readonly origin: string;
  /** The requests in order, without the browser's own preflights. */
  readonly seen: readonly Received[];
}

export interface Received {
  readonly method: string;
  readonly type: string;
  readonly body: Buffer;
}

/** Answers the first request with the first answer, and all that come after the last with the last. */
export async function apiServer(...answers: readonly ApiAnswer[]): Promise<ApiServer> {
  const seen: Received[] = [];
  const server = createServer(async (request, response) => {
    // A browser tries again by itself where a connection that it kept is reset.
    response.setHeader('Connection', 'close');
    if (request.method === 'OPTIONS') return void preflight(response);
    seen.push(await receive(request));
    answerWith(answers[Math.min(seen.length, answers.length) - 1] ?? {}, request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on an IP address has an address of this form.
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, seen };
}

function preflight(response: ServerResponse): void {
  const any = { 'Access-Control-Allow-Methods': '*', 'Access-Control-Allow-Headers': '*' };
  response.writeHead(204, { 'Access-Control-Allow-Origin': '*', ...any }).end();
}

async function receive(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method = '', headers } = request;
  return { method, type: headers['content-type'] ?? '', body: Buffer.concat(chunks) };
}

function answerWith(answer: ApiAnswer, request: IncomingMessage, response: ServerResponse): void {
  const { status = 200, headers, fault, exposed, shared = true } = answer;
  if (fault === 'reset') request.socket.resetAndDestroy();
  if (fault !== undefined) return;
  response.writeHead(status, {
    'Content-Type': 'application/json',
    ...(shared ? { 'Access-Control-Allow-Origin': '*' } : {}),
    ...(exposed === undefined ? {} : { 'Access-Control-Expose-Headers': exposed }),
    ...headers,
  });
  response.end(status === 204 ? undefined : '{"id":1}');
}
