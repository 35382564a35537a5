import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler } from 'express';
import fastify from 'fastify';
import { onTestFinished } from 'vitest';
import { problemResponse } from '../../src/server/index.js';

/** A server of one page, whose data `load` gives, with the handler of errors that the guide shows. Its address. */
export async function serverOf(
  framework: 'express' | 'fastify' | 'a route handler of Next',
  load: () => Promise<unknown>,
): Promise<string> {
  if (framework === 'express') return listen(expressApp(load));
  if (framework === 'fastify') return fastifyApp(load);
  return listen(withResponse(() => handler(load)));
}

function expressApp(load: () => Promise<unknown>): RequestListener {
  const onError: ErrorRequestHandler = (error, _request, response, next) => {
    const answer = problemResponse(error);
    if (answer === undefined) return next(error);
    response.status(answer.status).set(answer.headers).send(answer.body);
  };
  const app = express();
  // Its own handler prints what it is given, but not so in tests.
  app.set('env', 'test');
  app.get('/', async (_request, response) => {
    response.json(await load());
  });
  return app.use(onError);
}

async function fastifyApp(load: () => Promise<unknown>): Promise<string> {
  const app = fastify();
  app.setErrorHandler((error, _request, reply) => {
    const answer = problemResponse(error);
    if (answer === undefined) throw error;
    return reply.status(answer.status).headers(answer.headers).send(answer.body);
  });
  app.get('/', load);
  onTestFinished(() => app.close());
  return app.listen({ port: 0, host: '127.0.0.1' });
}

/** A route handler, as Next calls it: it takes nothing here, and gives a Response. */
async function handler(load: () => Promise<unknown>): Promise<Response> {
  try {
    return Response.json(await load());
  } catch (error) {
    const answer = problemResponse(error);
    if (answer === undefined) throw error;
    return new Response(answer.body, answer);
  }
}

/** Serves a route handler, as Next does. */
function withResponse(handle: () => Promise<Response>): RequestListener {
  return async (_request, response) => {
    const answer = await handle().catch(() => new Response(null, { status: 500 }));
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  };
}

async function listen(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on an IP address has an address of this form.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
