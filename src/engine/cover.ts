import type { IndexedSentence } from './article-index.js';
import type { Query, QueryTerm } from './query.js';

/** How well a sentence says each word of a question, and where. */
export interface Cover {
  /** One a term of the query, 0..1. */
  readonly values: readonly number[];
  /** One a term of the query: places in the sentence's tokens. */
  readonly places: readonly (readonly number[])[];
}

/** Looks every term of the question up in a sentence. */
export function coverOf(query: Query, sentence: IndexedSentence): Cover {
  const found = query.terms.map((term) => coverOfTerm(term, sentence));
  return { values: found.map(({ value }) => value), places: found.map(({ places }) => places) };
}

function coverOfTerm(
  term: QueryTerm,
  sentence: IndexedSentence,
): { value: number; places: readonly number[] } {
  let best: { value: number; places: readonly number[] } = { value: 0, places: [] };
  for (const { terms, similarity } of term.variants) {
    let present = 0;
    for (const word of terms) if (sentence.terms.has(word)) present++;
    if (present === 0) continue;
    // Half of a name means less than half of it: "head of Roscosmos" is not "former head of Roscosmos".
    const value = similarity * (present / terms.length) ** 2;
    if (value <= best.value) continue;
    best = { value, places: terms.flatMap((word) => sentence.terms.get(word) ?? []).sort((a, b) => a - b) };
  }
  return best;
}

/** The rarity-weighted share of the question that a cover says, 0..1. */
export function coverage(query: Query, values: readonly number[]): number {
  return query.terms.reduce((sum, term, i) => sum + term.weight * (values[i] ?? 0), 0);
}
