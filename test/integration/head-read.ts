import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/** What `node:http` and the `fetch` of Node.js publish when a client has read the head of an answer. */
const channels = ['http.client.response.finish', 'undici:request:headers'];

/**
 * Does something once the client, which lives in this process, has read the head
 * of the answer on this connection. To wait for so many milliseconds instead is
 * too short on a busy machine, on which a fault overtakes the head. With the client's
 * end of the connection, which `fetch` keeps to itself.
 */
export function onceHeadIsRead(socket: Socket, then: (clientSocket?: Socket) => void): void {
  const { localPort } = socket;
  const stop = () => {
    for (const channel of channels) unsubscribe(channel, hear);
  };
  function hear(message: unknown): void {
    const { request } = message as Published;
    if (portAsked(request) !== localPort) return;
    stop();
    // The client's own code hears of the head after this.
    setImmediate(then, request.socket);
  }
  for (const channel of channels) subscribe(channel, hear);
  socket.once('close', stop);
}

/** As documented: `node:http` publishes its ClientRequest, and `fetch` a request with an origin. */
interface Published {
  readonly request: {
    readonly origin?: string | URL;
    readonly socket?: Socket;
    readonly getHeader?: (name: string) => unknown;
  };
}

/** The server's port, which each test has of its own. */
function portAsked(request: Published['request']): number | undefined {
  const origin = String(request.origin ?? `http://${request.getHeader?.('host')}`);
  return URL.canParse(origin) ? Number(new URL(origin).port) : undefined;
}
