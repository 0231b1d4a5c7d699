import type { Alias, ArticleIndex, IndexedSentence } from './article-index.js';
import { FuzzyVocabulary } from './fuzzy-vocabulary.js';
import type { Language } from './language.js';
import { MAX_RANKED_SENTENCES } from './limits.js';

/** The articles of one language that a question is put to: one article, or all. Immutable. */
export class Scope {
  readonly language: Language;
  readonly sentenceCount: number;
  readonly words: ReadonlyMap<string, string>;
  readonly names: ReadonlySet<string>;
  readonly aliases: readonly Alias[];
  readonly #indexes: readonly ArticleIndex[];
  readonly #frequency = new Map<string, number>();
  #postings: Map<string, IndexedSentence[]> | null = null;
  #fuzzy: FuzzyVocabulary | null = null;

  /** @param indexes at least one, all of one language */
  constructor(indexes: readonly ArticleIndex[], language: Language) {
    this.#indexes = indexes;
    this.language = language;
    this.sentenceCount = indexes.reduce((sum, { sentences }) => sum + sentences.length, 0);
    this.words = new Map(indexes.flatMap(({ words }) => [...words]));
    this.names = new Set(indexes.flatMap(({ names }) => [...names]));
    this.aliases = indexes.flatMap(({ aliases }) => aliases);
    for (const { frequency } of indexes) {
      for (const [term, count] of frequency)
        this.#frequency.set(term, (this.#frequency.get(term) ?? 0) + count);
    }
  }

  has(term: string): boolean {
    return this.#frequency.has(term);
  }

  /** How rare a term is: BM25's inverse document frequency, sentences being the documents. Above 0. */
  rarity(term: string): number {
    const frequency = this.#frequency.get(term) ?? 0;
    return Math.log(1 + (this.sentenceCount - frequency + 0.5) / (frequency + 0.5));
  }

  /** Words to find misspelt ones by: the articles' and those of their aliases. Built when first needed. */
  get fuzzy(): FuzzyVocabulary {
    this.#fuzzy ??= new FuzzyVocabulary([
      ...this.words.keys(),
      ...this.aliases.flatMap(({ words }) => words),
    ]);
    return this.#fuzzy;
  }

  /**
   * The sentences worth ranking: all of them, or in a large scope those that hold the rarest of the terms.
   */
  candidates(terms: Iterable<string>): IndexedSentence[] {
    if (this.sentenceCount <= MAX_RANKED_SENTENCES)
      return this.#indexes.flatMap(({ sentences }) => sentences);
    this.#postings ??= this.#invert();
    const scores = new Map<IndexedSentence, number>();
    for (const term of terms) {
      const rarity = this.rarity(term);
      for (const sentence of this.#postings.get(term) ?? []) {
        scores.set(sentence, (scores.get(sentence) ?? 0) + rarity);
      }
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MAX_RANKED_SENTENCES)
      .map(([sentence]) => sentence);
  }

  #invert(): Map<string, IndexedSentence[]> {
    const postings = new Map<string, IndexedSentence[]>();
    for (const sentence of this.#indexes.flatMap(({ sentences }) => sentences)) {
      for (const term of sentence.terms.keys()) {
        const list = postings.get(term);
        if (list) list.push(sentence);
        else postings.set(term, [sentence]);
      }
    }
    return postings;
  }
}
