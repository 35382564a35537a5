/** No rate limit has a longer window. */
const longestWindowMs = 366 * 86_400_000;

/** Whether this can be a wait. More than a year is a mistake: a wrong unit or a wrong clock. */
export function isWithinReason(ms: number | undefined): ms is number {
  return ms !== undefined && ms >= 0 && ms <= longestWindowMs;
}

const digits = /^\d+(?:\.\d+)?$/;
// Go, time.Duration, String: `1h2m3.5s`. Units below a millisecond are ignored. The JSON of
// google/protobuf/duration.proto is in seconds: `34.4s`.
const duration =
  /^(?=.)(?:([\d.]+)d)?(?:([\d.]+)h)?(?:([\d.]+)m)?(?:([\d.]+)s)?(?:([\d.]+)ms)?(?:[\d.]+[nuµμ]s)?$/;
// RFC 3339, 5.6, and the variants of vendors: with a space, without seconds, without a colon in the
// offset, with the name after the offset (Go, Time.String).
const isoDate =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(?:Z|UTC|GMT|([+-]\d\d):?(\d\d)(?: UTC)?)?$/i;

/**
 * The milliseconds that a text asks to wait, counted from `reference`. Negative for a date in the past.
 * If a header came several times (from an origin and its proxy), the longest wait counts. Undefined if
 * any part cannot be read.
 *
 * A part is a number, a duration (`6m0s`), an HTTP-date or an ISO date. A number counts `unitMs` each. If
 * that is longer than a year, the number may be a date since the epoch, in seconds, milliseconds or
 * smaller units. It counts as a date if that date is in the coming year.
 */
export function readWait(text: string, unitMs: number, reference: number): number | undefined {
  let longest: number | undefined;
  // An HTTP-date has a comma too. A day and a month follow it.
  for (const part of text.trim().split(/, +(?![ ]|\d\d?[ -][a-z]{3}[ -]\d)/i)) {
    const ms = readPart(part, unitMs, reference);
    if (ms === undefined) return undefined;
    longest = Math.max(longest ?? ms, ms);
  }
  return longest;
}

function readPart(text: string, unitMs: number, reference: number): number | undefined {
  if (digits.test(text)) return readNumber(Number(text), unitMs, reference);
  const instant = parseHttpDate(text, reference) ?? readIsoDate(text);
  return instant === undefined ? readDuration(text) : instant - reference;
}

function readNumber(number: number, unitMs: number, reference: number): number {
  const literally = wholeMs(number * unitMs);
  if (isWithinReason(literally)) return literally;
  let seconds = number;
  // Seconds since the epoch stay below 1e11 until the year 5138.
  while (seconds >= 1e11 && Number.isFinite(seconds)) seconds /= 1000;
  const ahead = wholeMs(seconds * 1000) - reference;
  return isWithinReason(ahead) ? ahead : literally;
}

function readDuration(text: string): number | undefined {
  const [whole, ...parts] = duration.exec(text) ?? [];
  const [d = 0, h = 0, m = 0, s = 0, ms = 0] = parts.map((part) => Number(part ?? 0));
  const all = (((d * 24 + h) * 60 + m) * 60 + s) * 1000 + ms;
  return whole === undefined || Number.isNaN(all) ? undefined : wholeMs(all);
}

function readIsoDate(text: string): number | undefined {
  const [, day, time, hours, minutes] = isoDate.exec(text) ?? [];
  const instant = Date.parse(`${day}T${time}${hours ? `${hours}:${minutes}` : 'Z'}`);
  return Number.isNaN(instant) ? undefined : Math.ceil(instant);
}

/** Rounds up, so that a retry is never early. Three decimals remove the rounding error of 1.1 x 1000. The limit keeps a number of 400 digits finite. */
function wholeMs(ms: number): number {
  return Math.min(Math.ceil(Number(ms.toFixed(3))), Number.MAX_SAFE_INTEGER);
}

// RFC 9110, 5.6.7: IMF-fixdate, the form of RFC 850, and the form of asctime. A recipient must accept all
// three. Go's time.RFC1123 ends in UTC, and RFC 5322 in +0000 or -0000.
const dated =
  /^[A-Z][a-z]+, (\d\d?)[ -]([A-Z][a-z]{2})[ -](\d\d(?:\d\d)?) (\d\d:\d\d:\d\d) (?:GMT|UTC|[+-]0000)$/;
const asctime = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d:\d\d:\d\d) (\d{4})$/;

/**
 * Milliseconds since the epoch of an HTTP-date in any of its three forms; undefined for another text. An
 * HTTP-date is always UTC. Each form is rewritten to the first form, which `Date.parse` reads in the same
 * way everywhere. It would read asctime in local time, and would take `-5` for a date.
 */
export function parseHttpDate(text: string, now: number): number | undefined {
  let [, day, month, year, time] = dated.exec(text.trim()) ?? [];
  if (time === undefined) [, month, day, time, year] = asctime.exec(text.trim()) ?? [];
  if (day === undefined || year === undefined || time === undefined) return undefined;
  // RFC 9110 allows second 60, a leap second. A Date has no second 60.
  const leapMs = time.endsWith(':60') ? 1000 : 0;
  const [ofYear, ofTime] = [fullYear(year, now), time.replace(/:60$/, ':59')];
  const instant = Date.parse(`Thu, ${day.trim().padStart(2, '0')} ${month} ${ofYear} ${ofTime} GMT`);
  return Number.isNaN(instant) ? undefined : instant + leapMs;
}

/** RFC 9110, 5.6.7: a two-digit year more than 50 years ahead belongs to the past century. */
function fullYear(digits: string, now: number): string {
  if (digits.length === 4) return digits;
  const thisYear = new Date(now).getUTCFullYear();
  const inThisCentury = thisYear - (thisYear % 100) + Number(digits);
  return String(inThisCentury > thisYear + 50 ? inThisCentury - 100 : inThisCentury);
}
