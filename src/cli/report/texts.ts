import type { Locale } from '../text/locale.js';
import type { Report } from './report.js';

/** What a report says around what it reports. */
interface ReportTexts {
  readonly head: (report: Report, questions: number) => string;
  readonly note: (text: string) => string;
  readonly says: (words: string) => string;
  readonly because: (reason: string) => string;
  readonly decide: (ask: string, others: readonly string[]) => string;
  readonly also: (subject: string, words: string) => string;
  readonly askedUnder: (subject: string) => string;
  readonly notRead: string;
  readonly leftOut: string;
}

const en: ReportTexts = {
  head: ({ source, counts, rows, unread }, questions) => {
    if (counts === undefined)
      return `Report on ${source}: ${count(rows.length, 'row')} read, ${count(unread.length, 'row')} not read, ${count(questions, 'decision')} left to a person.`;
    const { statuses, codes } = counts;
    const made = `${count(statuses + codes, 'entry', 'entries')} made (${count(statuses, 'status', 'statuses')}, ${count(codes, 'error code')})`;
    return `Report on ${source}: ${count(counts.rows, 'row')} on the page, ${count(counts.read, 'row')} read, ${made}, ${count(counts.leftOut, 'row')} left out; ${count(questions, 'question')} for a person.`;
  },
  note: (text) => `Note: ${text}`,
  says: (words) => (words === '' ? 'says nothing beside its name' : `says ${words}`),
  because: (reason) => `because ${reason}`,
  decide: (ask, others) => `DECIDE  ${ask}${others.length === 0 ? '' : ` [also: ${others.join(', ')}]`}`,
  also: (subject, words) => (words === '' ? subject : `${subject} says ${words}`),
  askedUnder: (subject) => `asked under ${subject}`,
  notRead: 'Not read:',
  leftOut: 'Left out:',
};

const zh: ReportTexts = {
  head: ({ source, counts, rows, unread }, questions) => {
    if (counts === undefined)
      return `关于 ${source} 的报告：已读 ${rows.length} 行，未读 ${unread.length} 行，${questions} 个问题待人决定。`;
    const { statuses, codes } = counts;
    return `关于 ${source} 的报告：页面共 ${counts.rows} 行，已读 ${counts.read} 行，生成 ${statuses + codes} 个条目（${statuses} 个状态码，${codes} 个错误码），略过 ${counts.leftOut} 行；${questions} 个问题待人决定。`;
  },
  note: (text) => `注意：${text}`,
  says: (words) => (words === '' ? '除名称外没有文字' : `原文${words}`),
  because: (reason) => `因为${reason}`,
  decide: (ask, others) => `待决定：${ask}${others.length === 0 ? '' : `［另见：${others.join('，')}］`}`,
  also: (subject, words) => (words === '' ? subject : `${subject} 原文${words}`),
  askedUnder: (subject) => `问题见 ${subject}`,
  notRead: '未读：',
  leftOut: '略过的行：',
};

export const reportTexts: { readonly [L in Locale]: ReportTexts } = { en, zh };

function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}
