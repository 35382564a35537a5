// What is mutated, by which tests that is noticed, and how much of it has to be.
// The slow tests look only at what the others did not notice.
export const areas = {
  retry: {
    mutate: ['src/retry/*.ts'],
    tests: [
      'test/retry/*.test.ts',
      'test/axios/keys-and-credentials.test.ts',
      'test/axios/idempotency-keys.test.ts',
    ],
    slowTests: [
      'test/axios/hooks.test.ts',
      'test/axios/one-shape.test.ts',
      'test/axios/odd-input.test.ts',
      'test/integration/retry-safety.test.ts',
      'test/outcome/is-retryable.test.ts',
    ],
    least: 90,
  },
  delayed: {
    mutate: ['src/delayed/**/*.ts'],
    tests: ['test/delayed/*.test.ts'],
    slowTests: [
      'test/integration/task-tokens.test.ts',
      'test/integration/task-trust.test.ts',
      'test/integration/task-cancel.test.ts',
      'test/integration/task-security.test.ts',
      'test/integration/task-following.test.ts',
      'test/integration/task-answers.test.ts',
    ],
    least: 90,
  },
  classify: {
    mutate: ['src/classify/**/*.ts'],
    tests: [
      'test/classify/assess.test.ts',
      'test/classify/classify.test.ts',
      'test/classify/connection.test.ts',
      'test/classify/exchange.test.ts',
      'test/classify/headers.test.ts',
      'test/classify/http-matter.test.ts',
      'test/classify/json-body.test.ts',
      'test/classify/meaning.test.ts',
      'test/classify/problem.test.ts',
      'test/classify/problem-body.test.ts',
      'test/classify/problem-names.test.ts',
      'test/classify/read-body.test.ts',
      'test/classify/request-address.test.ts',
      'test/classify/transport-failure.test.ts',
    ],
    slowTests: [
      'test/classify/problem-hostile.test.ts',
      'test/integration/redirected-writes.test.ts',
      'test/integration/first-hop.test.ts',
      'test/integration/broken-connections.test.ts',
      'test/integration/local-faults.test.ts',
      'test/integration/streamed-errors.test.ts',
    ],
    least: 85,
  },
  redact: {
    mutate: ['src/outcome/redact/*.ts', 'src/outcome/finish.ts'],
    tests: [
      'test/outcome/redact-parts.test.ts',
      'test/outcome/redact.test.ts',
      'test/outcome/finish.test.ts',
    ],
    slowTests: [
      'test/outcome/said-by-value.test.ts',
      'test/outcome/outcome.test.ts',
      'test/outcome/schemas.test.ts',
    ],
    least: 85,
  },
  engine: {
    mutate: ['src/axios/first-attempt.ts', 'src/axios/engine.ts'],
    tests: [
      'test/axios/engine.test.ts',
      'test/axios/hooks.test.ts',
      'test/axios/request-level.test.ts',
      'test/axios/observe.test.ts',
      'test/axios/around.test.ts',
    ],
    slowTests: [
      'test/axios/*.test.ts',
      'test/retry/renewal.test.ts',
      'test/retry/decision.test.ts',
      'test/integration/retry-safety.test.ts',
      'test/integration/deadline.test.ts',
      'test/integration/broken-connections.test.ts',
    ],
    least: 85,
  },
};
