import anyAscii from 'any-ascii';
import { foldWord } from '../fold-word.js';
import type { Language } from '../language.js';

/** Shorter parts are found in words by chance. */
const SHORTEST_PART = 4;
/** What may stand between the parts of a compound, in German: Bewegung-s-freiheit. */
const LINKS = ['', 's', 'n', 'es', 'en', 'er', 'e'];
const WORDS = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const UNSPACED = /\p{Script=Han}/u;

/**
 * What words of a language mean in English, so that what tells the meaning of English words and sentences serves for
 * that language as well. Immutable but for what it remembers.
 */
export class Glossary {
  readonly #language: Language;
  readonly #byWord = new Map<string, string>();
  readonly #byStem = new Map<string, string>();
  readonly #found = new Map<string, string | null>();
  #longest = 0;

  /** @param entries lower-case words with what they mean, the more frequent first */
  constructor(language: Language, entries: Iterable<readonly [word: string, gloss: string]>) {
    this.#language = language;
    for (const [word, gloss] of entries) {
      const folded = foldWord(word);
      // With its marks as well: qué is not que.
      for (const form of [word, folded]) if (!this.#byWord.has(form)) this.#byWord.set(form, gloss);
      const stem = this.#stemOf(folded);
      if (!this.#byStem.has(stem)) this.#byStem.set(stem, gloss);
      this.#longest = Math.max(this.#longest, word.length);
    }
  }

  /**
   * English for a word, one to three words of it; null where the word is not known.
   * @param word as `tokenize` writes them: lower case, folded
   */
  glossOf(word: string): string | null {
    const known = this.#found.get(word);
    if (known !== undefined) return known;
    const gloss = this.#simple(word) ?? this.#compound(word)?.join(' ') ?? null;
    if (this.#found.size >= MOST_REMEMBERED) this.#found.clear();
    this.#found.set(word, gloss);
    return gloss;
  }

  /** A text word by word in English, in its own order; what is not known is spelt with the letters of English. */
  english(text: string): string {
    return UNSPACED.test(text)
      ? this.#ofUnspaced(text)
      : text.replace(WORDS, (word) => this.#ofWord(word)).replace(/[¿¡]/g, '');
  }

  #ofWord(word: string): string {
    const lower = word.toLowerCase();
    return this.#byWord.get(lower) ?? this.glossOf(foldWord(lower)) ?? anyAscii(word);
  }

  /** The longest words, from the left; characters of no word are spelt out. */
  #ofUnspaced(text: string): string {
    const parts: string[] = [];
    let unknown = '';
    for (let at = 0; at < text.length; ) {
      const word = this.#longestAt(text, at);
      if (word === null) {
        unknown += text[at++];
        continue;
      }
      parts.push(anyAscii(unknown), this.#byWord.get(word) ?? word);
      unknown = '';
      at += word.length;
    }
    parts.push(anyAscii(unknown));
    return parts
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join(' ')
      .replace(/ (?=[,.?!;:)])/g, '');
  }

  /** The longest word that stands there; null where none does. */
  #longestAt(text: string, at: number): string | null {
    for (let length = Math.min(this.#longest, text.length - at); length > 0; length--) {
      const word = text.slice(at, at + length);
      if (this.#byWord.has(word)) return word;
    }
    return null;
  }

  #simple(word: string): string | null {
    return this.#byWord.get(word) ?? this.#byStem.get(this.#stemOf(word)) ?? null;
  }

  /** What the two parts of a compound mean, the longest second part that leaves a word before it. */
  #compound(word: string): [string, string] | null {
    if (this.#language.code !== 'de') return null;
    for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
      const second = this.#simple(word.slice(cut));
      if (!second) continue;
      const before = word.slice(0, cut);
      for (const link of LINKS) {
        const first = before.endsWith(link)
          ? this.#simple(before.slice(0, before.length - link.length))
          : null;
        if (first && before.length - link.length >= SHORTEST_PART - 1) return [first, second];
      }
    }
    return null;
  }

  #stemOf(word: string): string {
    return foldWord(this.#language.stem(word));
  }
}

/** Different words that are remembered; beyond, it begins anew. */
const MOST_REMEMBERED = 50_000;
