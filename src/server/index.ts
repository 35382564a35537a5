/**
 * Answers for a server whose upstream failed: a plain function for Express, Fastify, Next's route
 * handlers and any other framework. `axios-outcome/nestjs` has a filter for NestJS.
 *
 * ```ts
 * import { problemResponse } from 'axios-outcome/server';
 *
 * app.use((error, request, response, next) => {
 *   const answer = problemResponse(error);
 *   if (answer === undefined) return next(error);
 *   response.status(answer.status).set(answer.headers).send(answer.body);
 * });
 * ```
 *
 * @module
 */
export {
  type ProblemDocument,
  type ProblemResponse,
  type ProblemResponseOptions,
  problemResponse,
} from './problem-response.js';
