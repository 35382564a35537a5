import { fieldsOf } from '../classify/exchange.js';
import { oneLine } from './one-line.js';
import type { EndedTask } from './task.js';
import type { AnyOutcome } from './types.js';

/** The part that all outcomes have in common, whatever the catalogue and its schemas. */
export type OutcomeLike = Pick<AnyOutcome, 'kind' | 'effect' | 'request' | 'attempts'>;

/** What an outcome says about its request and its answer. Each text fits on one line. */
export interface Facts {
  /** Method and path. */
  readonly request: string;
  /** The status that the server sent; absent when no answer came. */
  readonly status?: number;
  /** The error code in the body. When no answer came, the code of the failure. */
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
  /** The places of the body that do not fit its schema. */
  readonly places: readonly string[];
  /** How a delayed task ended, and the server's word for that. The status is then the status of the monitor's answer. */
  readonly task: { readonly ended: EndedTask['ended']; readonly state: string } | undefined;
  /** What the catalogue says about the status. */
  readonly row: Documentation | undefined;
  /** What the catalogue says about the code in the body. */
  readonly codeRow: Documentation | undefined;
}

/** A row of a catalogue. A text that the row does not have is empty. */
export interface Documentation {
  readonly name: string;
  readonly source: string;
  meaning(locale: string): string;
  remedy(locale: string): string;
}

/** Documentation is the user's own text, but a line in a ticket needs no more than this. */
const documentationCap = 500;

/**
 * Reads an outcome, also an outcome that was restored from JSON. A schema can replace `problem`
 * by anything, so the fields are looked for one by one.
 */
export function factsOf(outcome: OutcomeLike): Facts {
  const { request, httpStatus, documented, problem, code, headers, issues, task } = fieldsOf(outcome);
  const { method, path } = fieldsOf(request);
  const { code: problemCode, message, requestId, documented: codeRow } = fieldsOf(problem);
  return {
    // An outcome of the library has no query in its path; an outcome made by hand may have a query.
    request: `${oneLine(method)} ${oneLine(path).replace(/[?#].*$/s, '')}`,
    ...(typeof httpStatus === 'number' ? { status: httpStatus } : {}),
    code: oneLine(problemCode) || oneLine(code),
    message: oneLine(message),
    // When there is no problem, or a schema replaced it, the usual header has the id.
    requestId: oneLine(requestId) || oneLine(fieldsOf(headers)['x-request-id']),
    places: placesOf(issues),
    task: endedTask(task),
    row: documentationOf(documented),
    codeRow: documentationOf(codeRow),
  };
}

/** A reader needs only a few of many places to know where to look. */
const toldPlaces = 3;

/** The paths without the messages: a message may quote the value that was found there. */
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

/** Code without types may have given only one language. That language is then shown for both. */
function inLocale(texts: unknown, locale: string): string {
  const { [locale]: wanted, en, zh } = fieldsOf(texts);
  return oneLine(wanted ?? en ?? zh, documentationCap);
}
