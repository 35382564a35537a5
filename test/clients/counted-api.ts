import axios, { AxiosError, AxiosHeaders, type AxiosInstance } from 'axios';

export interface CountedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
}

/** An API in memory, whose answers take no time, and when it was asked: for tests with a clock of their own. */
export function countedApi(answer: (number: number, path: string) => CountedAnswer | string): {
  readonly instance: AxiosInstance;
  readonly askedAt: readonly number[];
} {
  const askedAt: number[] = [];
  const instance = axios.create({
    baseURL: 'https://api.example',
    async adapter(config) {
      const said = answer(askedAt.push(Date.now()), config.url ?? '');
      if (typeof said === 'string') throw new AxiosError(said, said, config);
      const { status, headers = {}, body = { id: 7 } } = said;
      const data = typeof body === 'string' ? body : JSON.stringify(body);
      const response = { status, statusText: '', data, headers: new AxiosHeaders({ ...headers }), config };
      if (status < 300) return response;
      throw new AxiosError(
        `Request failed with status code ${status}`,
        'ERR_BAD_RESPONSE',
        config,
        {},
        response,
      );
    },
  });
  return { instance, askedAt };
}
