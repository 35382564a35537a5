import type { Answer, ReceivedRequest, Reply } from './reply.js';

/**
 * Answers a request inside of an msw handler: `http.all(url, resolver)`. It is
 * made of the platform's own `Request` and `Response`, so that the kit needs no
 * msw, and any version of it will do.
 */
export type Resolver = (info: { readonly request: Request }) => Promise<Response>;

/** A resolver for msw. msw has one failure, the network error. It stands for every failure. */
export function resolverOf(receive: (request: ReceivedRequest) => Reply): Resolver {
  return async ({ request }) => {
    const receivedAt = Date.now();
    const body = await request.clone().text();
    const headers = Object.fromEntries(request.headers);
    const reply = receive({ method: request.method, url: request.url, headers, body, receivedAt });
    if (reply.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, reply.latencyMs));
    return 'failure' in reply ? Response.error() : toResponse(reply, request.method);
  };
}

/** Whether msw can give this reply: a `Response` has a status from 200 to 599, and msw cannot cancel a request for the caller. */
export function isForResolver(reply: Reply): boolean {
  if ('failure' in reply) return reply.failure === 'network';
  return reply.status >= 200 && reply.status <= 599 && reply.cut !== true;
}

function toResponse({ status, statusText, headers, body }: Answer, method: string): Response {
  const bodiless = [204, 205, 304].includes(status) || method === 'HEAD';
  return new Response(bodiless ? null : body, { status, statusText, headers: { ...headers } });
}
