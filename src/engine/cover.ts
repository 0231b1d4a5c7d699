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
  const values: number[] = [];
  const places: (readonly number[])[] = [];
  for (const term of query.terms) {
    const found = coverOfTerm(term, sentence);
    values.push(found.value);
    places.push(found.places);
  }
  const { meaning, position } = sentence;
  const closeness = meaning && query.meaning ? query.meaning.closeness(meaning, position) : null;
  return {
    values,
    places,
    soft: closeness ? softened(values, closeness.nearest) : values,
    closeness,
    encoded: query.encoding?.closeness(sentence.index.article, position) ?? null,
  };
}

/**
 * The `values` alone of a sentence that only stands beside one that is ranked: it need not be cut into words, which of
 * a large corpus most sentences never are.
 */
export function valuesOf(query: Query, sentence: IndexedSentence): readonly number[] {
  const values: number[] = [];
  for (const term of query.terms) values.push(valueOfTerm(term, sentence));
  return values;
}

function valueOfTerm(term: QueryTerm, sentence: IndexedSentence): number {
  let best = 0;
  for (const { terms, similarity } of term.variants) {
    if (terms.length > 1) return coverOfTerm(term, sentence).value;
    if (similarity > best && sentence.has(terms[0] ?? '')) best = similarity;
  }
  return best;
}

/** The `soft` values that belong to a sentence's `values`. */
export function softValuesOf(
  query: Query,
  sentence: IndexedSentence,
  values: readonly number[],
): readonly number[] {
  if (!sentence.meaning || !query.meaning) return values;
  return softened(values, query.meaning.nearest(sentence.meaning, sentence.position));
}

function softened(values: readonly number[], nearest: readonly number[]): readonly number[] {
  const soft: number[] = [];
  for (let i = 0; i < values.length; i++) soft.push(Math.max(values[i] ?? 0, likeness(nearest[i] ?? 0)));
  return soft;
}

/** From a cosine to 0..1: unrelated words come to nothing, the same thing in other words to nearly 1. */
function likeness(cosine: number): number {
  return 1 / (1 + Math.exp(-SOFT_MATCH.steepness * (cosine - SOFT_MATCH.middle)));
}

interface TermCover {
  readonly value: number;
  readonly places: readonly number[];
}

const UNCOVERED: TermCover = { value: 0, places: [] };

function coverOfTerm(term: QueryTerm, sentence: IndexedSentence): TermCover {
  let best = UNCOVERED;
  for (const { terms, similarity } of term.variants) {
    // Most variants are one word, and this is done for every word of every sentence.
    if (terms.length === 1) {
      const places = similarity > best.value ? sentence.terms.get(terms[0] ?? '') : undefined;
      if (places) best = { value: similarity, places };
      continue;
    }
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
  const { terms } = query;
  let sum = 0;
  for (let i = 0; i < terms.length; i++) sum += (terms[i]?.weight ?? 0) * (values[i] ?? 0);
  return sum;
}

/** The same for soft values, where a word's weight is also how much it tells of a text's meaning. */
export function softCoverage(query: Query, soft: readonly number[]): number {
  const { terms } = query;
  let sum = 0;
  for (let i = 0; i < terms.length; i++) sum += (terms[i]?.softWeight ?? 0) * (soft[i] ?? 0);
  return sum;
}
