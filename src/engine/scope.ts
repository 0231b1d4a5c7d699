import type { Article } from '../article/article.js';
import type { Alias, ArticleIndex } from './article-index.js';
import { FuzzyVocabulary } from './fuzzy-vocabulary.js';
import type { IndexedSentence } from './indexed-sentence.js';
import type { Language } from './language.js';
import type { Recall } from './lessons/lesson-book.js';
import { MAX_RANKED_SENTENCES } from './limits.js';
import type { QuestionEncoding } from './meaning/question-encoding.js';
import type { WordVectors } from './meaning/word-vectors.js';
import { Postings } from './postings.js';
import { Relatives } from './relatives.js';
import { takeBest } from './take-best.js';
import { QUERY_WEIGHTS } from './weights.js';

/** The articles of one language that a question is put to: one article, or all. Immutable. */
export class Scope {
  readonly language: Language;
  readonly sentenceCount: number;
  readonly words: ReadonlyMap<string, string>;
  /** Terms of the words that are names in some article. */
  readonly nameTerms: ReadonlySet<string>;
  readonly aliases: readonly Alias[];
  readonly articles: readonly Article[];
  readonly #indexes: readonly ArticleIndex[];
  readonly #frequency = new Map<string, number>();
  readonly #contentTerms: ReadonlySet<string>;
  #inverted: Inverted | null = null;
  #fuzzy: FuzzyVocabulary | null = null;
  #relatives: Relatives | null = null;

  /**
   * @param indexes at least one, all of one language
   * @param vectors those that the articles were indexed with
   */
  constructor(
    indexes: readonly ArticleIndex[],
    language: Language,
    readonly vectors: WordVectors | null = null,
  ) {
    this.#indexes = indexes;
    this.language = language;
    this.articles = indexes.map(({ article }) => article);
    this.sentenceCount = indexes.reduce((sum, { sentences }) => sum + sentences.length, 0);
    this.words = new Map(indexes.flatMap(({ words }) => [...words]));
    this.#contentTerms = new Set(this.words.values());
    this.nameTerms = new Set(
      indexes.flatMap(({ names, words }) => [...names].map((name) => words.get(name) ?? name)),
    );
    this.aliases = indexes.flatMap(({ aliases }) => aliases);
    for (const { frequency } of indexes) {
      for (const [term, count] of frequency)
        this.#frequency.set(term, (this.#frequency.get(term) ?? 0) + count);
    }
  }

  /** Does a word with meaning of its own have this term? */
  has(term: string): boolean {
    return this.#contentTerms.has(term);
  }

  /**
   * Is it a common word of the language, as far as the word vectors tell? A rare one may as well be a slip:
   * Dufy was a painter, and is how people type Duffy.
   */
  knowsWord(word: string): boolean {
    const row = this.vectors?.rowOf(word) ?? -1;
    return row >= 0 && row < QUERY_WEIGHTS.commonWords;
  }

  /** How rare a term is: BM25's inverse document frequency, sentences being the documents. Above 0. */
  rarity(term: string): number {
    const frequency = this.#frequency.get(term) ?? 0;
    return Math.log(1 + (this.sentenceCount - frequency + 0.5) / (frequency + 0.5));
  }

  /** Words of the articles by how they begin and end. Built when first needed. */
  get relatives(): Relatives {
    this.#relatives ??= new Relatives(this.words.keys());
    return this.#relatives;
  }

  /**
   * What the lessons of each article that has some say of a question.
   * @param readings of it: as it was typed and, where that is another one, as it was likely meant
   * @param encoding of the question; null where the encoder has not read just these words
   */
  recall(
    readings: readonly string[],
    encoding: QuestionEncoding | null = null,
  ): ReadonlyMap<ArticleIndex, Recall> {
    return new Map(
      this.#indexes.flatMap((index): [ArticleIndex, Recall][] =>
        index.lessons
          ? [[index, index.lessons.recall(readings, encoding?.withLessons(index.article) ?? null)]]
          : [],
      ),
    );
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
    this.#inverted ??= invert(this.#indexes.flatMap(({ sentences }) => sentences));
    const { sentences, postings, scores } = this.#inverted;
    const met: number[] = [];
    for (const term of terms) {
      const rarity = this.rarity(term);
      for (const place of postings.of(term)) {
        const score = scores[place] ?? 0;
        if (score === 0) met.push(place);
        scores[place] = score + rarity;
      }
    }
    const ofMet = new Float64Array(met.length);
    for (const [i, place] of met.entries()) {
      ofMet[i] = scores[place] ?? 0;
      scores[place] = 0;
    }
    return takeBest(ofMet, MAX_RANKED_SENTENCES).flatMap((place) => sentences[met[place] ?? 0] ?? []);
  }
}

/** Where every term stands, for scopes too large to rank every sentence. */
interface Inverted {
  readonly sentences: readonly IndexedSentence[];
  /** Term → places in `sentences`. */
  readonly postings: Postings<string>;
  /** One a sentence, to add up in: all 0 between two questions. */
  readonly scores: Float64Array;
}

function invert(sentences: readonly IndexedSentence[]): Inverted {
  const postings = new Postings<string>(sentences.length, (place) => sentences[place]?.termsOnce ?? []);
  return { sentences, postings, scores: new Float64Array(sentences.length) };
}
