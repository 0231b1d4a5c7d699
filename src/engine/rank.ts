import type { ArticleIndex } from './article-index.js';
import { type Cover, coverage, coverOf } from './cover.js';
import type { IndexedSentence } from './indexed-sentence.js';
import type { Signal } from './outcome.js';
import { type Query, weightsFor } from './query.js';
import type { Scope } from './scope.js';
import { SIGNALS, type Situation } from './signals.js';
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
  const coverHere = (sentence: IndexedSentence | undefined): Cover | null => {
    if (!sentence) return null;
    const known = covers.get(sentence);
    if (known) return known;
    const cover = coverOf(query, sentence);
    covers.set(sentence, cover);
    return cover;
  };
  for (const sentence of candidates) coverHere(sentence);
  const paragraphs = bestByParagraph(covers, ({ values }) => values);
  const softParagraphs = bestByParagraph(covers, ({ soft }) => soft);
  const articles = bestByArticle(covers);
  const firsts = firstMentions(covers);
  const said = candidates.reduce(
    (most, sentence) => Math.max(most, coverage(query, covers.get(sentence)?.values ?? [])),
    0,
  );

  return candidates
    .map((sentence, order) => {
      const { index, position } = sentence;
      const situation: Situation = {
        query,
        sentence,
        cover: coverHere(sentence) ?? coverOf(query, sentence),
        before: coverHere(index.sentences[position - 1])?.values ?? null,
        after: coverHere(index.sentences[position + 1])?.values ?? null,
        paragraph: paragraphs.get(index)?.get(sentence.sentence.paragraph) ?? [],
        said,
        softBefore: coverHere(index.sentences[position - 1])?.soft ?? null,
        softParagraph: softParagraphs.get(index)?.get(sentence.sentence.paragraph) ?? [],
        article: articles.get(index) ?? [],
        firsts: firsts.get(index) ?? [],
      };
      const values = Float64Array.from(MEASURES, (measure) => measure(situation));
      const score = values.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0);
      return { sentence, cover: situation.cover, values, score, order };
    })
    .sort((a, b) => b.score - a.score || a.order - b.order);
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
