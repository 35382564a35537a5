export { type DelayedTaskOptions, delayedTask } from './delayed-task.js';
export {
  type EveryOutcomeOptions,
  everyOutcome,
  type MswOutcomeCase,
  type OutcomeCase,
} from './every-outcome.js';
export type { ExpectedOutcome } from './expected.js';
export { type OutcomeMatchers, outcomeMatchers } from './matchers.js';
export type { StandIn } from './play.js';
export type { ProblemShape, ProblemText, ProblemWriter } from './problem-shapes.js';
export type { ReceivedRequest } from './reply.js';
export type { Resolver } from './resolver.js';
export { type SequenceOptions, sequence } from './sequence.js';
export type { AnswerStep, BodyOptions, FailureStep, Step } from './step.js';
export type { ScriptedDialect, ScriptedPoll, ScriptedState } from './task-scripts.js';
export type { TransportFailureName } from './transport-failures.js';
export { type VirtualClock, type VirtualClockOptions, virtualClock } from './virtual-clock.js';
