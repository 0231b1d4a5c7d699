import type { Article } from '../article/article.js';
import { languageOf } from '../engine/language.js';
import {
  type ArticleEncoding,
  lessonsToEncode,
  readEncoding,
  textsToEncode,
  withLessons,
} from '../engine/meaning/article-encoding.js';
import { Comparer } from '../engine/meaning/comparer.js';
import { loadEncoder } from '../engine/meaning/encoder/load-encoder.js';
import { canBeEnglish } from '../engine/meaning/english-of.js';
import { loadKnownEncodings } from '../engine/meaning/known-encodings.js';
import { byLanguage, QuestionEncoding, questionsToEncode } from '../engine/meaning/question-encoding.js';
import { Progress } from './progress.js';

/** Reads a question as the sentence encoder sees it; undefined where there is no encoder for it. */
export type ReadQuestion = (question: string) => QuestionEncoding | undefined;

/**
 * Encodes a corpus here and now, some 5 ms a sentence, for commands that run once and have no thread to leave it
 * to. Articles of English and of languages with a glossary only, and then their lessons, as many as fit the bound.
 * @param most sentences and lessons in all: where there are more, the rest is ranked without
 */
export function encodeCorpus(articles: readonly Article[], most: number): ReadQuestion {
  const loaded = loadEncoder();
  if (!loaded.ok) return () => undefined;
  const { encoder } = loaded;
  const encodings = new Map<Article, ArticleEncoding>();
  const readable = articles.filter(({ language }) => canBeEnglish(languageOf(language).code));
  const sentences = withinBound(readable, textsToEncode, most);
  const known = loadKnownEncodings();
  const unknownLessons = (article: Article) => lessonsToEncode(article).filter((text) => !known.of(text));
  const lessons = withinBound([...sentences.keys()], unknownLessons, most - countTexts(sentences));
  const progress = new Progress('sentences read', countTexts(sentences) + countTexts(lessons));
  const encode = (text: string) => {
    progress.step();
    return encoder.encode(text);
  };
  for (const [article, texts] of sentences) encodings.set(article, readEncoding(article, texts.map(encode)));
  for (const article of lessons.keys()) {
    const encoding = encodings.get(article);
    const vectors = lessonsToEncode(article).map((text) => known.of(text) ?? encode(text).vector);
    if (encoding && vectors.length > 0) encodings.set(article, withLessons(encoding, vectors));
  }
  progress.end();
  const comparer = new Comparer(encoder.comparerWeights);
  return (question) => {
    const asked = questionsToEncode(question, readable);
    const read = [...asked.values()].map((text) => encoder.encode(text));
    return new QuestionEncoding(byLanguage(asked, read), encodings, comparer);
  };
}

/** The texts of the first articles that have no more than `most` together. */
function withinBound(
  articles: readonly Article[],
  textsOf: (article: Article) => string[],
  most: number,
): Map<Article, string[]> {
  const kept = new Map<Article, string[]>();
  let left = most;
  for (const article of articles) {
    const texts = textsOf(article);
    left -= texts.length;
    if (left < 0) break;
    kept.set(article, texts);
  }
  return kept;
}

function countTexts(texts: ReadonlyMap<Article, readonly string[]>): number {
  return [...texts.values()].reduce((sum, { length }) => sum + length, 0);
}
