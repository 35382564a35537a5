import { type Exchange, responseOf } from '../../classify/exchange.js';
import type { TaskEnding } from '../../delayed/ending.js';
import { refuse, resolveAddress } from '../../delayed/origin.js';
import { redactOutcome } from '../../outcome/redact/fields.js';
import type { AnyOutcome } from '../../outcome/types.js';
import { validateOutcome } from '../../outcome/validate.js';
import type { Settings } from '../options.js';
import { conclude } from '../to-outcome.js';
import type { AskedOverAxios } from './poll-request.js';
import { type Followed, stillDelayed } from './resume.js';
import { cancelledOutcome, doneOutcome, failedOutcome, malformedOutcome } from './task-ending.js';

/** What an ending may still need of the world. */
export interface EndingWorld {
  readonly ask: (address: string) => Promise<AskedOverAxios>;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds until the deadline. */
  readonly leftMs: () => number;
}

/** The outcome of a task that is no longer followed, with the data or problem of the task itself. */
export async function concludeTask(
  ending: TaskEnding<Exchange>,
  followed: Followed,
  settings: Settings,
  world: EndingWorld,
): Promise<AnyOutcome> {
  return redactOutcome(await outcomeOfEnding(ending, followed, settings, world), settings.redact);
}

async function outcomeOfEnding(
  ending: TaskEnding<Exchange>,
  followed: Followed,
  settings: Settings,
  world: EndingWorld,
): Promise<AnyOutcome> {
  const { request, task } = followed.outcome;
  switch (ending.how) {
    case 'done': {
      const outcome =
        ending.result === undefined
          ? doneOutcome(ending, request, settings)
          : await fetchResult(ending.result, ending, followed, settings, world);
      return validateOutcome(outcome, followed.schemas);
    }
    case 'failed':
    case 'cancelled': {
      const { word, problem } = ending.reading;
      const ended = { ended: ending.how, ...(word === undefined ? {} : { state: word }) };
      return asOutcome(failedOutcome(ending.asked, ended, problem, request, settings));
    }
    case 'expired':
      return asOutcome(
        failedOutcome(ending.asked, { ended: 'expired' }, bodyOf(ending.asked), request, settings),
      );
    case 'rejected':
      return validateOutcome(
        ofTask(await concluded(ending.asked.exchange, settings), followed, 'unknown'),
        followed.schemas,
      );
    case 'stopped':
      return cancelledOutcome(ending.asked, world.signal, request);
    case 'malformed':
      return malformedOutcome(ending, request, task);
    case 'delayed':
      return stillDelayed(followed, ending, settings);
  }
}

const maxRedirects = 5;

/**
 * The task is done: whatever becomes of fetching its result, its work is applied.
 * Where the deadline passes, the outcome is `delayed`, so that its token leads to
 * the result once more.
 */
async function fetchResult(
  result: string,
  { link, reading }: Extract<TaskEnding<Exchange>, { readonly how: 'done' }>,
  followed: Followed,
  settings: Settings,
  world: EndingWorld,
): Promise<AnyOutcome> {
  const { request, task } = followed.outcome;
  const trust = { origin: followed.record.origin, trustedOrigins: settings.delayed.trustedOrigins };
  const refused = (refusal: string) => {
    const message = `the task's result is not fetched: ${refusal}`;
    return malformedOutcome({ how: 'malformed', asked, message }, request, task, 'applied');
  };
  let address = result;
  let asked: AskedOverAxios | undefined;
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const refusal = refuse(address, trust);
    if (refusal) return refused(refusal);
    asked = await world.ask(address);
    if (asked.stopped) return cancelledOutcome(asked, world.signal, request, 'applied');
    if (asked.answer === undefined && world.leftMs() <= 0) {
      return stillDelayed(followed, { link, hintMs: undefined, state: reading.word }, settings);
    }
    const { status = 0, headers, url = address } = asked.answer ?? {};
    // A browser may have followed redirects by itself.
    const led = refuse(url, trust);
    if (led) return refused(led);
    const location = headers?.['location'];
    const next = location === undefined ? undefined : resolveAddress(location, url);
    if (![301, 302, 303, 307, 308].includes(status) || next === undefined) break;
    address = next;
  }
  return ofTask(await concluded(asked?.exchange ?? {}, settings), followed, 'applied');
}

function concluded(exchange: Exchange, settings: Settings): AnyOutcome | Promise<AnyOutcome> {
  return conclude(exchange.response ?? exchange.error, exchange, settings);
}

function ofTask(
  outcome: AnyOutcome,
  { outcome: { request } }: Followed,
  effect: AnyOutcome['effect'],
): AnyOutcome {
  // A result that is a task of its own is not there yet.
  return Object.freeze({ ...outcome, request, effect: outcome.kind === 'delayed' ? 'pending' : effect });
}

function bodyOf(asked: AskedOverAxios | undefined): unknown {
  return asked && responseOf(asked.exchange)?.response.data;
}

/** AnyOutcome is what calls come to; that of a task may also be one whose status is the monitor's. */
function asOutcome(outcome: ReturnType<typeof failedOutcome>): AnyOutcome {
  return outcome as unknown as AnyOutcome;
}
