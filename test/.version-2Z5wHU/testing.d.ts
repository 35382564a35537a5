import { d as Kind, t as Catalogue, u as Effect } from "./catalogue.js";
import { t as Stopped } from "./decide.js";
import { AxiosAdapter } from "axios";

//#region src/testing/transport-failures.d.ts
declare const entries: {
  readonly refused: {
    readonly name: "connection refused";
    readonly code: "ECONNREFUSED";
    readonly message: "connect ECONNREFUSED 192.0.2.1:443";
    readonly syscall: "connect";
    readonly sent: false;
  };
  readonly dns: {
    readonly name: "no such host";
    readonly code: "ENOTFOUND";
    readonly message: "getaddrinfo ENOTFOUND api.example";
    readonly syscall: "getaddrinfo";
    readonly sent: false;
  };
  readonly "dns-busy": {
    readonly name: "name server busy";
    readonly code: "EAI_AGAIN";
    readonly message: "getaddrinfo EAI_AGAIN api.example";
    readonly syscall: "getaddrinfo";
    readonly sent: false;
  };
  readonly unroutable: {
    readonly name: "no route to the host";
    readonly code: "EHOSTUNREACH";
    readonly message: "connect EHOSTUNREACH 192.0.2.1:443";
    readonly syscall: "connect";
    readonly sent: false;
  };
  readonly "connect-timeout": {
    readonly name: "timeout while connecting";
    readonly code: "ETIMEDOUT";
    readonly message: "connect ETIMEDOUT 192.0.2.1:443";
    readonly syscall: "connect";
    readonly sent: false;
  };
  readonly "tls-expired": {
    readonly name: "certificate expired";
    readonly code: "CERT_HAS_EXPIRED";
    readonly message: "certificate has expired";
    readonly sent: false;
  };
  readonly "tls-untrusted": {
    readonly name: "certificate not trusted";
    readonly code: "DEPTH_ZERO_SELF_SIGNED_CERT";
    readonly message: "self-signed certificate";
    readonly sent: false;
  };
  readonly "tls-name": {
    readonly name: "certificate of another host";
    readonly code: "ERR_TLS_CERT_ALTNAME_INVALID";
    readonly message: "Hostname/IP does not match certificate's altnames: Host: api.example.";
    readonly sent: false;
  };
  readonly reset: {
    readonly name: "connection reset";
    readonly code: "ECONNRESET";
    readonly message: "read ECONNRESET";
    readonly syscall: "read";
    readonly sent: true;
  };
  readonly "hang-up": {
    readonly name: "connection closed";
    readonly code: "ECONNRESET";
    readonly message: "socket hang up";
    readonly sent: true;
  };
  readonly "broken-pipe": {
    readonly name: "connection broken while sending";
    readonly code: "EPIPE";
    readonly message: "write EPIPE";
    readonly syscall: "write";
    readonly sent: true;
  };
  readonly timeout: {
    readonly name: "timeout while waiting for the answer";
    readonly code: "ECONNABORTED";
    readonly message: "timeout exceeded";
    readonly sent: true;
    readonly byAxios: true;
  };
  readonly network: {
    readonly name: "network error of a browser";
    readonly code: "ERR_NETWORK";
    readonly message: "Network Error";
    readonly sent: true;
    readonly byAxios: true;
  };
  readonly "not-http": {
    readonly name: "answer that is not HTTP";
    readonly code: "HPE_INVALID_CONSTANT";
    readonly message: "Parse Error: Expected HTTP/";
    readonly sent: true;
  };
  readonly redirects: {
    readonly name: "too many redirects";
    readonly code: "ERR_FR_TOO_MANY_REDIRECTS";
    readonly message: "Maximum number of redirects exceeded";
    readonly sent: true;
  };
  readonly abort: {
    readonly name: "stopped by the caller";
    readonly code: "ERR_CANCELED";
    readonly message: "canceled";
    readonly sent: true;
    readonly byAxios: true;
  };
};
/** The name of a way to get no answer. */
type TransportFailureName = keyof typeof entries;
//#endregion
//#region src/testing/reply.d.ts
/** A request as it reached the test kit. Nothing is redacted here: a test may ask for the credentials sent. */
interface ReceivedRequest {
  /** In capitals. */
  readonly method: string;
  /** Absolute; with the query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it was sent: a text where it was one. */
  readonly body: unknown;
  /** When it came, in milliseconds since the epoch; by the virtual clock where there is one. */
  readonly receivedAt: number;
}
//#endregion
//#region src/testing/resolver.d.ts
/**
* Answers a request inside of an msw handler: `http.all(url, resolver)`. It is
* made of the platform's own `Request` and `Response`, so that the kit needs no
* msw, and any version of it will do.
*/
type Resolver = (info: {
  readonly request: Request;
}) => Promise<Response>;
//#endregion
//#region src/testing/play.d.ts
/** A stand-in of an API, to be put in the place of the network in one of two ways. */
interface StandIn {
  /** For `axios.create({ adapter })`: everything can be played, failures included. */
  readonly adapter: AxiosAdapter;
  /** For msw: `http.all('https://api.example/*', resolver)`. */
  readonly resolver: Resolver;
  /** What was asked so far, the first request first. */
  readonly requests: readonly ReceivedRequest[];
}
//#endregion
//#region src/testing/problem-shapes.d.ts
/** What an error body is to say. */
interface ProblemText {
  readonly status: number;
  /** The documented name of the status. */
  readonly name: string;
  readonly code?: string;
  readonly message: string;
}
/** An error body, and the headers that belong to its shape. */
interface Written {
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}
/** The families of error bodies that the library reads, each written as its documentation shows it. */
declare const shapes: {
  /** RFC 9457, 3.1; `code` is an extension member (3.2). */rfc9457: ({
    status,
    name,
    code,
    message
  }: ProblemText) => Written; /** KMS nests its errors; API Gateway and the other services do not (DEW API Reference, Error Codes). */
  huawei: ({
    code,
    message
  }: ProblemText) => Written; /** Google AIP-193. */
  google: ({
    status,
    code,
    message
  }: ProblemText) => Written; /** Microsoft Azure REST API Guidelines, Handling errors. */
  azure: ({
    code,
    message
  }: ProblemText) => Written; /** Stripe API Reference, Errors. */
  stripe: ({
    code,
    message
  }: ProblemText) => Written; /** GitHub REST API, Troubleshooting; its errors have no code. Rate limits, Exceeding the rate limit: how they are told. */
  github: ({
    code,
    message
  }: ProblemText) => Written; /** Smithy, AWS restJson1. */
  aws: ({
    code,
    message
  }: ProblemText) => Written;
};
/** The name of a family of error bodies. */
type ProblemShape = keyof typeof shapes;
/** How error bodies are written: as a family of APIs does, or by a function of your own. */
type ProblemWriter = ProblemShape | ((problem: ProblemText) => object);
//#endregion
//#region src/testing/step.d.ts
/** An answer in full. */
interface AnswerStep {
  readonly status: number;
  /** An error code: the body then says so in the API's own shape. */
  readonly code?: string;
  /** The body, as JSON; a text stands as it is. Default: `{}`, or a problem for an error. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The `Retry-After` header, in whole seconds (RFC 9110, 10.2.3). */
  readonly retryAfterSeconds?: number;
  /** Milliseconds until it comes. Default 0. */
  readonly latencyMs?: number;
  /** `cut`: the connection ends within the body. `garbled`: the body is no JSON. */
  readonly broken?: "cut" | "garbled";
}
/** A failure without an answer, after a while. */
interface FailureStep {
  readonly failure: TransportFailureName;
  /** Milliseconds until it fails. Default 0. */
  readonly latencyMs?: number;
}
/** A status, an answer in full, the name of a failure, or a failure in full. */
type Step = number | AnswerStep | TransportFailureName | FailureStep;
/** Where bodies come from. */
interface BodyOptions {
  /** How the API writes its errors. Default: told by the form of the catalogue's codes; `rfc9457` without codes. */
  readonly problem?: ProblemWriter;
  /** The body of every success that is not given one. Default `{}`. */
  readonly data?: unknown;
}
//#endregion
//#region src/testing/task-scripts.d.ts
/** How far a task is, in one word for all dialects. */
type ScriptedState = "running" | "done" | "failed" | "cancelled" | "expired";
/** One answer of a task's monitor. */
interface ScriptedPoll {
  readonly state: ScriptedState;
  /** The server's own word. Default: a documented one of the dialect. */
  readonly word?: string;
  /** From 0 to 100, where the dialect tells it. */
  readonly progress?: number;
}
/** The name of a built-in dialect. */
type ScriptedDialect = "dew-key-pair" | "huawei-job" | "operation-location" | "azure-async-operation" | "azure-provisioning-state" | "location" | "google-operation" | "same-request";
//#endregion
//#region src/testing/delayed-task.d.ts
/** How a task goes. */
interface DelayedTaskOptions {
  /** The API that answers. Default: HTTP itself. */
  readonly catalogue?: Catalogue;
  /** What each poll of the monitor says; the last one stays. Default `['running', 'done']`. */
  readonly states?: readonly (ScriptedState | ScriptedPoll)[];
  /** What the task comes to. Default `{}`. */
  readonly result?: unknown;
  /** When to look again, in whole seconds, on every answer until the task has ended. Default: not said. */
  readonly retryAfterSeconds?: number;
}
/**
* An API that starts a task on the first request, and tells how far it is on each
* one to its monitor, as a dialect has it. Every request that is no poll starts a
* task of its own.
*
* The dialects that only an operation of the catalogue can name (`dew-key-pair`,
* `huawei-job`, and `google-operation`, which starts with 200) need a catalogue
* with that operation, and a call to its path.
*
* @throws ConfigurationError for a dialect or a state that there is none of, and for a wrong option.
*
* @example
* const api = delayedTask('operation-location', { states: ['running', 'running', 'done'], result: { id: 1 } });
* const client = attachOutcomes(axios.create({ adapter: api.adapter, baseURL: 'https://api.example' }));
* const outcome = await clock.run(async () => client.complete(await client.post('/reports')));
*/
declare function delayedTask(dialect: ScriptedDialect, options?: DelayedTaskOptions): StandIn;
//#endregion
//#region src/testing/expected.d.ts
/** What an outcome is to say. Fields that are left out are not looked at. */
interface ExpectedOutcome {
  readonly kind?: Kind;
  /** The documented status; `other` for one that is not documented. */
  readonly status?: number | "other";
  /** The number on the wire. */
  readonly httpStatus?: number;
  readonly effect?: Effect;
  /** The error code of the body, or of a failure without an answer. */
  readonly code?: string;
  /** Why no further attempt was made: `retry.stopped`. */
  readonly stopped?: Stopped;
  /** The data; asymmetric matchers such as `expect.objectContaining` may stand in it. */
  readonly data?: unknown;
}
//#endregion
//#region src/testing/every-outcome.d.ts
/** The call that is tested. */
interface EveryOutcomeOptions extends BodyOptions {
  /** The method that your client sends: it decides the `effect` of what went wrong. Default `GET`. */
  readonly method?: string;
  /** The path that it sends to: the answers of a call that starts a task are added. Default: none. */
  readonly path?: string;
  /** `msw`: only what msw has a way to say, so that every case has a `resolver`. Default: every case. */
  readonly over?: "msw";
}
/** One way in which a call can end. */
interface OutcomeCase {
  /** Unique, for the name of a test: `403 Forbidden, KMS.0301: rejected`. */
  readonly name: string;
  /** Answers every request so, for `axios.create({ adapter })`. */
  readonly adapter: AxiosAdapter;
  /** The same for msw; absent where msw has no way to say it. */
  readonly resolver?: Resolver;
  /** What the outcome has to be, for `toHaveOutcome`. */
  readonly expected: ExpectedOutcome;
}
/** A case that msw can play: `http.all(url, resolver)` is its handler. */
interface MswOutcomeCase extends OutcomeCase {
  readonly resolver: Resolver;
}
/**
* Every way in which a call to an API can end: one case per documented status,
* per documented code under each of its statuses, per broken body, per status
* that nobody documented, and per failure without an answer.
*
* @throws ConfigurationError for a wrong catalogue or option.
*
* @example
* it.each(everyOutcome(dew, { method: 'POST' }))('$name', async ({ adapter, expected }) => {
*   const outcome = await keysOf(axios.create({ adapter })).create('k1');
*   expect(outcome).toHaveOutcome(expected);
* });
*
* // One msw handler per documented answer.
* const handlers = everyOutcome(dew, { over: 'msw' }).map(({ name, resolver }) =>
*   http.get(`https://answers.example/${encodeURIComponent(name)}`, resolver),
* );
*/
declare function everyOutcome(catalogue: Catalogue, options: EveryOutcomeOptions & {
  readonly over: "msw";
}): readonly MswOutcomeCase[];
declare function everyOutcome(catalogue: Catalogue, options?: EveryOutcomeOptions): readonly OutcomeCase[];
//#endregion
//#region src/testing/matchers.d.ts
/** What vitest and jest make of a matcher's word. */
interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
}
/** The part of vitest's and jest's matcher context that is used here. */
interface MatcherContext {
  readonly isNot?: boolean;
  readonly equals: (a: unknown, b: unknown) => boolean;
}
/**
* Matchers for vitest and jest: `expect.extend(outcomeMatchers)`, once, in a setup
* file. Their messages explain the outcome and print no body, since nobody but
* you knows what in it is secret.
*
* @example
* expect.extend(outcomeMatchers);
* expect(outcome).toHaveOutcome({ kind: 'unavailable', status: 503 });
* expect(outcome).toHaveRetried(2);
*/
declare const outcomeMatchers: {
  toHaveOutcome(this: MatcherContext, received: unknown, expected: ExpectedOutcome): Verdict;
  toHaveRetried(this: MatcherContext, received: unknown, times?: number): Verdict;
};
/** What the matchers add to `expect(…)`. */
interface OutcomeMatchers<R = void> {
  /** The value is an outcome, and has all the fields that are given. */
  toHaveOutcome(expected: ExpectedOutcome): R;
  /** The request was sent again: so many times, or at least once. */
  toHaveRetried(times?: number): R;
}
declare global {
  namespace jest {
    interface Matchers<R, T = {}> extends OutcomeMatchers<R> {}
  }
}
//#endregion
//#region src/testing/sequence.d.ts
/** Options of {@link sequence}. */
interface SequenceOptions extends BodyOptions {
  /** The API that answers: it gives the names, the meanings and the shape of errors. Default: HTTP itself. */
  readonly catalogue?: Catalogue;
}
/**
* Answers one request after the other as the steps say; the last step stays.
*
* @throws ConfigurationError for a step that is none, for no steps, and for a wrong option.
*
* @example
* const api = sequence([503, 'reset', { status: 200, body: { id: 1 } }], { catalogue: dew });
* const client = attachOutcomes(axios.create({ adapter: api.adapter }), { catalogue: dew });
*/
declare function sequence(steps: readonly Step[], options?: SequenceOptions): StandIn;
//#endregion
//#region src/testing/virtual-clock.d.ts
/** Options of {@link virtualClock}. */
interface VirtualClockOptions {
  /**
  * How many timers one `run` may let ring before it is given up: something waits again
  * and again, such as for a task that never ends. Default 3,000: at the longest pace of
  * polls, 30 s, more than a day.
  */
  readonly maxTimers?: number;
}
/** A clock in the place of the platform's: time passes when it is told to, and takes none. */
interface VirtualClock {
  /**
  * Does the work, and lets time pass at once whenever nothing but a timer is
  * left to wait for: backoffs, `Retry-After`, polls, deadlines, latencies.
  * Resolves or rejects as the work does.
  *
  * For what is answered inside of this process: the kit's adapters, msw, mocks.
  * Files are waited for too, where the platform tells of them (Node.js). What
  * comes from a real socket, zlib or a long computation of WebCrypto is late by
  * real time, and may be overtaken.
  *
  * @throws Error where more than `maxTimers` rang and the work has not ended.
  */
  run<T>(work: () => PromiseLike<T>): Promise<T>;
  /** Lets so many milliseconds pass, and everything that is due in them happen. */
  advance(ms: number): Promise<void>;
  /** Milliseconds that have passed since the clock was made. */
  readonly elapsedMs: number;
  /** Gives the platform its own clock back. Timers that are not due yet are gone. */
  restore(): void;
}
/**
* Puts a virtual clock in the place of `setTimeout`, `setInterval`, `Date` and
* `performance`, with fake-timers, which vitest and jest use too. Everything
* else, I/O and promises included, goes its own way. Works in any runner, or
* none; call `restore` when the test is done.
*
* @throws TypeError where timers are faked already, as by `vi.useFakeTimers`.
* @throws ConfigurationError for a wrong option.
*
* @example
* const clock = virtualClock();
* const outcome = await clock.run(() => client.get('/key')); // 429, Retry-After: 30, then 200
* expect(clock.elapsedMs).toBe(30_000); // and the test took none of them
* clock.restore();
*/
declare function virtualClock(options?: VirtualClockOptions): VirtualClock;
//#endregion
export { type AnswerStep, type BodyOptions, type DelayedTaskOptions, type EveryOutcomeOptions, type ExpectedOutcome, type FailureStep, type MswOutcomeCase, type OutcomeCase, type OutcomeMatchers, type ProblemShape, type ProblemText, type ProblemWriter, type ReceivedRequest, type Resolver, type ScriptedDialect, type ScriptedPoll, type ScriptedState, type SequenceOptions, type StandIn, type Step, type TransportFailureName, type VirtualClock, type VirtualClockOptions, delayedTask, everyOutcome, outcomeMatchers, sequence, virtualClock };