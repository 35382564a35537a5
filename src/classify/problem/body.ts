import { type HeaderBag, readHeader } from '../headers.js';
import { unlessItThrows } from './shapes.js';

/** The part of a body that is searched for a problem, in bytes. Most error bodies are below 1 kB. */
const maxSearched = 65_536;

/** A body, decoded. */
export interface Decoded {
  /** The JSON of the body, or its text. For a bigger body, the start of its text. */
  readonly searched: unknown;
  /** The JSON of the body, or its text, for the caller. A binary or bigger body stays as it came. */
  readonly details: unknown;
}

/**
 * Decodes texts and bytes. Inside the adapter a JSON body is still text. After axios's transforms it is
 * parsed, unless the caller asked for bytes. Any other body stays as it is.
 */
export function decodeBody(body: unknown, headers: HeaderBag): Decoded {
  if (typeof body === 'string') return decodeText(body, body.length, body);
  const bytes = unlessItThrows(() => bytesOf(body));
  if (bytes === undefined) return { searched: body, details: body };
  const start = decodeBytes(bytes.subarray(0, maxSearched), headers);
  if (isBinary(start)) return { searched: undefined, details: body };
  return decodeText(start, bytes.length, bytes.length > maxSearched ? body : start);
}

function decodeText(whole: string, length: number, raw: unknown): Decoded {
  // `trim` also removes a byte order mark.
  const start = whole.slice(0, maxSearched).trim();
  const parsed = length > maxSearched ? undefined : parse(start);
  if (parsed !== undefined) return { searched: parsed, details: parsed };
  return { searched: isBinary(start) ? undefined : start, details: raw };
}

function parse(text: string): unknown {
  if (!/^[{["]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The bytes of a view or an ArrayBuffer. It checks the tag, since another realm has another class. */
function bytesOf(body: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  // The tag is that of an ArrayBuffer, so the cast holds.
  const isBuffer = Object.prototype.toString.call(body) === '[object ArrayBuffer]';
  return isBuffer ? new Uint8Array(body as ArrayBuffer) : undefined;
}

function decodeBytes(bytes: Uint8Array, headers: HeaderBag): string {
  const charset = markOf(bytes) ?? charsetOf(readHeader(headers, 'content-type')) ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** The charset of the byte order mark. It overrules the charset of the header (WHATWG Encoding, Decode). */
function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

function charsetOf(contentType = ''): string | undefined {
  return /charset\s*=\s*["']?([^\s"',;]+)/i.exec(contentType.slice(0, 500))?.[1];
}

/**
 * Whether a body is binary: it has control characters near its start (WHATWG MIME Sniffing, 3). The
 * control characters of Latin-1 do not count, since texts in other charsets have them.
 */
function isBinary(text: string): boolean {
  return /[^\P{Cc}\s\x7F-\x9F]/u.test(text.slice(0, 1_024));
}
