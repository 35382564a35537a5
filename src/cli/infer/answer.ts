import type { Language } from './language.js';
import { type Said, saying } from './sending.js';
import { vocabularies } from './vocabulary.js';

const ends = String.raw`(?=$|[\s,.;:!，。；：、（(*–—/-])`;
const yes = new RegExp(
  `^(?:yes|y|true|t|ok|sure|always|allowed|safe(?:ly)?|recommended|possible|retr(?:y|yable|iable)|[✓✔☑✅√]\\ufe0f?|:(?:white_|heavy_)*check_mark:|\\[x\\]|[1-9]\\d?|是的?|可以?(?:重试)?|能|支持|需要|允许|建议|有|对|重试)${ends}`,
  'iu',
);
const no = new RegExp(
  `^(?:no|n|false|f|not|never|none|don['’]t|do\\s+not|unsafe|disallowed|forbidden|non-?retr\\w+|[✗✘✕✖❌☒⛔🚫×]\\ufe0f?|x|:x:|:no_entry:|\\[ \\]|0|否|不(?:可以?|能|支持|需要|允许|建议|推荐|要|应)?(?:重试)?|无需|禁止|请?勿|没有|无)${ends}`,
  'iu',
);

/**
 * What a cell of a column about retrying answers. The column may ask for the opposite. An `x` is
 * a cross only where another cell says yes: alone, it may be the mark of a yes.
 */
export function answerOf(
  cell: string,
  denies: boolean,
  isCrossed: boolean,
  languageOf: (text: string) => Language,
): Said['says'] {
  const text = cell.replace(/^[\s"'“”*`_]+|[\s"'“”*`_.。]+$/g, '');
  const isChinese = languageOf(text) === 'zh';
  const { haste, order, pacing, wait } = vocabularies[isChinese ? 'zh' : 'en'];
  if (/^x$/i.test(text) && !isCrossed) return 'unknown';
  if (no.test(text) && haste.test(`⟧${text}`)) return 'unknown';
  if (no.test(text)) return denies ? 'invited' : 'forbidden';
  const rest = text.replace(yes, '').replace(/^[\s,.;:!，。；：、（(*–—/-]+|[)）]+$/g, '');
  if (rest === '') return denies ? 'forbidden' : 'invited';
  const own = saying({ texts: [rest], languageOf });
  if (own.word !== undefined || own.isPaced) return own.word?.says ?? 'unknown';
  if (order.test(rest) && !pacing.test(rest)) return 'changed';
  const whole =
    saying({ texts: [isChinese ? `${rest}重试` : `Retry ${rest}`], languageOf }).word?.says ?? 'unknown';
  return whole !== 'invited' || rest !== text || wait.test(rest) ? whole : 'unknown';
}

/** Whether any cell of a column says yes without a doubt. */
export function saysYes(cells: readonly string[]): boolean {
  return cells.some((cell) => yes.test(cell.trim()));
}
