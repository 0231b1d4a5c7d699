import type { ArticleIndex } from './article-index.js';
import { type Cover, coverage, coverOf, softValuesOf, valuesOf } from './cover.js';
import type { IndexedSentence } from './indexed-sentence.js';
import { MAX_COMPARED } from './limits.js';
import type { Odds } from './meaning/comparer.js';
import type { Signal } from './outcome.js';
import { type Query, weightsFor } from './query.js';
import type { Scope } from './scope.js';
import { SIGNALS, type Situation } from './signals.js';
import { takeBest } from './take-best.js';
import { type FittedName, WEIGHTS } from './weights.js';

const MEASURES = Object.values(SIGNALS);
/** The names of the signals, in the order of `Ranked.values`. */
export const SIGNAL_NAMES = Object.keys(SIGNALS);
const PLACES: ReadonlyMap<string, number> = new Map(SIGNAL_NAMES.map((name, place) => [name, place]));
/** Each set's weights in the same order. */
const weightRows = new Map<FittedName, Float64Array>();

/** A sentence with what speaks for it. */
export interface Ranked {
  readonly sentence: IndexedSentence;
  readonly cover: Cover;
  /** What each signal measures, in the order of `SIGNAL_NAMES`. */
  readonly values: Float64Array;
  /** The signals' weighted sum: only differences within one question mean anything. */
  readonly score: number;
}

/** Every sentence worth a look, best first; ties go to the earlier one. */
export function rank(query: Query, scope: Scope): Ranked[] {
  const candidates = scope.candidates(
    query.terms.flatMap(({ variants }) => variants.flatMap(({ terms }) => terms)),
  );
  const weights = weightRow(weightsFor(query));
  const covers = new Map<IndexedSentence, Cover>();
  for (const sentence of candidates) covers.set(sentence, coverOf(query, sentence));
  const values = remembered((sentence) => covers.get(sentence)?.values ?? valuesOf(query, sentence));
  const soft = remembered(
    (sentence) => covers.get(sentence)?.soft ?? softValuesOf(query, sentence, values(sentence)),
  );
  const paragraphs = bestByParagraph(covers, (cover) => cover.values);
  const softParagraphs = bestByParagraph(covers, (cover) => cover.soft);
  const articles = bestByArticle(covers);
  const firsts = firstMentions(covers);
  const odds = oddsOf(query, covers);
  let said = 0;
  for (const cover of covers.values()) said = Math.max(said, coverage(query, cover.values));

  return candidates
    .map((sentence, order) => {
      const { index, position } = sentence;
      const before = index.sentences[position - 1];
      const after = index.sentences[position + 1];
      const situation: Situation = {
        query,
        sentence,
        cover: covers.get(sentence) ?? coverOf(query, sentence),
        before: before ? values(before) : null,
        after: after ? values(after) : null,
        paragraph: paragraphs.get(index)?.get(sentence.sentence.paragraph) ?? [],
        said,
        softBefore: before ? soft(before) : null,
        softParagraph: softParagraphs.get(index)?.get(sentence.sentence.paragraph) ?? [],
        article: articles.get(index) ?? [],
        firsts: firsts.get(index) ?? [],
        odds: odds(sentence),
      };
      const row = new Float64Array(MEASURES.length);
      let score = 0;
      for (let place = 0; place < row.length; place++) {
        const value = MEASURES[place]?.(situation) ?? 0;
        row[place] = value;
        score += value * (weights[place] ?? 0);
      }
      return { sentence, cover: situation.cover, values: row, score, order };
    })
    .sort((a, b) => b.score - a.score || a.order - b.order);
}

/** The same function, which remembers what it has found of a sentence: one stands before and behind others. */
function remembered<Found>(find: (sentence: IndexedSentence) => Found): (sentence: IndexedSentence) => Found {
  const known = new Map<IndexedSentence, Found>();
  return (sentence) => {
    const before = known.get(sentence);
    if (before !== undefined) return before;
    const found = find(sentence);
    known.set(sentence, found);
    return found;
  };
}

/** What a signal measures of a sentence, by its name; 0 where there is none. */
export function measured(ranked: Ranked | undefined, name: string): number {
  return ranked?.values[PLACES.get(name) ?? -1] ?? 0;
}

/** The signals that speak for a sentence, or against it, with their shares in its score. */
export function signalsOf({ values }: Ranked, query: Query): Signal[] {
  const weights = weightRow(weightsFor(query));
  return SIGNAL_NAMES.map((name, place) => {
    const value = values[place] ?? 0;
    return { name, value, share: value * (weights[place] ?? 0) };
  });
}

function weightRow(name: FittedName): Float64Array {
  const known = weightRows.get(name);
  if (known) return known;
  const row = Float64Array.from(SIGNAL_NAMES, (signal) => WEIGHTS[name].signals[signal] ?? 0);
  weightRows.set(name, row);
  return row;
}

type Covers = ReadonlyMap<IndexedSentence, Cover>;

/** For each paragraph, the best value that any of its sentences has for each term. */
function bestByParagraph(
  covers: Covers,
  valuesOf: (cover: Cover) => readonly number[],
): Map<ArticleIndex, Map<number, number[]>> {
  const best = new Map<ArticleIndex, Map<number, number[]>>();
  for (const [{ index, sentence }, cover] of covers) {
    const paragraphs = best.get(index) ?? new Map<number, number[]>();
    best.set(index, paragraphs);
    keepBest(paragraphs, sentence.paragraph, valuesOf(cover));
  }
  return best;
}

/** The same for each article. */
function bestByArticle(covers: Covers): Map<ArticleIndex, number[]> {
  const best = new Map<ArticleIndex, number[]>();
  for (const [{ index }, { values }] of covers) keepBest(best, index, values);
  return best;
}

function keepBest<Group>(best: Map<Group, number[]>, group: Group, values: readonly number[]): void {
  const known = best.get(group);
  if (!known) best.set(group, [...values]);
  else for (const [i, value] of values.entries()) known[i] = Math.max(known[i] ?? 0, value);
}

/**
 * How much speaks for each sentence when it is read together with the question; 0 for all without an encoder. Of very
 * many only the nearest are read, and the others come behind these.
 */
function oddsOf(query: Query, covers: Covers): (sentence: IndexedSentence) => Odds {
  const { encoding } = query;
  if (!encoding) return () => NO_ODDS;
  const sentences = [...covers.keys()];
  const nearness = Array.from(covers.values(), ({ encoded }) => encoded?.sentence ?? 0);
  const known = new Map<IndexedSentence, Odds>();
  for (const place of takeBest(nearness, MAX_COMPARED)) {
    const sentence = sentences[place];
    if (sentence) known.set(sentence, encoding.odds(sentence.index.article, sentence.position));
  }
  const all = [...known.values()];
  const least = {
    which: Math.min(0, ...all.map(({ which }) => which)),
    whether: Math.min(0, ...all.map(({ whether }) => whether)),
  };
  return (sentence) => known.get(sentence) ?? least;
}

const NO_ODDS: Odds = { which: 0, whether: 0 };

/** A term said by less than this is not said: a repair far off, or a piece of a name. */
const SAID = 0.6;

/** For each article and each term, the first sentence that says it. */
function firstMentions(covers: Covers): ReadonlyMap<ArticleIndex, readonly (IndexedSentence | undefined)[]> {
  const firsts = new Map<ArticleIndex, (IndexedSentence | undefined)[]>();
  for (const [sentence, { values }] of covers) {
    const own = firsts.get(sentence.index) ?? [];
    firsts.set(sentence.index, own);
    for (const [i, value] of values.entries()) {
      if (value >= SAID && sentence.position < (own[i]?.position ?? Number.POSITIVE_INFINITY))
        own[i] = sentence;
    }
  }
  return firsts;
}
