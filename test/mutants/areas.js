// What is mutated, by which tests that is noticed, and how much of it has to be.
export const areas = {
  retry: {
    mutate: ['src/retry/*.ts'],
    tests: [
      'test/retry/*.test.ts',
      'test/axios/keys-and-credentials.test.ts',
      'test/axios/idempotency-keys.test.ts',
      'test/axios/odd-input.test.ts',
      'test/integration/retry-safety.test.ts',
      'test/outcome/is-retryable.test.ts',
    ],
    quick: {
      'src/retry/decide.ts': ['test/retry/decide.test.ts', 'test/retry/decision.test.ts'],
      'src/retry/hint.ts': ['test/retry/hint.test.ts', 'test/retry/decision.test.ts'],
      'src/retry/wait-texts.ts': ['test/retry/hint.test.ts'],
      'src/retry/safety.ts': [
        'test/retry/safety.test.ts',
        'test/retry/decide.test.ts',
        'test/retry/decision.test.ts',
      ],
      'src/retry/policy.ts': ['test/retry/policy.test.ts', 'test/axios/one-shape.test.ts'],
      'src/retry/clock.ts': ['test/retry/decision.test.ts', 'test/retry/renewal.test.ts'],
      'src/retry/budget.ts': ['test/retry/budget.test.ts', 'test/retry/budget-vectors.test.ts'],
      'src/retry/other-budgets.ts': ['test/retry/budget.test.ts', 'test/retry/budget-vectors.test.ts'],
      'src/retry/idempotency-key.ts': [
        'test/axios/idempotency-keys.test.ts',
        'test/axios/keys-and-credentials.test.ts',
      ],
      'src/retry/logical-request.ts': [
        'test/retry/decision.test.ts',
        'test/retry/budget-vectors.test.ts',
        'test/axios/idempotency-keys.test.ts',
        'test/axios/hooks.test.ts',
      ],
      'src/retry/reauthenticate.ts': [
        'test/retry/reauthenticate.test.ts',
        'test/retry/renewal.test.ts',
        'test/axios/keys-and-credentials.test.ts',
      ],
      'src/retry/replay.ts': ['test/retry/replay.test.ts'],
    },
    least: 90,
  },
  delayed: {
    mutate: ['src/delayed/**/*.ts'],
    tests: [
      'test/delayed/*.test.ts',
      'test/integration/task-tokens.test.ts',
      'test/integration/task-trust.test.ts',
      'test/integration/task-cancel.test.ts',
      'test/integration/task-security.test.ts',
      'test/integration/task-following.test.ts',
    ],
    least: 90,
  },
  classify: {
    mutate: ['src/classify/**/*.ts'],
    tests: [
      'test/classify/*.test.ts',
      'test/integration/redirected-writes.test.ts',
      'test/integration/first-hop.test.ts',
    ],
    least: 85,
  },
  redact: {
    mutate: ['src/outcome/redact/*.ts', 'src/outcome/finish.ts'],
    tests: [
      'test/outcome/redact.test.ts',
      'test/outcome/said-by-value.test.ts',
      'test/outcome/finish.test.ts',
      'test/outcome/outcome.test.ts',
      'test/outcome/schemas.test.ts',
    ],
    least: 85,
  },
  engine: {
    mutate: ['src/axios/first-attempt.ts', 'src/axios/engine.ts'],
    tests: [
      'test/axios/*.test.ts',
      'test/retry/renewal.test.ts',
      'test/integration/retry-safety.test.ts',
      'test/integration/deadline.test.ts',
      'test/integration/broken-connections.test.ts',
    ],
    quick: {
      'src/axios/engine.ts': [
        'test/axios/hooks.test.ts',
        'test/axios/keys-and-credentials.test.ts',
        'test/axios/request-level.test.ts',
        'test/axios/observe.test.ts',
        'test/axios/around.test.ts',
        'test/retry/renewal.test.ts',
        'test/retry/decision.test.ts',
        'test/integration/deadline.test.ts',
      ],
      'src/axios/first-attempt.ts': [
        'test/axios/hooks.test.ts',
        'test/axios/request-level.test.ts',
        'test/axios/observe.test.ts',
        'test/retry/decision.test.ts',
        'test/axios/around.test.ts',
      ],
    },
    least: 85,
  },
};
