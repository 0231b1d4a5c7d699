import type { Article } from '../article/article.js';
import { languageOf } from '../engine/language.js';
import { type ArticleEncoding, readEncoding, textsToEncode } from '../engine/meaning/article-encoding.js';
import { Comparer } from '../engine/meaning/comparer.js';
import { loadEncoder } from '../engine/meaning/encoder/load-encoder.js';
import { canBeEnglish } from '../engine/meaning/english-of.js';
import { byLanguage, QuestionEncoding, questionsToEncode } from '../engine/meaning/question-encoding.js';
import { Progress } from './progress.js';

/** Reads a question as the sentence encoder sees it; undefined where there is no encoder for it. */
export type ReadQuestion = (question: string) => QuestionEncoding | undefined;

/**
 * Encodes a corpus here and now, some 5 ms a sentence, for commands that run once and have no thread to leave it
 * to. Articles of English and of languages with a glossary only, as many as fit the bound.
 * @param mostSentences where there are more, the rest is ranked without
 */
export function encodeCorpus(articles: readonly Article[], mostSentences: number): ReadQuestion {
  const loaded = loadEncoder();
  if (!loaded.ok) return () => undefined;
  const { encoder } = loaded;
  const encodings = new Map<Article, ArticleEncoding>();
  const readable = articles.filter(({ language }) => canBeEnglish(languageOf(language).code));
  const texts = new Map(readable.map((article) => [article, textsToEncode(article)]));
  const progress = new Progress('sentences read', [...texts.values()].flat().length);
  let left = mostSentences;
  for (const [article, ofArticle] of texts) {
    left -= ofArticle.length;
    if (left < 0) break;
    const read = ofArticle.map((text) => {
      progress.step();
      return encoder.encode(text);
    });
    encodings.set(article, readEncoding(article, read));
  }
  progress.end();
  const comparer = new Comparer(encoder.comparerWeights);
  return (question) => {
    const asked = questionsToEncode(question, readable);
    const read = [...asked.values()].map((text) => encoder.encode(text));
    return new QuestionEncoding(byLanguage(asked, read), encodings, comparer);
  };
}
