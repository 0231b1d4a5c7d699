import { glossaryOf } from './glossary-of.js';

/** Can texts of the language be read as English, word by word if need be? */
export function canBeEnglish(code: string): boolean {
  return code === 'en' || glossaryOf(code) !== null;
}

/** A text as the sentence encoder, which knows English alone, is to read it: word by word in English. */
export function englishOf(text: string, code: string): string {
  return glossaryOf(code)?.english(text) ?? text;
}
