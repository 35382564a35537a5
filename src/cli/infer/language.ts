/** The languages whose words are understood; all others are one. */
export type Language = 'en' | 'zh' | 'other';

const english =
  /^(?:the|are|were|of|to|not|be|been|this|that|or|and|with|have|your?|it|by|from|can(?:not)?|may|must|should|please|if|than)$/;
/** Words that English has not, of languages in Latin letters: German, French, Spanish, Italian, Portuguese, Dutch and others. */
const foreign =
  /[^a-z]|^(?:de[rnms]|das|ist|nicht|und|eine?[mnrs]?|w[iu]rden?|werden|zu|auf|mit|bei|von|oder|kann|bitte|sie|ihr|keine?|nach|noch|erneut|anfrage|dienst|zugriff|l[ea]s?|est|pas|et|une?|du|vous|votre|dans|avec|sur|ne|qu[ei]|ce|sont|veuillez|serveur|e[lt]|los|las|del|con|por|su|se|solicitud|servidor|il|lo|gli|della|nel|richiesta|che|sono|uma|em|foi|het|een|niet|wordt|voor|zijn|opnieuw|bir|i[cç]in|och|att|som|inte|ikke|og|yang|tidak|untuk|dengan|nie|jest|nebo)$/;

/**
 * The language of a text, or of the page around it where the text is too short to tell.
 * Chinese is told by its characters, unless Japanese or Korean ones stand among them.
 */
export function languageOf(text: string, around: Language = 'en'): Language {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const [letters, latin, han] = [count(/\p{L}/gu), count(/\p{Script=Latin}/gu), count(/\p{Script=Han}/gu)];
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  if (kana * 10 > han + kana || (letters - han - kana - latin) * 3 > letters) return 'other';
  if (han > 0) return 'zh';
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const other = words.filter((word) => foreign.test(word)).length;
  const own = words.filter((word) => english.test(word)).length;
  if (other !== own) return other > own ? 'other' : 'en';
  return around === 'other' ? 'other' : 'en';
}
