import type { Article } from '../../src/article/article.js';
import { isRightSentence, type LabelledQuestion } from '../../src/cli/labelled-question.js';
import { indexArticle } from '../../src/engine/article-index.js';
import { languageOf } from '../../src/engine/language.js';
import {
  type ArticleEncoding,
  lessonsToEncode,
  readEncoding,
  textsToEncode,
  withLessons,
} from '../../src/engine/meaning/article-encoding.js';
import {
  byLanguage,
  QuestionEncoding,
  questionsToEncode,
} from '../../src/engine/meaning/question-encoding.js';
import type { TextEncoding } from '../../src/engine/meaning/text-encoding.js';
import { vectorsIn } from '../../src/engine/meaning/vectors-in.js';
import type { WordVectors } from '../../src/engine/meaning/word-vectors.js';
import type { Query } from '../../src/engine/query.js';
import { readQuery } from '../../src/engine/query.js';
import { type Ranked, rank } from '../../src/engine/rank.js';
import { Scope } from '../../src/engine/scope.js';
import { isSmallTalk } from '../../src/engine/small-talk.js';
import type { QuestionSet } from '../question-sets.js';
import { foldsOf } from './folds.js';
import { dot, type RankingExample } from './listwise.js';
import type { OutOfFold } from './out-of-fold.js';

/** What tells what words and sentences mean. */
export interface Means {
  readonly vectors: WordVectors | null;
  /** What an encoder makes of texts; null without one. */
  readonly encode: OutOfFold | null;
}

/** A labelled question as the ranking sees it, signals not yet weighed. */
export interface FitExample extends RankingExample {
  /** The part of the data that its article is dealt to. */
  readonly fold: number;
  readonly set: string;
  readonly style: string;
  readonly answerable: boolean;
  readonly question: string;
  readonly query: Query;
  readonly ranked: readonly Ranked[];
}

/**
 * The questions of a set that the ranking has to do with: not those about the metadata, nor small talk,
 * which never come to it.
 * @param weight how much each question counts
 */
export function examplesOf(set: QuestionSet, weight: number, means: Means): FitExample[] {
  const asked = scopesOf(set, means);
  return set.questions
    .filter(({ paragraphs, question }) => !paragraphs?.includes(0) && !isSmallTalk(question, [set.language]))
    .map((question) => exampleOf(question, question.article ?? '', asked, set.name, weight));
}

/**
 * The same questions, each put to an article of its fold that it is not about: whatever is found is wrong. One in
 * `every`.
 */
export function strangersOf(set: QuestionSet, weight: number, every: number, means: Means): FitExample[] {
  const scopes = scopesOf(set, means);
  const ids = set.articles.map(({ id }) => id);
  const folds = foldsOf(set);
  return set.questions
    .filter(({ answerable, paragraphs }, i) => answerable && !paragraphs?.includes(0) && i % every === 0)
    .flatMap((question, i) => {
      const others = ids.filter(
        (id) => id !== question.article && folds.get(id) === folds.get(question.article ?? ''),
      );
      const asked = others[(i * 7) % others.length];
      if (asked === undefined) return [];
      return exampleOf({ ...question, answerable: false }, asked, scopes, `strangers to ${set.name}`, weight);
    });
}

/** Paragraphs that a shortened article keeps: some four to eight sentences of a practice text. */
const KEPT_PARAGRAPHS = 2;

/** A set whose articles are cut down to their beginning, without the questions that are answered behind that. */
export function shortened(set: QuestionSet): QuestionSet {
  const isKept = (number: number) => number <= KEPT_PARAGRAPHS;
  return {
    ...set,
    name: `short ${set.name}`,
    articles: set.articles.map((article) => ({
      ...article,
      paragraphs: article.paragraphs.filter(({ number }) => isKept(number)),
    })),
    questions: set.questions.filter(({ paragraphs }) => paragraphs?.every(isKept)),
  };
}

/** The scores and order that weights give an example's sentences. */
export function reweigh(example: FitExample, weights: Float64Array): Ranked[] {
  return example.ranked
    .map((ranked, i) => ({
      ...ranked,
      score: dot(example.rows[i] ?? new Float64Array(), weights),
    }))
    .sort((a, b) => b.score - a.score);
}

/** Is a ranked sentence right for the example? */
export function isRight(example: FitExample, ranked: Ranked | undefined): boolean {
  const place = example.ranked.findIndex(({ sentence }) => sentence === ranked?.sentence);
  return example.right[place] === true;
}

/** What a question is put to. */
interface Asked {
  /** The scope of one article, which has not been taught the question itself. */
  scope(articleId: string, question: string): Scope | undefined;
  foldOf(articleId: string): number;
  /** null without an encoder. */
  readonly encode: ((question: string, articleId: string) => QuestionEncoding) | null;
}

function scopesOf(set: QuestionSet, { vectors, encode }: Means): Asked {
  const scopes = new Map<string, Scope>();
  const encodings = new Map<Article, ArticleEncoding>();
  const folds = foldsOf(set);
  const foldOf = (id: string) => folds.get(id) ?? 0;
  for (const article of set.articles) {
    scopes.set(article.id, scopeOf(article, vectors));
    if (encode)
      encodings.set(
        article,
        encodingOf(article, (text) => encode.encode(text, foldOf(article.id))),
      );
  }
  return {
    scope(articleId, question) {
      const article = set.articles.find(({ id }) => id === articleId);
      const others = article?.lessons.filter((lesson) => lesson.question !== question);
      if (!article || !others || others.length === article.lessons.length) return scopes.get(articleId);
      const untaught = { ...article, lessons: others };
      if (encode)
        encodings.set(
          untaught,
          encodingOf(untaught, (text) => encode.encode(text, foldOf(articleId))),
        );
      return scopeOf(untaught, vectors);
    },
    foldOf,
    encode:
      encode &&
      ((question, articleId) => {
        const fold = foldOf(articleId);
        const asked = questionsToEncode(
          question,
          set.articles.filter(({ id }) => id === articleId),
        );
        const read = [...asked.values()].map((text) => encode.encode(text, fold));
        return new QuestionEncoding(byLanguage(asked, read), encodings, encode.comparerOf(fold));
      }),
  };
}

function encodingOf(article: Article, encode: (text: string) => TextEncoding): ArticleEncoding {
  const read = readEncoding(article, textsToEncode(article).map(encode));
  return article.lessons.length === 0
    ? read
    : withLessons(
        read,
        lessonsToEncode(article).map((text) => encode(text).vector),
      );
}

function scopeOf(article: Article, english: WordVectors | null): Scope {
  const language = languageOf(article.language);
  const vectors = vectorsIn(language.code, english);
  return new Scope([indexArticle(article, vectors)], language, vectors);
}

function exampleOf(
  question: LabelledQuestion,
  articleId: string,
  { scope: scopeFor, encode, foldOf }: Asked,
  set: string,
  weight: number,
): FitExample {
  const fold = foldOf(articleId);
  const scope = scopeFor(articleId, question.question);
  if (!scope) throw new Error(`${question.id} asks an article that is not there: ${articleId}`);
  const query = readQuery(question.question, scope, encode?.(question.question, articleId) ?? null);
  const ranked = rank(query, scope);
  return {
    group: articleId,
    fold,
    set,
    style: question.style ?? 'plain',
    answerable: question.answerable,
    weight,
    question: question.question,
    query,
    ranked,
    rows: ranked.map(({ values }) => values),
    right: ranked.map(({ sentence: { index, sentence } }) =>
      isRightSentence(question, {
        article: index.article,
        paragraph: sentence.paragraph,
        sentence,
        text: sentence.text,
        matches: [],
        confidence: 0,
        signals: [],
      }),
    ),
  };
}
