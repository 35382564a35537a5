import type { Meter } from '@opentelemetry/api';
import { fieldsOf } from '../classify/exchange.js';
import { errorType, methodAttributes, serverAttributes, type Told } from './semantic-conventions.js';

interface OutcomeMetrics {
  readonly retried: (event: Told['retry']) => void;
  readonly ended: (outcome: Told['outcome']) => void;
}

/** Counters whose attributes have few values: there is no path and no error code among them. */
export function outcomeMetrics(meter: Meter): OutcomeMetrics {
  const outcomes = meter.createCounter('axios_outcome.outcomes', {
    description: 'Requests that have ended, by the kind of their outcome.',
    unit: '{outcome}',
  });
  const retries = meter.createCounter('axios_outcome.retries', {
    description: 'Attempts that are to be made again.',
    unit: '{retry}',
  });
  const exhausted = meter.createCounter('axios_outcome.budget.exhausted', {
    description: 'Requests that were not sent again because the budget of their origin was used up.',
    unit: '{request}',
  });
  return {
    retried({ attempt, request, origin }) {
      const type = errorType(attempt.status, attempt.code);
      retries.add(1, {
        ...methodAttributes(request.method),
        ...serverAttributes(origin),
        ...(type === undefined ? {} : { 'error.type': type }),
      });
    },
    ended(outcome) {
      const { stopped } = fieldsOf(fieldsOf(outcome)['retry']);
      const method = methodAttributes(outcome.request.method);
      outcomes.add(1, {
        ...method,
        'axios_outcome.kind': outcome.kind,
        'axios_outcome.effect': outcome.effect,
      });
      if (stopped === 'budget') exhausted.add(1, method);
    },
  };
}
