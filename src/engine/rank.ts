import type { ArticleIndex } from './article-index.js';
import { type Cover, coverage, coverOf } from './cover.js';
import type { IndexedSentence } from './indexed-sentence.js';
import type { Signal } from './outcome.js';
import { type Query, weightsFor } from './query.js';
import type { Scope } from './scope.js';
import { SIGNALS, type Situation } from './signals.js';
import { WEIGHTS } from './weights.js';

const MEASURES = Object.entries(SIGNALS);

/** A sentence with what speaks for it. */
export interface Ranked {
  readonly sentence: IndexedSentence;
  readonly cover: Cover;
  readonly signals: readonly Signal[];
  /** The signals' weighted sum: only differences within one question mean anything. */
  readonly score: number;
}

/** Every sentence worth a look, best first; ties go to the earlier one. */
export function rank(query: Query, scope: Scope): Ranked[] {
  const candidates = scope.candidates(
    query.terms.flatMap(({ variants }) => variants.flatMap(({ terms }) => terms)),
  );
  const weights = WEIGHTS[weightsFor(query)].signals;
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
      const signals = MEASURES.map(([name, measure]) => {
        const value = measure(situation);
        return { name, value, share: (weights[name] ?? 0) * value };
      });
      const score = signals.reduce((sum, { share }) => sum + share, 0);
      return { sentence, cover: situation.cover, signals, score, order };
    })
    .sort((a, b) => b.score - a.score || a.order - b.order);
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
