// The peers with their defaults against a server that fails: what the server got, and what the caller got.
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
import axiosRetry from 'axios-retry';
import got from 'got';
import ky from 'ky';
import * as rax from 'retry-axios';

/** A call that takes longer counts as hanging. */
const patienceMs = 1500;

const peers = {
  'axios-outcome': (baseURL) => overAxios(baseURL, attachOutcomes),
  'axios-retry': (baseURL) => overAxios(baseURL, (instance) => axiosRetry(instance)),
  'retry-axios': (baseURL) => overAxios(baseURL, (instance) => rax.attach(instance)),
  ky: overKy,
  got: overGot,
};

function overAxios(baseURL, attach) {
  const instance = axios.create({ baseURL });
  let runs = 0;
  instance.interceptors.request.use((config) => {
    runs++;
    return config;
  });
  attach(instance);
  const call = (method, data, signal) => instance.request({ method, url: '/', data, signal });
  return { call, interceptorRuns: () => runs };
}

function overKy(prefixUrl) {
  let runs = 0;
  const client = ky.extend({ prefixUrl, timeout: false, hooks: { beforeRequest: [() => void runs++] } });
  const call = (method, body, signal) => client('', { method, body, signal, duplex: 'half' }).text();
  return { call, interceptorRuns: () => runs };
}

function overGot(prefixUrl) {
  let runs = 0;
  const client = got.extend({ prefixUrl, hooks: { beforeRequest: [() => void runs++] } });
  const call = (method, body, signal) => client('', { method, body, signal, retry: { limit: 2 } }).text();
  return { call, interceptorRuns: () => runs };
}

const status =
  (code, headers = {}) =>
  (_, response) =>
    response.writeHead(code, headers).end('{}');
const reset = (request) => request.socket.resetAndDestroy();

/** Each question: what the server does, what is sent, and what is checked afterwards. */
const questions = [
  {
    title: 'a POST whose connection is reset: sent how often',
    answers: [reset],
    method: 'post',
    data: () => 'order',
    tell: ({ bodies }) => `${bodies.length}x`,
  },
  {
    title: 'a PUT of a stream after 503: bytes of the second',
    answers: [status(503), status(200)],
    method: 'put',
    data: () => Readable.from(['twelve bytes']),
    tell: ({ bodies }) => (bodies.length < 2 ? 'not sent' : `${bodies[1].length} of 12`),
  },
  {
    title: 'Retry-After: 86400 settles after',
    answers: [status(503, { 'Retry-After': '86400' })],
    method: 'get',
    tell: ({ tookMs }) => (tookMs === undefined ? 'hangs' : 'at once'),
  },
  {
    title: 'Retry-After: 9999999999: requests in 1.5 s',
    answers: [status(503, { 'Retry-After': '9999999999' })],
    method: 'get',
    tell: ({ bodies }) => `${bodies.length}x`,
  },
  {
    title: 'interceptors and hooks run for 503, 503, 200',
    answers: [status(503), status(503), status(200)],
    method: 'get',
    patienceMs: 5000,
    tell: ({ interceptorRuns }) => `${interceptorRuns}x`,
  },
  {
    title: 'an outage met by 1,000 GETs: attempts per GET',
    answers: [status(503)],
    method: 'get',
    calls: 1000,
    patienceMs: 20_000,
    tell: ({ bodies }) => (bodies.length / 1000).toFixed(3),
  },
];

export async function behaviour() {
  console.log('Behaviour at the defaults, over loopback: what the server saw, what the caller got');
  console.log(cells(Object.keys(peers)));
  for (const question of questions) {
    const told = [];
    for (const connect of Object.values(peers)) told.push(await ask(connect, question));
    console.log(`  ${question.title}`);
    console.log(cells(told));
  }
}

/** One column for each peer. */
function cells(texts) {
  return `    ${texts.map((text) => text.padEnd(15)).join('')}`.trimEnd();
}

async function ask(connect, question) {
  const { answers, method, data, tell, calls = 1, patienceMs: patience = patienceMs } = question;
  const bodies = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    bodies.push(Buffer.concat(chunks));
    answers[Math.min(bodies.length, answers.length) - 1](request, response);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const controller = new AbortController();
  const { call, interceptorRuns } = connect(`http://127.0.0.1:${server.address().port}`);
  const startedAt = performance.now();
  const sent = Array.from({ length: calls }, () => call(method, data?.(), controller.signal));
  const settled = Promise.allSettled(sent).then(() => performance.now() - startedAt);
  const tookMs = await Promise.race([settled, new Promise((late) => setTimeout(late, patience))]);
  const told = tell({ bodies: [...bodies], tookMs, interceptorRuns: interceptorRuns() });
  controller.abort();
  await settled;
  server.closeAllConnections();
  server.close();
  return told;
}
