import type { IndexedSentence } from './article-index.js';
import { type Cover, coverOf } from './cover.js';
import type { Signal } from './outcome.js';
import type { Query } from './query.js';
import type { Scope } from './scope.js';
import { SIGNALS, type Situation } from './signals.js';
import { SIGNAL_WEIGHTS } from './weights.js';

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
  const paragraphs = bestByGroup(
    covers,
    ({ index, sentence }) => `${index.article.id}\n${sentence.paragraph}`,
  );
  const articles = bestByGroup(covers, ({ index }) => index.article.id);

  return candidates
    .map((sentence, order) => {
      const { index, position } = sentence;
      const situation: Situation = {
        query,
        sentence,
        cover: coverHere(sentence) ?? coverOf(query, sentence),
        before: coverHere(index.sentences[position - 1])?.values ?? null,
        after: coverHere(index.sentences[position + 1])?.values ?? null,
        paragraph: paragraphs(sentence),
        article: articles(sentence),
      };
      const signals = Object.entries(SIGNALS).map(([name, measure]) => ({ name, value: measure(situation) }));
      const score = signals.reduce((sum, { name, value }) => sum + (SIGNAL_WEIGHTS[name] ?? 0) * value, 0);
      return { sentence, cover: situation.cover, signals, score, order };
    })
    .sort((a, b) => b.score - a.score || a.order - b.order);
}

/** For each group of sentences, the best value that any of them has for each term. */
function bestByGroup(
  covers: ReadonlyMap<IndexedSentence, Cover>,
  groupOf: (sentence: IndexedSentence) => string,
): (sentence: IndexedSentence) => readonly number[] {
  const best = new Map<string, number[]>();
  for (const [sentence, { values }] of covers) {
    const group = best.get(groupOf(sentence));
    if (!group) best.set(groupOf(sentence), [...values]);
    else for (const [i, value] of values.entries()) group[i] = Math.max(group[i] ?? 0, value);
  }
  return (sentence) => best.get(groupOf(sentence)) ?? [];
}
