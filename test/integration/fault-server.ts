import { createPrivateKey } from 'node:crypto';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { onTestFinished } from 'vitest';
import { onceHeadIsRead } from './head-read.js';

/** One request as it came over the wire. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly head: string;
  readonly body: Buffer;
}

/** What the server does with one request, byte by byte or with the socket itself. */
export type Answer = (socket: Socket, seen: Seen) => void;

export interface FaultServer {
  readonly port: number;
  readonly origin: string;
  /** Every request that arrived whole, in order. */
  readonly seen: readonly Seen[];
  /** Connections, whether or not a request came over them. */
  readonly connections: () => number;
}

/** Ends a connection with a RST, as a server that was killed does. */
export const reset: Answer = (socket) => socket.resetAndDestroy();
/** Ends a connection in good order without having answered: "socket hang up". */
export const hangUp: Answer = (socket) => socket.end();
export const silence: Answer = () => {};
export const garbage: Answer = (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n\r\n');

export function reply(status: number, body = '', headers: Readonly<Record<string, string>> = {}): Answer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `HTTP/1.1 ${status} Status\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n`;
  return (socket) => socket.end(`${head}${lines.join('')}\r\n${body}`);
}

/** A Content-Length of 100, and 13 bytes. */
export function cutByLength(status: number): Answer {
  return (socket) => socket.end(`HTTP/1.1 ${status} Status\r\nContent-Length: 100\r\n\r\n{"half":"of it`);
}

/** A chunked body without its last chunk. */
export function cutChunked(status: number): Answer {
  return (socket) => {
    socket.write(`HTTP/1.1 ${status} Status\r\nTransfer-Encoding: chunked\r\n\r\n`);
    socket.end('5\r\nhello\r\n');
  };
}

/** The head and 13 of 100 bytes, and then nothing more. */
export function stallInBody(status: number): Answer {
  return (socket) => socket.write(`HTTP/1.1 ${status} Status\r\nContent-Length: 100\r\n\r\n{"half":"of it`);
}

/** A RST after the head has been read, and perhaps half of the body. */
export function resetInBody(status: number): Answer {
  return (socket, seen) => {
    // A RST that overtakes the head would make it a reset before the response.
    onceHeadIsRead(socket, () => socket.resetAndDestroy());
    stallInBody(status)(socket, seen);
  };
}

/** Answers the first request with the first answer, and all that come after the last with the last. */
export function faultServer(...answers: Answer[]): Promise<FaultServer> {
  const seen: Seen[] = [];
  return listen((handle) => createServer(handle), seen, answers);
}

/** The same over TLS, with a certificate that nobody signed. */
export function selfSignedServer(...answers: Answer[]): Promise<FaultServer> {
  return listen((handle) => createTlsServer(testOnly, handle), [], answers);
}

/** Reads a request over TLS, and answers it in plain text under the TLS. */
export function brokenTlsServer(): Promise<FaultServer> {
  let under: Socket | undefined;
  const seen: Seen[] = [];
  const answer: Answer = () => under?.write('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  return listen(
    (handle) =>
      createTlsServer(testOnly, handle).on('connection', (socket: Socket) => {
        under = socket;
      }),
    seen,
    [answer],
  );
}

/** Accepts a connection and closes it, before any handshake. */
export function droppingServer(): Promise<FaultServer> {
  return listen(() => createServer((socket) => socket.end()), [], []);
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listen(
  create: (handle: (socket: Socket) => void) => Server,
  seen: Seen[],
  answers: readonly Answer[],
): Promise<FaultServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = create((socket) => {
    readRequests(socket, (request) => {
      seen.push(request);
      answers[Math.min(seen.length, answers.length) - 1]?.(socket, request);
    });
  });
  server.on('connection', (socket: Socket) => {
    connections++;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  const port = await portOf(server);
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const scheme = 'setSecureContext' in server ? 'https' : 'http';
  return { port, origin: `${scheme}://127.0.0.1:${port}`, seen, connections: () => connections };
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on an IP address has an address of this form.
  return (server.address() as AddressInfo).port;
}

/** Reads requests whose bodies have a Content-Length or are chunked, which is all that axios sends. */
function readRequests(socket: Socket, onRequest: (request: Seen) => void): void {
  let bytes: Buffer = Buffer.alloc(0);
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    // A TLS hello, answered as any plain HTTP server does.
    if (bytes[0] === 0x16) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    for (let end = bytes.indexOf('\r\n\r\n'); end >= 0; end = bytes.indexOf('\r\n\r\n')) {
      const head = bytes.subarray(0, end).toString('latin1');
      const rest = bytes.subarray(end + 4);
      const body = bodyOf(head, rest);
      if (body === undefined) return;
      bytes = rest.subarray(body.length);
      const [method = '', path = ''] = head.split(' ');
      onRequest({ method, path, head, body });
    }
  });
}

/** The raw bytes of a body, with the frames of its chunks, or undefined where more must come. */
function bodyOf(head: string, rest: Buffer): Buffer | undefined {
  if (/^transfer-encoding: *chunked/im.test(head)) {
    const last = rest.indexOf('0\r\n\r\n');
    return last < 0 ? undefined : rest.subarray(0, last + 5);
  }
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  return rest.length < length ? undefined : rest.subarray(0, length);
}

/** Made for these tests, and good for nothing else. */
const testOnlyKey = {
  kty: 'EC',
  crv: 'P-256',
  x: '15CgOC7zhL_HQdXpMQUHEwY4ir5DdtqgFzlv8o5Wk_I',
  y: 'ngUZugfMkvl01tVscp6TtO1xqLheZdoOVoSnSSamIuU',
  d: 'z0Er1y_hrHFz6vXjLc-iyPKk7GvfD-qdBXkY2eio1Ek',
};
const testOnlyCertificate = `-----BEGIN CERTIFICATE-----
MIIBkTCCATagAwIBAgIURN8BtKVnqqyqtpngElxyLAdNSoowCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDAyMTkzMloYDzIxMjYxMDMx
MDIxOTMyWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATXkKA4LvOEv8dB1ekxBQcTBjiKvkN22qAXOW/yjlaT8p4FGboHzJL5
dNbVbHKek7Ttcai4XmXaDlaEp0kmpiLlo2QwYjAdBgNVHQ4EFgQUCbXejz4npEpR
QozaPVFOrTcON0IwHwYDVR0jBBgwFoAUCbXejz4npEpRQozaPVFOrTcON0IwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0kAMEYC
IQCRSIzUA6xeJJmOCF6h23CiHiNnFXbBSyARgd5FdethyAIhAK1j8mnVAS2C0Pbc
tJh8K0VVWEALtR1BQq1OsvpDB8XC
-----END CERTIFICATE-----`;

/** A key and its certificate, as TLS takes them. */
export const testOnly: { readonly key: string; readonly cert: string } = {
  key: String(createPrivateKey({ key: testOnlyKey, format: 'jwk' }).export({ format: 'pem', type: 'pkcs8' })),
  cert: testOnlyCertificate,
};
