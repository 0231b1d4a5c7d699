import type { Article, Sentence } from '../../article/article.js';
import { languageOf } from '../language.js';
import { directionOf } from './direction-of.js';
import { englishOf } from './english-of.js';
import type { TextEncoding } from './text-encoding.js';

/** An article as the sentence encoder sees it: unit vectors, and tokens, by a sentence's place in the article. */
export interface ArticleEncoding {
  readonly sentences: readonly Float32Array[];
  /** The sentences' tokens, as a `Comparer` reads them. */
  readonly tokens: readonly Float32Array[];
  /** Of the sentence before and this one. */
  readonly withBefore: readonly Float32Array[];
  /** Of all sentences of its paragraph. */
  readonly paragraphs: readonly Float32Array[];
  /** Of the questions that its own lessons answer, in their order; null where they have not been read. */
  readonly lessons: readonly Float32Array[] | null;
}

/**
 * The texts whose encodings make an article's encoding, in the order in which `readEncoding` wants them: its sentences,
 * word by word in English.
 */
export function textsToEncode(article: Article): string[] {
  const { code } = languageOf(article.language);
  return sentencesOf(article).map(({ text }) => englishOf(text, code));
}

/** The questions that the article's own lessons answer, word by word in English. */
export function lessonsToEncode(article: Article): string[] {
  const { code } = languageOf(article.language);
  return article.lessons.map(({ question }) => englishOf(question, code));
}

/** The article's encoding with the vectors of `lessonsToEncode(article)`. */
export function withLessons(encoding: ArticleEncoding, lessons: readonly Float32Array[]): ArticleEncoding {
  return { ...encoding, lessons };
}

/**
 * An article's encoding from those of `textsToEncode(article)`. Several sentences together point where
 * their sum points: encoding them as one text does no better and takes two times longer.
 */
export function readEncoding(article: Article, texts: readonly TextEncoding[]): ArticleEncoding {
  const vectors = texts.map(({ vector }) => vector);
  const numbers = sentencesOf(article).map(({ paragraph }) => paragraph);
  const paragraphs = new Map(
    article.paragraphs.map(({ number }) => [
      number,
      directionOf(...vectors.filter((_, i) => numbers[i] === number)),
    ]),
  );
  return {
    sentences: vectors,
    tokens: texts.map(({ tokens }) => tokens),
    withBefore: vectors.map((_, i) => directionOf(...vectors.slice(Math.max(0, i - 1), i + 1))),
    paragraphs: numbers.map((number) => paragraphs.get(number) ?? new Float32Array()),
    lessons: null,
  };
}

function sentencesOf({ paragraphs }: Article): Sentence[] {
  return paragraphs.flatMap(({ sentences }) => sentences);
}
