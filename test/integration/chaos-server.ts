import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import axios, {
  type AxiosAdapter,
  AxiosError,
  AxiosHeaders,
  type AxiosResponse,
  type InternalAxiosRequestConfig,
} from 'axios';
import { body, type Fate, type Ledger } from './chaos-ledger.js';

export interface ChaosServer {
  readonly origin: string;
  readonly connections: () => Promise<number>;
  readonly close: () => void;
}

const attemptHeader = 'x-chaos-attempt';
/** For an attempt that is never answered; the others have more time than any machine takes. */
const silentMs = 250;
const plentyMs = 60_000;

/**
 * axios's own http adapter, which tells the server the number of the attempt. The
 * option `attemptHeader` would do the same, but takes a request off its shortest way.
 * It knows which attempts will not be answered, and lets those alone time out: else
 * the more would, the busier the machine is.
 */
export function numbering(ledger: Ledger, requests: number): AxiosAdapter {
  const attempts = new Uint8Array(requests);
  const http = axios.getAdapter('http');
  return (config) => {
    const id = Number(config.url?.slice(1));
    const attempt = (attempts[id] ?? 0) + 1;
    attempts[id] = attempt;
    config.headers.set(attemptHeader, String(attempt));
    return http({ ...config, timeout: ledger.fateOf(id, attempt) === 'silence' ? silentMs : plentyMs });
  };
}

/** Fails in every way there is; each request carries its id in the path. */
export async function chaosServer(ledger: Ledger): Promise<ChaosServer> {
  const server = createServer((request, response) => {
    const attempt = Number(request.headers[attemptHeader]);
    const fate = ledger.arrive(Number(request.url?.slice(1)), request.method ?? '', attempt);
    request.resume();
    // Not before the body has come: a server that closes while the client writes is another fault.
    request.on('end', () => {
      if (fate.fault) fate.fault(request.socket, response);
      else response.writeHead(fate.status ?? 200, fate.headers).end(fate.status === 204 ? '' : body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on an IP address has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    connections: promisify(server.getConnections.bind(server)),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** An adapter that fails by the same fates, and in the ways that only an adapter has. */
export function chaosAdapter(ledger: Ledger): AxiosAdapter {
  return (config) => {
    const id = Number(config.url?.slice(1));
    const arrival = (ledger.arrivals[id] ?? 0) + 1;
    if (arrival === 1 && id % 29 === 0) throw refused(config);
    return new Promise((resolve, reject) => {
      setImmediate(() => {
        const ended =
          arrival === 1 && id % 31 === 0
            ? refused(config)
            : end(ledger.arrive(id, config.method ?? '', arrival), config);
        if (ended instanceof Error) reject(ended);
        else resolve(ended);
      });
    });
  };
}

/** Never sent: it does not count as an arrival. A custom adapter may throw it as Node made it. */
function refused(config: InternalAxiosRequestConfig): Error {
  const code = 'ECONNREFUSED';
  const cause = Object.assign(new Error(`connect ${code}`), { code, syscall: 'connect' });
  return config.method === 'get' ? AxiosError.from(cause, code, config) : cause;
}

function end(fate: Fate, config: InternalAxiosRequestConfig): AxiosResponse | Error {
  if (fate.status === undefined) return new AxiosError('socket hang up', 'ECONNRESET', config, {});
  const headers = new AxiosHeaders(fate.headers);
  const data = fate.status === 204 ? '' : body;
  const response: AxiosResponse = { status: fate.status, statusText: '', data, headers, config };
  if (fate.fault) {
    // As the http adapter does: the head, and no `data` at all.
    Reflect.deleteProperty(response, 'data');
    return new AxiosError('aborted', 'ERR_BAD_RESPONSE', config, {}, response);
  }
  if (config.validateStatus?.(fate.status)) return response;
  const code = fate.status < 500 ? 'ERR_BAD_REQUEST' : 'ERR_BAD_RESPONSE';
  return new AxiosError(`status ${fate.status}`, code, config, {}, response);
}
