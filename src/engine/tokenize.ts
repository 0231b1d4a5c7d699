import { foldWord } from './fold-word.js';
import type { Language } from './language.js';
import { glossaryOf } from './meaning/glossary-of.js';
import { numberWord } from './number-word.js';

/** A word of a text, and where it stands. */
export interface Token {
  /** Lower case, folded, without a possessive ending: what a misspelt word is compared with. */
  readonly word: string;
  /** The stem (a number for number words): what is matched. */
  readonly term: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly isStopWord: boolean;
  /** Does it begin with a capital letter, as names do? In German a noun that the glossary knows does not count. */
  readonly isCapital: boolean;
}

// Dotted abbreviations (U.S., a.m.) and numbers (3.8, 1,440) are one word; hyphens part words.
const WORD = /(?:\p{L}\.){2,}|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const UNSPACED_RUNS = new RegExp(`${UNSPACED.source}+`, 'gu');
const POSSESSIVE = /['’]s?$/;
const APOSTROPHES = /['’]/g;
// Must not become the pronoun "us".
const COUNTRY = /^(U\.S\.(A\.)?|USA?)$/;
const CAPITAL = /^\p{Lu}/u;

/**
 * The words of a text in order. Runs of a script that writes without spaces are cut into overlapping pairs
 * of characters, which match however a dictionary would have cut them.
 * @param text any string; lone surrogates and control characters are passed over
 */
export function tokenize(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    if (UNSPACED.test(match[0])) tokens.push(...unspaced(match[0], match.index, language));
    else tokens.push(spaced(match[0], match.index, language));
  }
  return tokens;
}

/** What a token is whatever text it stands in. */
type Word = Omit<Token, 'start' | 'end'>;

/** Stemming is most of the work, and texts repeat their words. */
const knownWords = new WeakMap<Language, Map<string, Word>>();
/** More different words than in any language's common use: beyond, it begins anew. */
const MOST_KNOWN_WORDS = 100_000;

function spaced(raw: string, start: number, language: Language): Token {
  let words = knownWords.get(language);
  if (!words || words.size >= MOST_KNOWN_WORDS) {
    words = new Map();
    knownWords.set(language, words);
  }
  let known = words.get(raw);
  if (!known) {
    known = readWord(raw, language);
    words.set(raw, known);
  }
  // Written out: spreading makes a larger object, and there are millions of them.
  const { word, term, isStopWord, isCapital } = known;
  return { word, term, start, end: start + raw.length, isStopWord, isCapital };
}

function readWord(raw: string, language: Language): Word {
  const bare = raw.replace(POSSESSIVE, '').replace(APOSTROPHES, '');
  const dotted = COUNTRY.test(raw) || (bare.includes('.') && !/\d/.test(bare));
  const lower = COUNTRY.test(raw) ? 'u.s.' : bare.toLowerCase();
  const word = dotted ? lower : foldWord(lower.replace(/(\d),(?=\d)/g, '$1'));
  const isStopWord = language.isStopWord(word);
  const number = language.code === 'en' ? numberWord(word) : null;
  const term = number ?? foldWord(dotted ? word : language.stem(word));
  return { word, term, isStopWord, isCapital: CAPITAL.test(raw) && !isGermanNoun(word, language) };
}

function isGermanNoun(word: string, { code }: Language): boolean {
  if (code !== 'de') return false;
  const gloss = glossaryOf(code)?.glossOf(word);
  return gloss ? !CAPITAL.test(gloss) : false;
}

function unspaced(raw: string, offset: number, language: Language): Token[] {
  const tokens: Token[] = [];
  for (const run of raw.matchAll(UNSPACED_RUNS)) {
    const characters = [...run[0]];
    let start = offset + run.index;
    for (const [i, character] of characters.entries()) {
      const next = characters[i + 1];
      const pair = next === undefined ? character : character + next;
      if (next !== undefined || characters.length === 1) {
        tokens.push({
          word: pair,
          term: pair,
          start,
          end: start + pair.length,
          isStopWord:
            language.isStopWord(pair) ||
            (language.isStopWord(character) && language.isStopWord(next ?? character)),
          isCapital: false,
        });
      }
      start += character.length;
    }
  }
  return tokens;
}
