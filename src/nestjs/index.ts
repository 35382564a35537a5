/**
 * NestJS: a filter that answers when an upstream failed, and a module whose `HttpService` has outcomes
 * attached. It needs the optional peers `@nestjs/common` and `@nestjs/axios`.
 *
 * ```ts
 * import { OutcomeExceptionFilter, OutcomeHttpModule } from 'axios-outcome/nestjs';
 *
 * @Module({ imports: [OutcomeHttpModule.register({ baseURL, outcomes: { catalogue: dew } })] })
 * class OrdersModule {}
 *
 * app.useGlobalFilters(new OutcomeExceptionFilter());
 * ```
 *
 * @module
 */
export {
  type ProblemDocument,
  type ProblemResponse,
  type ProblemResponseOptions,
  problemResponse,
} from '../server/problem-response.js';
export { OutcomeExceptionFilter } from './exception-filter.js';
export {
  OUTCOME_CLIENT,
  type OutcomeHttpAsyncOptions,
  OutcomeHttpModule,
  type OutcomeHttpOptions,
} from './http-module.js';
