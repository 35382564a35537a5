// RFC 9110, 5.6.7: IMF-fixdate and the form of RFC 850, then that of asctime, which
// a recipient must still accept.
const dated = /^[A-Z][a-z]+, (\d\d)[ -]([A-Z][a-z]{2})[ -](\d\d(?:\d\d)?) (\d\d:\d\d:\d\d) GMT$/;
const asctime = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d:\d\d:\d\d) (\d{4})$/;

/**
 * Milliseconds since the epoch of an HTTP-date in any of its three forms,
 * always UTC, or undefined. Each is brought into the first form, which is that of
 * `toUTCString` and so read alike everywhere; of the others `Date.parse` reads one
 * in local time, and takes `-5` for a date.
 */
export function parseHttpDate(text: string, now: number): number | undefined {
  let [, day, month, year, time] = dated.exec(text.trim()) ?? [];
  if (time === undefined) [, month, day, time, year] = asctime.exec(text.trim()) ?? [];
  if (day === undefined || year === undefined || time === undefined) return undefined;
  // RFC 9110 allows second 60, a leap second, which a Date does not have.
  const leapMs = time.endsWith(':60') ? 1000 : 0;
  const [ofYear, ofTime] = [fullYear(year, now), time.replace(/:60$/, ':59')];
  const instant = Date.parse(`Thu, ${day.replace(' ', '0')} ${month} ${ofYear} ${ofTime} GMT`);
  return Number.isNaN(instant) ? undefined : instant + leapMs;
}

/** RFC 9110, 5.6.7: a two-digit year over 50 years ahead belongs to the past century. */
function fullYear(digits: string, now: number): string {
  if (digits.length === 4) return digits;
  const thisYear = new Date(now).getUTCFullYear();
  const inThisCentury = thisYear - (thisYear % 100) + Number(digits);
  return String(inThisCentury > thisYear + 50 ? inThisCentury - 100 : inThisCentury);
}
