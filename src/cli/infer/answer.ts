import { languageOf } from './language.js';
import { type Said, saying } from './sending.js';
import { plain, vocabularies } from './vocabulary.js';

/** What a cell of a column about retrying answers; `denies`: the column asks for the opposite. */
export function answerOf(cell: string, denies: boolean): Said['says'] {
  const text = plain(cell).replace(/^[\s"'“”*`_]+|[\s"'“”*`_.。]+$/g, '');
  const isChinese = languageOf(text) === 'zh';
  const { haste, no, order, pacing, wait, yes } = vocabularies[isChinese ? 'zh' : 'en'];
  if (no.test(text) && haste.test(`⟧${text}`)) return 'unknown';
  if (no.test(text)) return denies ? 'invited' : 'forbidden';
  const rest = text.replace(yes, '').replace(/^[\s,.;:!，。；：、（(*–—/-]+|[)）]+$/g, '');
  if (rest === '') return denies ? 'forbidden' : 'invited';
  const own = saying({ texts: [rest], languageOf }).word;
  if (own !== undefined) return own.says;
  if (order.test(rest) && !pacing.test(rest)) return 'changed';
  const whole = saying({ texts: [isChinese ? `${rest}重试` : `Retry ${rest}`], languageOf }).word;
  const isUnderstood = whole?.says !== 'invited' || rest !== text || wait.test(rest);
  return isUnderstood ? (whole?.says ?? 'unknown') : 'unknown';
}
