// The same server scripts drive google-gax, which Google's own clients for Node follow operations with.
// Its transport speaks gRPC or needs TLS and Google's credentials, so that here axios is in its place:
// what is compared is when it asks, when it stops, and what comes of it.
import axios from 'axios';
import gax from 'google-gax';
import { describe, expect, it } from 'vitest';
import { attachOutcomes } from '../../src/index.js';
import { routesOf, type TaskScript, taskScripts } from './task-scripts.js';
import { type Reply, taskServer } from './task-server.js';

interface Followed {
  readonly log: readonly string[];
  /** The data of the result, or how the task ended with what the server said. */
  readonly result: unknown;
}

const found = taskScripts.find(({ dialect }) => dialect === 'google-operation');
if (found === undefined) throw new Error('there is no script of a Google operation');
const script: TaskScript = found;

interface JsonOperation {
  readonly name: string;
  readonly done?: boolean;
  readonly error?: { readonly code: number; readonly message: string };
  readonly response?: unknown;
  readonly metadata?: unknown;
}

/** As gax has it from the wire: Any with bytes, and the name of the member of `result` that is set. */
function decoded({ response, metadata, ...rest }: JsonOperation) {
  const any = (value: unknown) => ({ value: Buffer.from(JSON.stringify(value)) });
  return {
    ...rest,
    ...(rest.error === undefined ? {} : { result: 'error' }),
    ...(response === undefined ? {} : { response: any(response), result: 'response' }),
    ...(metadata === undefined ? {} : { metadata: any(metadata) }),
  };
}

async function byGax(last: Reply): Promise<Followed> {
  const server = await taskServer(routesOf(script, last));
  const client = axios.create({ baseURL: server.origin });
  const operationsClient = {
    getOperationInternal: async ({ name }: { readonly name: string }) => {
      const { data } = await client.get<JsonOperation>(`/v1/${name}`);
      return [decoded(data)];
    },
  };
  const fromBytes = (bytes: Buffer): unknown => JSON.parse(bytes.toString());
  const { data } = await client.post<JsonOperation>(script.path, {});
  // gax asks a whole gRPC client for; `Operation` calls no more of it than the method above.
  const descriptor = new gax.LongrunningDescriptor(
    operationsClient as never,
    fromBytes as never,
    fromBytes as never,
  );
  const backoff = gax.createBackoffSettings(1, 1, 1, null, null, null, 60_000);
  const operation = gax.operation(decoded(data) as never, descriptor, backoff);
  const result = await operation.promise().then(
    // gax resolves with the result, the metadata and the operation.
    (resolved) => (resolved as readonly unknown[])[0],
    ({ code, message }: { readonly code: number; readonly message: string }) => [code, message],
  );
  return { log: server.log, result };
}

async function byOurs(last: Reply): Promise<Followed & { readonly kind: string }> {
  const server = await taskServer(routesOf(script, last));
  const client = attachOutcomes(axios.create({ baseURL: server.origin }), {
    catalogue: script.catalogue,
    delayed: { pollIntervalMs: 1, maxPollIntervalMs: 1 },
  });
  const ended = await client.complete(await client.post(script.path, {}));
  const { kind } = ended;
  if (kind === 'success') return { log: server.log, result: ended.data, kind };
  if (kind !== 'failed') return { log: server.log, result: undefined, kind };
  const { details, message } = ended.problem;
  // google.rpc.Status has its number beside the words that `problem.code` prefers.
  const { code } = (details as { readonly error: { readonly code: number } }).error;
  return { log: server.log, result: [code, message], kind: 'task' in ended ? ended.task.ended : kind };
}

describe('google-operation beside google-gax', () => {
  it.each<[string, Reply, string]>([
    ['succeeds', script.done, 'success'],
    ['fails', script.failed?.reply ?? {}, 'failed'],
    ['is cancelled', script.cancelled ?? {}, 'cancelled'],
  ])('an operation that %s: the same requests, the same result', async (_, last, kind) => {
    const [theirs, ours] = [await byGax(last), await byOurs(last)];
    expect(ours).toEqual({ ...theirs, kind });
    expect(theirs.log).toHaveLength(4);
  });

  it('done without response and error: gax gives an empty object, this library gives no data', async () => {
    const last = { body: { name: 'projects/p/operations/7', done: true } };
    const [theirs, ours] = [await byGax(last), await byOurs(last)];
    expect(ours.log).toEqual(theirs.log);
    expect([theirs.result, ours.result, ours.kind]).toEqual([{}, undefined, 'success']);
  });
});
