import type { Assessment } from '../../classify/assessment.js';
import { decide, type Stopped } from '../../retry/decide.js';
import { documentedHint, type Hint } from '../../retry/hint.js';
import type { RetryPolicy } from '../../retry/policy.js';
import { evidenceOf, type Repeatability, safetyTable } from '../../retry/safety.js';

/** What the client would do if every attempt got this answer. */
export interface Foresight {
  /** The wait before each retry, in milliseconds; empty where there is none. */
  readonly waitsMs: readonly number[];
  /** True where somebody asked for these waits, so that they are the shortest; else they are the longest. */
  readonly asked: boolean;
  readonly stopped: Stopped;
  /** Why no further attempt is made. */
  readonly because: string;
}

/** Asks the client's own decision, once for each attempt, until it says no. */
export function foresee(
  assessment: Assessment,
  repeatability: Repeatability,
  hint: Hint | undefined,
  policy: RetryPolicy,
): Foresight {
  const waitsMs: number[] = [];
  const asked = (hint ?? documentedHint(assessment, 0)) !== undefined;
  const onces = safetyTable[evidenceOf(assessment)][repeatability] === 'once';
  for (let retriesMade = 0; ; retriesMade++) {
    const situation = {
      assessment,
      repeatability,
      bodyReplayable: true,
      retriesMade,
      singleRetriesMade: onces ? retriesMade : 0,
      hint: hint ?? documentedHint(assessment, retriesMade),
      serverVeto: false,
      userSays: undefined,
      elapsedMs: 0,
    };
    // Of a random wait the longest is foreseen, and of one that was asked for the shortest.
    const decision = decide(situation, policy, () => (asked ? 0 : 1));
    if (!decision.again) return { waitsMs, asked, stopped: decision.stopped, because: decision.because };
    waitsMs.push(decision.waitMs);
  }
}
