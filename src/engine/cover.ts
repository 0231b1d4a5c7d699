import type { IndexedSentence } from './indexed-sentence.js';
import type { EncodedCloseness } from './meaning/question-encoding.js';
import type { Closeness } from './meaning/question-meaning.js';
import type { Query, QueryTerm } from './query.js';
import { shortestStretch } from './shortest-stretch.js';
import { SOFT_MATCH } from './weights.js';

/** How well a sentence says each word of a question, and where. */
export interface Cover {
  /** One a term of the query, 0..1. */
  readonly values: readonly number[];
  /** One a term of the query: places in the sentence's tokens. */
  readonly places: readonly (readonly number[])[];
  /** Like `values`, but a word also counts when the sentence only means it. The same without word vectors. */
  readonly soft: readonly number[];
  /** How near its meaning is to the question's; null without word vectors. */
  readonly closeness: Closeness | null;
  /** The same by the sentence encoder; null without it. */
  readonly encoded: EncodedCloseness | null;
}

/** Looks every term of the question up in a sentence. */
export function coverOf(query: Query, sentence: IndexedSentence): Cover {
  const found = query.terms.map((term) => coverOfTerm(term, sentence));
  const values = found.map(({ value }) => value);
  const closeness = sentence.meaning && query.meaning ? query.meaning.closeness(sentence.meaning) : null;
  return {
    values,
    places: found.map(({ places }) => places),
    soft: closeness ? values.map((value, i) => Math.max(value, likeness(closeness.nearest[i] ?? 0))) : values,
    closeness,
    encoded: query.encoding?.closeness(sentence.index.article, sentence.position) ?? null,
  };
}

/** From a cosine to 0..1: unrelated words come to nothing, the same thing in other words to nearly 1. */
function likeness(cosine: number): number {
  return 1 / (1 + Math.exp(-SOFT_MATCH.steepness * (cosine - SOFT_MATCH.middle)));
}

function coverOfTerm(
  term: QueryTerm,
  sentence: IndexedSentence,
): { value: number; places: readonly number[] } {
  let best: { value: number; places: readonly number[] } = { value: 0, places: [] };
  for (const { terms, similarity } of term.variants) {
    const found = terms.flatMap((word) => {
      const places = sentence.terms.get(word);
      return places ? [places] : [];
    });
    if (found.length === 0) continue;
    // Half of a name means less than half of it: "head of Roscosmos" is not "former head of Roscosmos".
    const share = (found.length - (isScattered(found) ? 1 : 0)) / terms.length;
    const value = similarity * share ** 2;
    if (value > best.value) best = { value, places: found.flat().sort((a, b) => a - b) };
  }
  return best;
}

/** Small words that may stand between the words of a name. */
const BETWEEN = 2;

/** Do the words of a name stand apart, so that they name nothing: "Duffy … his counterpart"? */
function isScattered(places: readonly (readonly number[])[]): boolean {
  return places.length > 1 && shortestStretch(places) > places.length + BETWEEN;
}

/** The rarity-weighted share of the question that a cover says, 0..1. */
export function coverage(query: Query, values: readonly number[]): number {
  return query.terms.reduce((sum, term, i) => sum + term.weight * (values[i] ?? 0), 0);
}

/** The same for soft values, where a word's weight is also how much it tells of a text's meaning. */
export function softCoverage(query: Query, soft: readonly number[]): number {
  return query.terms.reduce((sum, term, i) => sum + term.softWeight * (soft[i] ?? 0), 0);
}
