import type { TransportFailureName } from 'axios-outcome/testing';

export const catalogueNames = ['http', 'dew', 'ecs', 'github', 'stripe', 'openai', 'azure'] as const;
export type CatalogueName = (typeof catalogueNames)[number];

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const;
export type Method = (typeof methods)[number];

/** What the stand-in says to one request, as it stands in the form. */
export interface Answer {
  /** For the form alone: tells one answer from the other. */
  readonly id: number;
  /** A failure without an answer. The fields below are then not used, but for the latency. */
  readonly failure?: TransportFailureName;
  readonly status: number;
  readonly code: string;
  /** One header a line, `Name: value`. */
  readonly headers: string;
  /** JSON, or any text. Empty: what the API would send. */
  readonly body: string;
  /** The connection ends within the body. */
  readonly cut: boolean;
  readonly latencyMs: number;
}

/** The retry options that the form has. Absent: the library's default. */
export interface PlayedOptions {
  readonly retries?: number;
  readonly baseDelayMs?: number;
  readonly maxHintMs?: number;
  readonly attemptTimeoutMs?: number;
  readonly deadlineMs?: number;
  readonly jitter?: 'full' | 'none';
  readonly idempotencyKey?: true;
}

export interface Scenario {
  readonly catalogue: CatalogueName;
  readonly method: Method;
  readonly path: string;
  readonly options: PlayedOptions;
  readonly answers: readonly Answer[];
  /** A delayed task is followed to its end. */
  readonly complete: boolean;
}

export const baseURL = 'https://api.example.com';

/** A step of `sequence`, in its shortest form. */
export type PlayedStep =
  | number
  | TransportFailureName
  | { readonly failure: TransportFailureName; readonly latencyMs: number }
  | {
      readonly status: number;
      readonly code?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
      readonly broken?: 'cut';
      readonly latencyMs?: number;
    };

export function stepOf({ failure, status, code, headers, body, cut, latencyMs }: Answer): PlayedStep {
  if (failure !== undefined) return latencyMs > 0 ? { failure, latencyMs } : failure;
  const given = headersOf(headers);
  const step = {
    status,
    ...(code === '' ? {} : { code }),
    ...(Object.keys(given).length === 0 ? {} : { headers: given }),
    ...(body === '' ? {} : { body: bodyOf(body) }),
    ...(cut ? { broken: 'cut' as const } : {}),
    ...(latencyMs > 0 ? { latencyMs } : {}),
  };
  return Object.keys(step).length === 1 ? status : step;
}

function headersOf(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return colon < 0 ? [line.trim(), ''] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
}

/** What is no JSON goes over the wire as it stands. */
function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The body of a request whose method has one. */
export function dataOf(method: Method): { readonly name: string } | undefined {
  return ['POST', 'PUT', 'PATCH'].includes(method) ? { name: 'tea' } : undefined;
}
