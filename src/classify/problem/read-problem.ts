import type { Catalogue, Problem } from '../../semantics/catalogue.js';
import { type HeaderBag, plainHeaders } from '../headers.js';
import { aws } from './aws.js';
import { azure } from './azure.js';
import { decodeBody } from './body.js';
import { codeAndMessage } from './code-and-message.js';
import { github } from './github.js';
import { google } from './google.js';
import { huawei } from './huawei.js';
import { requestIdOf } from './request-id.js';
import { rfc9457 } from './rfc9457.js';
import { checkFound, type Found, type Shape } from './shapes.js';
import { stripe } from './stripe.js';
import { text } from './text.js';

/** The shapes in the order in which they are tried: those with marks of their own first. */
const shapes: readonly Shape[] = [rfc9457, huawei, google, aws, github, stripe, azure, codeAndMessage, text];

/**
 * Reads the problem of an error answer: by the catalogue's own reader, else by
 * the first of the built-in shapes that finds anything. A body that nothing can
 * read is kept as `details`. Nothing is thrown, whatever the server sent.
 */
export function readProblem(body: unknown, headers: HeaderBag, catalogue: Catalogue, status = 0): Problem {
  const { searched, details } = attempt(() => decodeBody(body, headers)) ?? {
    searched: undefined,
    details: body,
  };
  const found =
    readByCatalogue(searched, headers, catalogue, status) ?? readByShapes(searched, headers) ?? {};
  const requestId = found.requestId ?? attempt(() => requestIdOf(searched, headers, catalogue));
  return { ...found, ...(requestId === undefined ? {} : { requestId }), details };
}

function readByCatalogue(
  body: unknown,
  headers: HeaderBag,
  catalogue: Catalogue,
  status: number,
): Found | undefined {
  if (catalogue.readProblem === undefined) return undefined;
  return attempt(() => checkFound(catalogue.readProblem?.(body, plainHeaders(headers), status)));
}

function readByShapes(body: unknown, headers: HeaderBag): Found | undefined {
  for (const read of shapes) {
    const found = attempt(() => checkFound(read(body, headers)));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A body may be an object with traps of its own, and a catalogue's reader may have a bug. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
