import { fieldsOf } from '../classify/exchange.js';
import { oneLine } from './one-line.js';
import type { EndedTask } from './task.js';
import type { AnyOutcome } from './types.js';

/** What there is in every outcome of every catalogue, whatever its schemas made of the bodies. */
export type OutcomeLike = Pick<AnyOutcome, 'kind' | 'effect' | 'request' | 'attempts'>;

/** What an outcome says of its request and answer, each text fit for one line of plain text. */
export interface Facts {
  /** Method and path. */
  readonly request: string;
  /** The number on the wire; absent where there was no answer. */
  readonly status?: number;
  /** The error code of the body, or the code of the failure where there was no answer. */
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
  /** Where in the body it is not as promised. */
  readonly places: readonly string[];
  /** How a delayed task ended, and the server's word for it. The status is then that of the monitor's answer. */
  readonly task: { readonly ended: EndedTask['ended']; readonly state: string } | undefined;
  /** What the catalogue says of the status. */
  readonly row: Documentation | undefined;
  /** What it says of the code in the body. */
  readonly codeRow: Documentation | undefined;
}

/** A row of a catalogue. A text that it does not have is empty. */
export interface Documentation {
  readonly name: string;
  readonly source: string;
  meaning(locale: string): string;
  remedy(locale: string): string;
}

/** Documentation is the user's own text, yet no line of a ticket needs more. */
const documentationCap = 500;

/**
 * Reads an outcome, also one restored from JSON. A schema can put anything in
 * the place of `problem`, so nothing but its shape says what it holds.
 */
export function factsOf(outcome: OutcomeLike): Facts {
  const { request, httpStatus, documented, problem, code, headers, issues, task } = fieldsOf(outcome);
  const { method, path } = fieldsOf(request);
  const { code: problemCode, message, requestId, documented: codeRow } = fieldsOf(problem);
  return {
    // Outcomes have no query; one that was made by hand may.
    request: `${oneLine(method)} ${oneLine(path).replace(/[?#].*$/s, '')}`,
    ...(typeof httpStatus === 'number' ? { status: httpStatus } : {}),
    code: oneLine(problemCode) || oneLine(code),
    message: oneLine(message),
    // Of answers without a problem, and of problems that a schema replaced, the usual header has it.
    requestId: oneLine(requestId) || oneLine(fieldsOf(headers)['x-request-id']),
    places: placesOf(issues),
    task: endedTask(task),
    row: documentationOf(documented),
    codeRow: documentationOf(codeRow),
  };
}

/** Of many places, a reader needs a few to know where to look. */
const toldPlaces = 3;

/** The paths alone: a message may quote the value that was found there. */
function placesOf(issues: unknown): readonly string[] {
  const paths = (Array.isArray(issues) ? issues : []).map((issue) => fieldsOf(issue)['path']);
  const places = paths.filter((path) => Array.isArray(path)).filter((path) => path.length > 0);
  const told = places.slice(0, toldPlaces).map((path) => oneLine(path.map(String).join('.')));
  return places.length > toldPlaces ? [...told, '…'] : told;
}

function endedTask(task: unknown): Facts['task'] {
  const { ended, state } = fieldsOf(task);
  return isEnding(ended) ? { ended, state: oneLine(state) } : undefined;
}

function isEnding(ended: unknown): ended is EndedTask['ended'] {
  return ended === 'failed' || ended === 'cancelled' || ended === 'expired';
}

function documentationOf(entry: unknown): Documentation | undefined {
  const { name, source, meaning, remedy } = fieldsOf(entry);
  if (typeof source !== 'string') return undefined;
  return {
    name: oneLine(name),
    source: oneLine(source, documentationCap),
    meaning: (locale) => inLocale(meaning, locale),
    remedy: (locale) => inLocale(remedy, locale),
  };
}

/** Code without types may have given one language only: better that one than none. */
function inLocale(texts: unknown, locale: string): string {
  const { [locale]: wanted, en, zh } = fieldsOf(texts);
  return oneLine(wanted ?? en ?? zh, documentationCap);
}
