export { type AttachableInstance, attachOutcomes, outcomeAdapter } from './axios/attach.js';
export type { OutcomeClient } from './axios/client.js';
export type { DescribedClient } from './axios/described-client.js';
export type { AttemptEvent, EventSource, OutcomeEvent, PollEvent, RetryEvent } from './axios/events.js';
export type {
  OutcomeAdapterOptions,
  OutcomeCallConfig,
  OutcomeOptions,
  OutcomeRequestConfig,
  RequestOutcomeOptions,
} from './axios/options.js';
export { type Answer, type OutcomeOfOptions, outcomeOf } from './axios/outcome-of.js';
export type { ResumeOptions } from './axios/tasks/resume.js';
export type { DefaultCatalogue } from './catalogues/http/statuses.js';
export type { Assessment, Processed } from './classify/assessment.js';
export { classify, type Undocumented } from './classify/classify.js';
export type { Exchange, ResponseLike } from './classify/exchange.js';
export { defineDialect } from './delayed/define-dialect.js';
export type { TaskPoll, WatchedPoll } from './delayed/follow.js';
export type { CancelOptions, DelayedOptions, FollowOptions } from './delayed/options.js';
export { TokenError } from './delayed/token.js';
export type { ByStatus, Call, Checked, Described } from './outcome/described/bodies.js';
export type { DescribedProblem } from './outcome/described/members.js';
export type { DescribedOutcome } from './outcome/described/outcome.js';
export { type ExplainOptions, explain, type Locale } from './outcome/explain/explain.js';
export type { OutcomeLike } from './outcome/facts.js';
export { isOutcome } from './outcome/is-outcome.js';
export { isRetryable, type Limit, type Retryable } from './outcome/is-retryable.js';
export { type Handlers, match, type PartialHandlers } from './outcome/match.js';
export { OutcomeError } from './outcome/outcome-error.js';
export type * from './outcome/types.js';
export { type DataOf, unwrap } from './outcome/unwrap.js';
export type { Attempt } from './retry/attempt.js';
export { type RetryBudget, type RetryBudgetOptions, retryBudget, type TokenBudget } from './retry/budget.js';
export type { Stopped, UserVerdict } from './retry/decide.js';
export {
  type FinagleRetryBudgetOptions,
  finagleRetryBudget,
  type GrpcRetryBudgetOptions,
  grpcRetryBudget,
} from './retry/other-budgets.js';
export type { RetryOptions } from './retry/policy.js';
export type {
  Catalogue,
  CodeEntry,
  Documented,
  FieldProblem,
  Meaning,
  Operation,
  Problem,
  RetryAdvice,
  StatusEntry,
} from './semantics/catalogue.js';
export { ConfigurationError } from './semantics/configuration-error.js';
export { defineCatalogue } from './semantics/define-catalogue.js';
export type { Dialect, TaskAnswer, TaskLink, TaskReading } from './semantics/dialect.js';
export type { CodeOf, KindOf, ProblemOf, StatusOf, UndocumentedCode } from './semantics/documented.js';
export { type CatalogueExtension, type Extended, extendCatalogue } from './semantics/extend-catalogue.js';
export type { DocumentedKind, Effect, Kind, Retryability } from './semantics/kinds.js';
