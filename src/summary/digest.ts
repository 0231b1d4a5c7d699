import { languageOf } from '../engine/language.js';
import type { TaughtLesson } from '../engine/lessons/taught.js';
import type { Engine } from '../engine/outcome.js';
import type { DayCount, Digests, QuotedParagraph, Totals, UnhelpfulComment } from '../store/digests.js';
import { answersOf } from './answers-of.js';
import { groupQuestions, type QuestionGroup } from './group-questions.js';
import { type Period, stepStarts } from './period.js';

/** Texts that are looked at to group them, most frequent first: beyond those each was asked once or twice. */
const MAX_TEXTS = 300;
/** Paragraphs of all the articles of a server. */
const MAX_PARAGRAPHS = 5_000;
const MAX_COMMENTS = 50;

/** What was asked, of whom, and what there is to answer with. */
export interface DigestSource {
  readonly digests: Digests;
  readonly engine: Engine;
  /** null: everywhere, for the operator alone. */
  readonly guildId: string | null;
  readonly articleId?: string | undefined;
  readonly lessons: readonly TaughtLesson[];
  readonly period: Period;
}

const scopeOf = ({ guildId, articleId, period: { from, to } }: DigestSource) => ({
  guildId,
  articleId,
  from,
  to,
});

/** The figures of a period, and those of the period before it, as long and right before. */
export interface Figures {
  readonly now: Totals;
  readonly before: Totals;
  readonly steps: readonly DayCount[];
}

/** @throws StoreError, as all of these */
export async function readFigures(source: DigestSource): Promise<Figures> {
  const scope = scopeOf(source);
  const earlier = { ...scope, from: 2 * scope.from - scope.to, to: scope.from };
  const { digests } = source;
  return {
    now: await digests.totals(scope),
    before: await digests.totals(earlier),
    steps: await digests.perDay(scope, stepStarts(source.period)),
  };
}

/** What was asked most, wordings of the same question together. @param answered left out: both */
export async function readGroups(source: DigestSource, answered?: boolean): Promise<QuestionGroup[]> {
  const texts = await source.digests.mostAsked(scopeOf(source), MAX_TEXTS, answered);
  const { engine, lessons, articleId } = source;
  const answers = await answersOf(texts, engine, { lessons, articleId });
  return groupQuestions(texts, languageOf(languageUsed(engine)), answers);
}

/** The language most articles are in: questions are not told apart by theirs. */
function languageUsed({ articles }: Engine): string {
  const counts = new Map<string, number>();
  for (const { language } of articles) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'en';
}

/** Paragraphs by how often they were quoted, and of which articles' text nothing was. */
export interface QuotedPassages {
  readonly quoted: readonly QuotedParagraph[];
  /** By article: the paragraphs that were never quoted, in order. */
  readonly never: readonly { readonly articleId: string; readonly paragraphs: readonly number[] }[];
}

export async function readPassages(source: DigestSource): Promise<QuotedPassages> {
  const quoted = await source.digests.quotedParagraphs(scopeOf(source), MAX_PARAGRAPHS);
  const seen = new Set(quoted.map(({ articleId, paragraph }) => `${articleId} ${paragraph}`));
  const never = source.engine.articles
    .filter(({ id }) => source.articleId === undefined || id === source.articleId)
    .map(({ id, paragraphs }) => ({
      articleId: id,
      paragraphs: paragraphs.map(({ number }) => number).filter((number) => !seen.has(`${id} ${number}`)),
    }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
  return { quoted, never };
}

export function readComments(source: DigestSource): Promise<UnhelpfulComment[]> {
  return source.digests.comments(scopeOf(source), MAX_COMMENTS);
}
