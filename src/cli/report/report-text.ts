import type { Report, ReportRow, UnreadRow } from './report.js';

/** A report as plain text, to be read beside the catalogue. */
export function reportText(report: Report): string {
  const { source, rows, unread, notes } = report;
  const decisions = rows.reduce((sum, { decide }) => sum + decide.length, 0);
  const counts = [
    `${count(rows.length, 'row')} read`,
    `${count(unread.length, 'row')} not read`,
    `${count(decisions, 'decision')} left to a person`,
  ];
  const blocks = [
    [`Report on ${source}: ${counts.join(', ')}.`, ...notes.map((note) => `Note: ${note}`)],
    ...rows.map(rowLines),
    ...(unread.length === 0 ? [] : [['Not read:', ...unread.flatMap(unreadLines)]]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function rowLines({ at, subject, result, because, decide }: ReportRow): string[] {
  return [
    `${subject}: ${result}  [${at}]`,
    ...because.map((reason) => `  because ${reason}`),
    ...decide.map((question) => `  DECIDE  ${question}`),
  ];
}

function unreadLines({ at, text, because }: UnreadRow): string[] {
  return [`  ${at}: ${text}`, `    because ${because}`];
}

function count(amount: number, what: string): string {
  return `${amount} ${what}${amount === 1 ? '' : 's'}`;
}
