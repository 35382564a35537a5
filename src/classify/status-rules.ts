import type { Kind } from '../semantics/kinds.js';
import type { Processed } from './assessment.js';

// RFC 9110: 15.3.3 accepted; 15.4.4 303 answers a request that was processed;
// 15.4.2, 15.4.3 clients read 301 and 302 as 303 for historical reasons;
// 15.5 the client erred; 15.5.9 the request did not arrive whole; 15.6.2 and
// 15.6.6 (505) the server would not even try; RFC 6585 4 throttled, and
// RFC 8470 5.2 not processed. Any other 5xx broke on the way.
const exceptions: { readonly [status: number]: Processed } = {
  202: 'accepted',
  301: 'maybe',
  302: 'maybe',
  303: 'yes',
  501: 'no',
  505: 'no',
  511: 'no',
};

/** Whether a request that got this answer was processed: RFC 9110, section 15. */
export function processedBy(status: number, kind: Kind): Processed {
  if (kind === 'delayed') return 'accepted';
  const exception = exceptions[status];
  if (exception !== undefined) return exception;
  if (status >= 200 && status < 300) return kind === 'rejected' || kind === 'unavailable' ? 'no' : 'yes';
  if (status === 304) return 'yes';
  return status >= 300 && status < 500 ? 'no' : 'maybe';
}
