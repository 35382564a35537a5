import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { outcomeOf } from '../axios/outcome-of.js';
import { at } from '../outcome/field.js';
import { OutcomeError } from '../outcome/outcome-error.js';
import { outcomeIn } from '../outcome/outcome-in.js';
import type { AnyOutcome } from '../outcome/types.js';
import {
  type ProblemResponse,
  type ProblemResponseOptions,
  problemResponse,
} from '../server/problem-response.js';

/**
 * The errors that the filter catches: an OutcomeError and an AxiosError, of any copy of their
 * packages. Nest tests them by `instanceof`.
 */
// biome-ignore lint/complexity/noStaticOnlyClass: Nest takes a class.
class UpstreamFailure {
  static [Symbol.hasInstance](error: unknown): boolean {
    return at(error, 'isAxiosError') === true || outcomeIn(error) !== undefined;
  }
}

/** The methods that the answers of Express and Fastify have in common. */
interface Reply {
  status(code: number): unknown;
  header(name: string, value: string): unknown;
  send(body: string): unknown;
  readonly headersSent?: boolean;
  readonly sent?: boolean;
  /** Node's answer; only Fastify has this field. */
  readonly raw?: { end(): unknown };
  end?(): unknown;
}

const context = 'OutcomeExceptionFilter';

/**
 * Answers the client when an upstream failed, on Express and Fastify. It catches an OutcomeError (from
 * `unwrap`) and an AxiosError (from `HttpService`). The status, the body and the options are those of
 * {@link problemResponse}. Nest's logger logs the failure as an error, in one line without
 * credentials.
 *
 * It is for HTTP only: an error of another transport is thrown again.
 *
 * @example
 * app.useGlobalFilters(new OutcomeExceptionFilter({ map: notFound }));
 */
export class OutcomeExceptionFilter implements ExceptionFilter {
  readonly #options: ProblemResponseOptions;

  constructor(options: ProblemResponseOptions = {}) {
    this.#options = options;
  }

  catch(exception: unknown, host: ArgumentsHost): Promise<void> | undefined {
    if (host.getType() !== 'http') throw exception;
    const reply = host.switchToHttp().getResponse<Reply>();
    const outcome = outcomeIn(exception);
    if (outcome !== undefined) {
      this.#answer(outcome, reply);
      return undefined;
    }
    // Nest does not wait for this promise, so a rejection would end the process.
    return (
      outcomeOf(exception)
        // The cast holds: outcomes of the default catalogue are members of AnyOutcome with narrower types.
        .then((made) => this.#answer(made as AnyOutcome, reply))
        .catch((error: unknown) => answerForBug(error, reply))
    );
  }

  #answer(outcome: AnyOutcome, reply: Reply): void {
    const answer = problemResponse(outcome, this.#options);
    if (answer.status >= 500) Logger.error(new OutcomeError(outcome).message, context);
    send(answer, reply);
  }
}
Catch(UpstreamFailure)(OutcomeExceptionFilter);

/** For an AxiosError that an interceptor made from a good answer, and for a `map` that throws. The error is not printed, since it may hold credentials. */
function answerForBug(error: unknown, reply: Reply): void {
  const name = at(error, 'name');
  Logger.error(
    `A bug, and no failure of an upstream: ${typeof name === 'string' ? name : typeof error}`,
    context,
  );
  const document = { title: 'Internal Server Error', status: 500 };
  const headers = { 'Content-Type': 'application/problem+json' };
  send({ status: 500, headers, body: JSON.stringify(document) }, reply);
}

function send({ status, headers, body }: ProblemResponse, reply: Reply): void {
  // An answer that has begun cannot be changed.
  if (reply.headersSent || reply.sent) {
    (reply.raw ?? reply).end?.();
    return;
  }
  reply.status(status);
  for (const [name, value] of Object.entries(headers)) reply.header(name, value);
  reply.send(body);
}
