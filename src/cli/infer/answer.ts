import { chinese } from './chinese.js';
import { english } from './english.js';
import type { Language } from './language.js';
import { type Said, saying } from './sending.js';

const ends = String.raw`(?=$|[\s,.;:!，。；：、（(*–—/-])`;
const yes = new RegExp(
  `^(?:yes|y|true|t|ok|sure|always|allowed|safe(?:ly)?|recommended|possible|retr(?:y|yable|iable)|[✓✔☑✅√☒]\\ufe0f?|:(?:white_)?(?:heavy_)?check_mark:|\\[x\\]|[1-9]\\d?|是的?|可以?(?:重试)?|能|支持|需要|允许|建议|有|对|重试)${ends}`.replace(
    '☒',
    '',
  ),
  'iu',
);
const no = new RegExp(
  `^(?:no|n|false|f|not|never|none|don['’]t|do\\s+not|unsafe|disallowed|forbidden|non-?retr\\w+|[✗✘✕✖❌☒⛔🚫×]\\ufe0f?|x|:x:|:no_entry:|\\[ \\]|0|否|不(?:可以?|能|支持|需要|允许|建议|推荐|要|应)?(?:重试)?|无需|禁止|请?勿|没有|无)${ends}`,
  'iu',
);

/**
 * What a cell of a column about retrying answers; `x` is a cross only where another cell
 * of the column says yes, since it may be the mark of a yes.
 */
export function answerOf(
  cell: string,
  { denies, crossed }: { readonly denies: boolean; readonly crossed: boolean },
  languageOf: (text: string) => Language,
): Said {
  const text = cell.replace(/^[\s"'“”*`_]+|[\s"'“”*`_.。]+$/g, '');
  if (/^x$/i.test(text) && !crossed) return { says: 'unknown', words: cell };
  const of = (says: 'invited' | 'forbidden'): Said => {
    const turned = says === 'invited' ? 'forbidden' : 'invited';
    return { says: denies ? turned : says, words: cell };
  };
  const zh = languageOf(text) === 'zh';
  const { haste, order, pacing, wait } = zh ? chinese : english;
  if (no.test(text)) return haste.test(`⟧${text}`) ? { says: 'unknown', words: cell } : of('forbidden');
  const rest = text.replace(yes, '').replace(/^[\s,.;:!，。；：、（(*–—/-]+|[)）]+$/g, '');
  const isYes = rest !== text;
  if (rest === '') return of('invited');
  const own = saying([rest], languageOf).again[0];
  if (own !== undefined) return { says: own.says === 'paced' ? 'unknown' : own.says, words: cell };
  if (order.test(rest) && !pacing.test(rest)) return { says: 'changed', words: cell };
  const asked = saying([zh ? `${rest}重试` : `Retry ${rest}`], languageOf).again[0]?.says ?? 'unknown';
  if (asked !== 'invited' || isYes || wait.test(rest)) return { says: asked, words: cell };
  return { says: 'unknown', words: cell };
}

/** Whether any cell of a column says yes without a doubt. */
export function saysYes(cells: readonly string[]): boolean {
  return cells.some((cell) => yes.test(cell.trim()));
}
