const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

// RFC 9110, 5.6.7: IMF-fixdate, and the obsolete forms of RFC 850 and asctime
// that a recipient must still accept.
const forms: readonly RegExp[] = [
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\d\d) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\d\d)-(?<month>[A-Z][a-z]{2})-(?<year>\d\d) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>\d\d:\d\d:\d\d) (?<year>\d{4})$/,
];

/**
 * Milliseconds since the epoch of an HTTP-date in any of its three forms,
 * always UTC, or undefined. `Date.parse` is no help: it reads the third form in
 * local time and takes `-5` for a date.
 */
export function parseHttpDate(text: string, now: number): number | undefined {
  for (const form of forms) {
    const fields = form.exec(text.trim())?.groups;
    if (fields) return toInstant(fields, now);
  }
  return undefined;
}

function toInstant(fields: Record<string, string | undefined>, now: number): number | undefined {
  const month = months.indexOf(fields['month'] ?? '');
  const day = Number(fields['day']);
  const [hour = Number.NaN, minute = Number.NaN, second = Number.NaN] = (fields['time'] ?? '')
    .split(':')
    .map(Number);
  const year = fullYear(fields['year'] ?? '', now);
  // RFC 9110 allows second 60, a leap second; Date.UTC carries it over.
  if (month < 0 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return undefined;
  return Date.UTC(year, month, day, hour, minute, second);
}

/** RFC 9110, 5.6.7: a two-digit year over 50 years ahead belongs to the past century. */
function fullYear(digits: string, now: number): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  const thisYear = new Date(now).getUTCFullYear();
  const inThisCentury = thisYear - (thisYear % 100) + year;
  return inThisCentury > thisYear + 50 ? inThisCentury - 100 : inThisCentury;
}
