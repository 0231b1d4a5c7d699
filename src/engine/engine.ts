import type { Article } from '../article/article.js';
import { type ArticleIndex, indexArticle, indexInSteps } from './article-index.js';
import { confidenceOf, reasonNotSaid } from './decide.js';
import { inContext } from './follow-up.js';
import { languageOf } from './language.js';
import { type Taught, taughtByAuthors, taughtByModerators } from './lessons/taught.js';
import { BEFORE_PAUSE_MS, DEFAULT_TOP, MAX_QUESTION_LENGTH } from './limits.js';
import { matchedRanges } from './matched-ranges.js';
import { vectorsIn } from './meaning/vectors-in.js';
import type { WordVectors } from './meaning/word-vectors.js';
import { metadataField, metadataLine, metadataNameField } from './metadata-question.js';
import type { AskOptions, Engine, NotSaidReason, Outcome, Passage } from './outcome.js';
import { type Query, readQuery, weightsFor } from './query.js';
import { type Ranked, rank, signalsOf } from './rank.js';
import { Scope } from './scope.js';
import { isSmallTalk } from './small-talk.js';
import { DECISION } from './weights.js';

/** What an engine is helped by. */
export interface EngineOptions {
  /** Vectors of English words; without them only words are compared, not what they mean. */
  readonly vectors?: WordVectors | null;
}

/** Makes articles ready to be asked. Two articles of one id are a bug of the caller's. */
export function createEngine(articles: readonly Article[], { vectors = null }: EngineOptions = {}): Engine {
  const vectorsFor = (code: string) => vectorsIn(code, vectors);
  const indexOf = (article: Article) => indexArticle(article, vectorsFor(languageOf(article.language).code));
  const everything = scopesOf(articles.map(indexOf), vectorsFor);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const scopes = new Map<Article, Scope[]>();
  const scopesOfOne = (article: Article): Scope[] => {
    const known = scopes.get(article) ?? scopesOf([indexOf(article)], vectorsFor);
    scopes.set(article, known);
    return known;
  };
  const askOne = (question: string, options: AskOptions, articleId: string): Outcome => {
    const article = byId.get(articleId);
    if (!article) return { kind: 'unknown-article', articleId };
    return ask(question, options, articles.length === 1 ? everything : scopesOfOne(article), [article]);
  };
  return {
    articles,
    ask(question, options = {}) {
      if (options.articleId !== undefined) return askOne(question, options, options.articleId);
      const outcome = ask(question, options, everything, articles);
      return withOtherArticle(outcome, (id) => askOne(question, options, id));
    },
  };
}

/**
 * Makes an article ready beforehand, bit by bit, so that `createEngine` finds it done and others are answered meanwhile.
 * @param pause lets others have their turn; called every few milliseconds
 */
export async function prepareArticle(
  article: Article,
  { vectors = null }: EngineOptions,
  pause: () => Promise<unknown>,
): Promise<void> {
  await inTurns(prepareInSteps(article, vectorsIn(languageOf(article.language).code, vectors)), pause);
}

/** The same for the article's own lessons, once the sentence encoder has read their questions. */
export async function prepareLessons(
  article: Article,
  encoded: readonly Float32Array[],
  { vectors = null }: EngineOptions,
  pause: () => Promise<unknown>,
): Promise<void> {
  const own = vectorsIn(languageOf(article.language).code, vectors);
  await inTurns(learnLessonsInSteps(article, encoded, own), pause);
}

function* learnLessonsInSteps(
  article: Article,
  encoded: readonly Float32Array[],
  vectors: WordVectors | null,
): Generator<undefined, void> {
  const { lessons } = yield* indexInSteps(article, vectors);
  if (lessons) yield* lessons.readBy(encoded).learnInSteps();
}

async function inTurns(steps: Generator<undefined, void>, pause: () => Promise<unknown>): Promise<void> {
  let since = performance.now();
  while (!steps.next().done) {
    if (performance.now() - since < BEFORE_PAUSE_MS) continue;
    await pause();
    since = performance.now();
  }
}

function* prepareInSteps(article: Article, vectors: WordVectors | null): Generator<undefined, void> {
  const { lessons } = yield* indexInSteps(article, vectors);
  if (lessons) yield* lessons.learnInSteps();
}

/** One scope a language, since each has its own stems. */
function scopesOf(
  indexes: readonly ArticleIndex[],
  vectorsFor: (code: string) => WordVectors | null,
): Scope[] {
  const byLanguage = new Map<string, ArticleIndex[]>();
  for (const index of indexes) {
    const group = byLanguage.get(index.language.code);
    if (group) group.push(index);
    else byLanguage.set(index.language.code, [index]);
  }
  return [...byLanguage].map(([code, group]) => new Scope(group, languageOf(code), vectorsFor(code)));
}

function ask(
  question: string,
  options: AskOptions,
  scopes: readonly Scope[],
  articles: readonly Article[],
): Outcome {
  if (question.trim() === '') return { kind: 'unaskable', reason: 'empty' };
  if (question.length > MAX_QUESTION_LENGTH) return { kind: 'unaskable', reason: 'too-long' };
  if (!/[\p{L}\p{N}]/u.test(question)) return { kind: 'unaskable', reason: 'no-words' };

  const top = options.top ?? DEFAULT_TOP;
  const found = scopes
    .map((scope) => search(question, scope, top, options))
    .sort((a, b) => b.confidence - a.confidence);
  const passages = found
    .flatMap(({ passages: ofScope }) => ofScope)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, top);
  const [best, ...others] = passages;
  const surest = found[0];
  const answer = best && surest?.isSure ? best : null;
  // That one article does not say is no word on the others.
  const isOverruled = ({ article, teaching }: Taught) =>
    teaching.paragraph === null && answer !== null && answer.article !== article;

  const taught = taughtByModerators(inContext(question, options.turns ?? []), options.lessons ?? [], scopes);
  if (taught && !isOverruled(taught)) return { ...outcomeOfLesson(taught, found, passages), taught: true };

  const languages = scopes.map(({ language }) => language.code);
  if (isSmallTalk(question, languages)) return { kind: 'small-talk', closest: best ?? null, others };
  const metadata = askMetadata(question, articles, scopes);
  if (metadata) {
    const rest = passages.slice(0, top - 1);
    return metadata === 'not-stated'
      ? { kind: 'not-said', reason: 'not-sure', taught: false, missing: [], closest: best ?? null, others }
      : { kind: 'answered', answer: metadata, taught: false, others: rest };
  }
  const lesson = taughtByAuthors(found.flatMap(({ query }) => [...query.recall]));
  if (lesson && !isOverruled(lesson)) return outcomeOfLesson(lesson, found, passages);
  if (answer) return { kind: 'answered', answer, taught: false, others };
  return {
    kind: 'not-said',
    reason: surest?.reason ?? 'nothing-matches',
    taught: false,
    missing: surest?.missing ?? [],
    closest: best ?? null,
    others,
  };
}

/**
 * Adds what another article answers, where it is about as sure and says it in other words. Two that answer alike leave
 * neither of them far ahead, so where they are asked together none may seem sure: then each is asked alone.
 */
function withOtherArticle(outcome: Outcome, askOnly: (articleId: string) => Outcome): Outcome {
  if (outcome.kind !== 'answered' && outcome.kind !== 'not-said') return outcome;
  const best = outcome.kind === 'answered' ? outcome.answer : outcome.closest;
  if (!best?.sentence || outcome.taught) return outcome;
  const rival = outcome.others.find(({ article }) => article !== best.article);
  if (!rival || rival.confidence < DECISION.otherArticle * best.confidence) return outcome;
  const other = askOnly(rival.article.id);
  if (other.kind !== 'answered') return outcome;
  const first = outcome.kind === 'answered' ? outcome : askOnly(best.article.id);
  if (first.kind !== 'answered') return outcome;
  const shown = [first.answer.sentence, other.answer.sentence];
  const others = outcome.others.filter(({ sentence }) => !shown.includes(sentence));
  return other.answer.text === first.answer.text
    ? { ...first, others }
    : { ...first, others, otherArticle: other.answer };
}

interface Found {
  readonly confidence: number;
  /** Is that enough to answer? */
  readonly isSure: boolean;
  readonly passages: readonly Passage[];
  /** All that was ranked, best first. */
  readonly ranked: readonly Ranked[];
  readonly query: Query;
  readonly reason: NotSaidReason;
  readonly missing: readonly string[];
}

function search(question: string, scope: Scope, top: number, { encoding, turns }: AskOptions): Found {
  const query = readQuery(question, scope, encoding ?? null, turns);
  if (query.terms.length === 0) {
    return {
      confidence: 0,
      isSure: false,
      passages: [],
      ranked: [],
      query,
      reason: 'nothing-matches',
      missing: [],
    };
  }
  const ranked = rank(query, scope);
  const confidence = confidenceOf(query, ranked);
  return {
    confidence,
    isSure: confidence >= DECISION.threshold[weightsFor(query)],
    passages: ranked
      .slice(0, top)
      // The runners-up share the best one's confidence in the ratio of their softmax scores.
      .map((one) => passageOf(one, query, confidence * Math.exp(one.score - (ranked[0]?.score ?? 0)))),
    ranked,
    query,
    reason: reasonNotSaid(query, ranked[0]),
    missing: missingWords(query),
  };
}

function passageOf(ranked: Ranked, query: Query, confidence: number): Passage {
  const { sentence, cover } = ranked;
  return {
    article: sentence.index.article,
    paragraph: sentence.sentence.paragraph,
    sentence: sentence.sentence,
    text: sentence.sentence.text,
    matches: matchedRanges(sentence, cover),
    confidence,
    signals: signalsOf(ranked, query),
  };
}

/** What comes of a lesson: that the article does not say, or the best sentence of the paragraph that does. */
function outcomeOfLesson(
  { article, teaching, strength }: Taught,
  found: readonly Found[],
  passages: readonly Passage[],
): Extract<Outcome, { kind: 'answered' | 'not-said' }> {
  const paragraph = article.paragraphs[(teaching.paragraph ?? 0) - 1];
  if (!paragraph) {
    const [closest = null, ...others] = passages;
    const { reason = 'nothing-matches' as const, missing = [] } = found[0] ?? {};
    return { kind: 'not-said', reason, taught: false, missing, closest, others };
  }
  const isTaught = ({ sentence: { index, sentence } }: Ranked) =>
    index.article === article &&
    sentence.paragraph === teaching.paragraph &&
    (teaching.sentence === null || sentence.index === teaching.sentence - 1);
  const scope = found.find((one) => one.ranked.some(isTaught));
  const ranked = scope?.ranked.find(isTaught);
  const sentence = ranked?.sentence.sentence ?? paragraph.sentences[(teaching.sentence ?? 1) - 1];
  if (!sentence) throw new RangeError(`a lesson teaches a sentence that ${article.id} does not have`);
  const confidence = Math.min(1, strength);
  const answer =
    scope && ranked
      ? passageOf(ranked, scope.query, confidence)
      : {
          article,
          paragraph: paragraph.number,
          sentence,
          text: sentence.text,
          matches: [],
          confidence,
          signals: [],
        };
  const others = passages.filter((passage) => passage.sentence !== sentence);
  return { kind: 'answered', answer, taught: false, others };
}

function missingWords(query: Query): string[] {
  return query.terms.filter(({ isKnown, isCarried }) => !isKnown && !isCarried).map(({ typed }) => typed);
}

/** A question about the article itself, answered from its metadata; null too where several articles are asked. */
function askMetadata(
  question: string,
  articles: readonly Article[],
  scopes: readonly Scope[],
): Passage | 'not-stated' | null {
  const [article, ...more] = articles;
  if (!article || more.length > 0) return null;
  const isWord = (word: string) => scopes.some((scope) => scope.words.has(word) || scope.knowsWord(word));
  const field = metadataField(question, article, isWord) ?? metadataNameField(question, article);
  if (!field) return null;
  const text = metadataLine(article, field);
  if (text === null) return 'not-stated';
  return {
    article,
    paragraph: 0,
    sentence: null,
    text,
    matches: [],
    confidence: DECISION.metadata,
    signals: [],
  };
}
