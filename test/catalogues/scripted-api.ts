import axios from 'axios';
import { vi } from 'vitest';
import { type AnswerStep, sequence } from '../../src/testing/index.js';

/** One answer of a scripted API. */
export type Answer = AnswerStep;

/**
 * An API that gives these answers one after another, the last one again and again,
 * behind a clock that only the test moves. `vi.useFakeTimers` must be on. The bodies
 * are the test's own, word for word.
 */
export function scriptedApi(baseURL: string, answers: readonly Answer[]) {
  const { adapter, requests } = sequence(answers.map((answer) => ({ body: '', ...answer })));
  return {
    instance: axios.create({ baseURL, adapter }),
    asked: requests,
    /** Milliseconds between the requests. */
    waits: () =>
      requests
        .slice(1)
        .map(({ receivedAt }, before) => receivedAt - (requests[before]?.receivedAt ?? Number.NaN)),
  };
}

/** Lets as much time pass as the work wants. */
export async function elapse<T>(work: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync();
  return work;
}
