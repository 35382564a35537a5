/** The languages whose words are understood; all others are one. */
export type Language = 'en' | 'zh' | 'other';

const english = new Set(
  'the are were of to not be been this that or and with have your you it by from can cannot may must should please if than'.split(
    ' ',
  ),
);
/** Words that English has not, of languages in Latin letters. */
const foreign = new Set(
  `der die das ist nicht und ein eine einer einem wurde wird werden zu auf mit bei von oder kann bitte sie ihr keine kein nach noch erneut anfrage dienst zugriff
  le la les est pas et une du des pour vous votre dans avec sur ne que qui ce sont veuillez serveur el los las y del con por su se más solicitud servidor inténtelo
  il lo gli è della nel richiesta che sono servizio os uma não para em foi serviço het een niet en van wordt voor zijn opnieuw
  ve bir bu için och att det som inte är ikke og dan yang tidak untuk dengan nie jest nebo není`.split(/\s+/),
);

/**
 * The language of a text, or of the page around it where the text is too short to tell.
 * Chinese is told by its characters, unless Japanese or Korean ones stand among them.
 */
export function languageOf(text: string, around: Language = 'en'): Language {
  const letters = count(text, /\p{L}/gu);
  const [han, kana] = [
    count(text, /\p{Script=Han}/gu),
    count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
  ];
  const latin = count(text, /\p{Script=Latin}/gu);
  if (kana * 10 > han + kana || (letters - han - kana - latin) * 3 > letters) return 'other';
  if (han > 0) return 'zh';
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const other = words.filter((word) => foreign.has(word) || /[^a-z]/.test(word)).length;
  const own = words.filter((word) => english.has(word)).length;
  if (other !== own) return other > own ? 'other' : 'en';
  return around === 'other' ? 'other' : 'en';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
