import type { Meaning, StatusEntry } from '../../semantics/catalogue.js';
import { httpRow, isHttpName } from '../infer/by-http.js';
import { languageOf } from '../infer/vocabulary.js';
import { meaningOf } from '../page/documented-row.js';
import { statusEntry } from '../page/status-entries.js';
import type { Read } from '../report/report.js';
import { oneLineOf, shortened } from '../text/plain-text.js';
import type { ApiResponse } from './response.js';
import { type StatusRetries, signsOf } from './retry-extensions.js';

/** Responses that say the very same. */
interface Saying {
  readonly text: string;
  readonly signs: readonly string[];
  readonly responses: readonly ApiResponse[];
}

/** No more than this of a description is inferred from: a long one is a manual, whose words are about other things. */
const longestText = 1_000;
const mostShown = 5;

/** One status from the responses that document it, over all operations: each saying of theirs is a row. */
export function statusRow(
  status: number,
  responses: readonly ApiResponse[],
  retries: readonly StatusRetries[],
  source: string,
): Read<StatusEntry> {
  const sayings = sayingsOf(responses, retries);
  const texts = distinctTexts(sayings, status);
  const rows = sayings.map(({ text, signs, responses: of }) => {
    const name = httpRow(status)?.name;
    const meanings = [text.slice(0, longestText), ...signs].filter((each) => each !== '');
    const plain = { statuses: [status], codes: [], remedies: [], because: [], decide: [] };
    return { ...plain, at: placesOf(of), ...(name && { name }), meanings };
  });
  const { entry, report } = statusEntry(status, rows, source, languageOf);
  const { meaning: _, source: own, ...rest } = entry;
  // A header's sign is no word of the description.
  const says = report.says && { says: texts.map(({ text }) => text) };
  const meaning = meaningFor(status, texts, responses.length);
  const conflict = `${status} is described in ${texts.length} ways: is the first, the most frequent, its meaning?`;
  const decide = texts.length > 1 && status >= 300 ? [...report.decide, conflict] : report.decide;
  const because = [...report.because, ...headerReasons(status, responses), ...textReasons(status, texts)];
  return {
    entry: { ...rest, ...(meaning && { meaning }), source: own },
    report: { ...report, ...says, at: placesOf(responses), because, decide },
  };
}

/** Where something is documented: the first operation, and how many others there are. */
export function placesOf(responses: readonly { readonly at: string }[]): string {
  const places = [...new Set(responses.map(({ at }) => at))];
  const more = places.length > 1 ? ` and ${places.length - 1} more` : '';
  return `${places[0] ?? ''}${more}`;
}

/** The most frequent first. */
function sayingsOf(responses: readonly ApiResponse[], retries: readonly StatusRetries[]): Saying[] {
  const found = new Map<string, { text: string; signs: string[]; responses: ApiResponse[] }>();
  for (const response of responses) {
    const signs = signsOf(response, retries);
    const key = JSON.stringify([response.text, signs]);
    const saying = found.get(key) ?? { text: response.text, signs, responses: [] };
    saying.responses.push(response);
    found.set(key, saying);
  }
  return [...found.values()].sort((a, b) => b.responses.length - a.responses.length);
}

interface Wording {
  readonly text: string;
  readonly responses: readonly ApiResponse[];
}

/** What is described, and not only named: HTTP's own name of a status describes nothing. */
function distinctTexts(sayings: readonly Saying[], status: number): Wording[] {
  const found = new Map<string, ApiResponse[]>();
  for (const { text, responses } of sayings) {
    const line = oneLineOf(text);
    if (line === '' || isHttpName(line, status) || /^(?:response|error|success|default)$/i.test(line))
      continue;
    found.set(line, [...(found.get(line) ?? []), ...responses]);
  }
  return [...found]
    .map(([text, responses]) => ({ text, responses }))
    .sort((a, b) => b.responses.length - a.responses.length);
}

/** A 2xx is described by what its operation returns, which is no meaning of the status. */
function meaningFor(status: number, texts: readonly Wording[], total: number): Meaning | undefined {
  const [first] = texts;
  if (status < 300 && first?.responses.length !== total) return undefined;
  return first === undefined ? undefined : meaningOf([shortened(first.text, 300)]).meaning;
}

function headerReasons(status: number, responses: readonly ApiResponse[]): string[] {
  const named = (header: string): number =>
    responses.filter(({ headers }) => headers.includes(header)).length;
  return ['retry-after', 'location', 'operation-location', 'azure-asyncoperation'].flatMap((header) => {
    const count = named(header);
    return count === 0
      ? []
      : [`${count} of ${responses.length} responses ${status} document the header ${header}`];
  });
}

function textReasons(status: number, texts: readonly Wording[]): string[] {
  if (texts.length < 2) return [];
  if (status < 300)
    return [`${texts.length} descriptions, each of what its operation returns: none is its meaning`];
  const shown = texts
    .slice(0, mostShown)
    .map(({ text, responses }) => `“${shortened(text, 60)}” (${placesOf(responses)})`);
  const more = texts.length > mostShown ? `; and ${texts.length - mostShown} more` : '';
  return [`described in ${texts.length} ways: ${shown.join('; ')}${more}`];
}
