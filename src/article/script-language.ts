/** Scripts that hardly any other language than this is written in. Latin is told apart by nothing here. */
const LANGUAGES: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Thai}/gu, 'th'],
];

/**
 * A language tag for a text that states none: by its script when more than a third of the letters in its
 * first 2,000 characters are of that script (Japanese: a tenth, for it mixes), else `en`.
 */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, 2_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const found = LANGUAGES.find(([script, language]) => {
    const count = sample.match(script)?.length ?? 0;
    return count > letters / (language === 'ja' ? 10 : 3);
  });
  return found?.[1] ?? 'en';
}
