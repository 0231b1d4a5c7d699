import type { Article } from '../article/article.js';
import { languageOf } from '../engine/language.js';
import {
  type ArticleEncoding,
  lessonsToEncode,
  readEncoding,
  textsToEncode,
  withLessons,
} from '../engine/meaning/article-encoding.js';
import { canBeEnglish } from '../engine/meaning/english-of.js';
import { loadKnownEncodings } from '../engine/meaning/known-encodings.js';
import { byLanguage, QuestionEncoding, questionsToEncode } from '../engine/meaning/question-encoding.js';
import { settledWithin } from '../settled-within.js';
import type { EncoderClient } from './encoder-client.js';

/** How long a member is kept waiting for the encoder, in milliseconds. */
export const ENCODER_PATIENCE_MS = 40;
/** Sentences of all articles that are encoded, and lessons: 10 kB and some 10 ms of the thread’s time for a sentence. */
export const MAX_ENCODED_SENTENCES = 10_000;

/** Makes an article's lessons ready, before the first question needs them, as the encoder has read them. */
export type PrepareLessons = (article: Article, encoded: readonly Float32Array[]) => Promise<void>;

/**
 * What the sentence encoder has made of the articles. They are encoded one after the other in its thread, and then their
 * lessons; until one is done, questions to it are answered without.
 */
export class EncodedLibrary {
  readonly #client: Pick<EncoderClient, 'encode' | 'comparer'>;
  readonly #prepareLessons: PrepareLessons;
  readonly #known = loadKnownEncodings();
  readonly #encodings = new WeakMap<Article, ArticleEncoding>();

  constructor(
    client: Pick<EncoderClient, 'encode' | 'comparer'>,
    prepareLessons: PrepareLessons = async () => {},
  ) {
    this.#client = client;
    this.#prepareLessons = prepareLessons;
  }

  /**
   * Encodes the articles that it has not met, of English and of languages with a glossary. A changed article is another one.
   * @param room sentences, and then lessons, it may have in all
   * @returns how many articles have an encoding; fewer than given when the encoder fails or there are too many
   */
  async learn(articles: readonly Article[], room = MAX_ENCODED_SENTENCES): Promise<number> {
    let left = room;
    const known: Article[] = [];
    for (const article of articles) {
      left -= article.paragraphs.reduce((sum, paragraph) => sum + paragraph.sentences.length, 0);
      if (left < 0) break;
      if (await this.#learn(article)) known.push(article);
    }
    for (const article of known) {
      left -= article.lessons.length;
      if (left < 0) break;
      await this.#learnLessons(article);
    }
    return known.length;
  }

  /**
   * The question's encoding, for `AskOptions`; undefined when the encoder is not there or takes too long.
   * @param articles that it is put to: it is read once for each of their languages
   * @param patience in milliseconds
   */
  async read(
    question: string,
    articles: readonly Article[],
    patience = ENCODER_PATIENCE_MS,
  ): Promise<QuestionEncoding | undefined> {
    const { comparer } = this.#client;
    const texts = questionsToEncode(question, articles);
    if (!comparer || texts.size === 0) return undefined;
    const outcome = await settledWithin(
      this.#client.encode([...texts.values()], { isUrgent: true }),
      patience,
    );
    if (!outcome?.ok) return undefined;
    return new QuestionEncoding(byLanguage(texts, outcome.encodings), this.#encodings, comparer);
  }

  async #learnLessons(article: Article): Promise<void> {
    const encoding = this.#encodings.get(article);
    if (!encoding || encoding.lessons || article.lessons.length === 0) return;
    const texts = lessonsToEncode(article);
    const unknown = texts.filter((text) => !this.#known.of(text));
    const outcome = await this.#client.encode(unknown);
    if (!outcome.ok) return;
    const read = new Map(unknown.map((text, i) => [text, outcome.encodings[i]?.vector]));
    const lessons = texts.flatMap((text) => this.#known.of(text) ?? read.get(text) ?? []);
    await this.#prepareLessons(article, lessons);
    this.#encodings.set(article, withLessons(encoding, lessons));
  }

  async #learn(article: Article): Promise<boolean> {
    if (this.#encodings.has(article)) return true;
    if (!canBeEnglish(languageOf(article.language).code)) return false;
    const outcome = await this.#client.encode(textsToEncode(article));
    if (outcome.ok) this.#encodings.set(article, readEncoding(article, outcome.encodings));
    return outcome.ok;
  }
}
