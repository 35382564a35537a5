import type { Assessment } from '../../classify/assessment.js';
import { classify } from '../../classify/classify.js';
import type { Catalogue } from '../../semantics/catalogue.js';

/** What the client itself makes of an answer with this status, and this error code in its body. */
export function assessAnswer(status: number, code: string | undefined, catalogue: Catalogue): Assessment {
  // The code stands in no body here, so the catalogue is told to find it in any.
  const reading = code === undefined ? catalogue : { ...catalogue, readProblem: () => ({ code }) };
  const data = code === undefined ? undefined : { code };
  return classify({ response: { status, headers: {}, data } }, reading);
}
