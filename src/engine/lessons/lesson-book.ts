import type { Lesson } from '../../article/lesson.js';
import type { Language } from '../language.js';
import { dotProduct } from '../meaning/dot-product.js';
import type { WordVectors } from '../meaning/word-vectors.js';
import { spellOut } from '../spell-out.js';
import { tokenize } from '../tokenize.js';
import { LESSONS } from '../weights.js';
import { solve } from './solve.js';
import { SpellingComparer, spellingOf } from './spelling.js';

/** What lessons say of a question: about 0 where none is like it, about 1 where one is the same. */
export interface Recall {
  /** That the sentence answers. `sentence` is its place in the paragraph, from 0. */
  answers(paragraph: number, sentence: number): number;
  /** That the article does not say. */
  readonly unsaid: number;
  /** What they say most of, and how much. */
  readonly most: { readonly teaching: Teaching; readonly strength: number };
}

/** What a lesson teaches. */
export type Teaching = Pick<Lesson, 'paragraph' | 'sentence'>;

/** Lessons with the same key teach the same. */
const keyOf = ({ paragraph, sentence }: Teaching) => `${paragraph}.${sentence}`;
const UNSAID: Teaching = { paragraph: null, sentence: null };

/** A lesson that has a feature of spelling, and the feature's weight there. */
interface Posting {
  readonly lesson: number;
  readonly weight: number;
}

/** How much the lessons speak for what some of them teach. */
interface Support {
  readonly teaching: Teaching;
  /** One a lesson. */
  readonly weights: Float64Array;
}

/**
 * The lessons of one article, ready to be recalled. How much a question speaks for an answer is learnt from them by
 * kernel ridge regression (Saunders, Gammerman and Vovk, 1998), one-against-all: near lessons speak for their
 * answer, and the more lessons there are, the better it is told which words matter. Two questions are as near as they
 * are in spelling, which no slip hides, and in meaning. Immutable.
 */
export class LessonBook {
  readonly #language: Language;
  readonly #vectors: WordVectors | null;
  readonly #comparer: SpellingComparer;
  /** Feature of spelling → the lessons that have it. */
  readonly #spelt = new Map<string, Posting[]>();
  readonly #meant: readonly Float32Array[];
  /** What all lessons mean together: only what sets a question apart from it tells anything. */
  readonly #middle: Float32Array;
  readonly #support: readonly Support[];

  /** @param lessons at least one; learning takes time that grows with the cube of their number */
  constructor(lessons: readonly Lesson[], language: Language, vectors: WordVectors | null) {
    this.#language = language;
    this.#vectors = vectors;
    const spellings = lessons.map(({ question }) => spellingOf(question, language));
    this.#comparer = new SpellingComparer(spellings);
    for (const [lesson, spelling] of spellings.entries()) {
      for (const [feature, weight] of this.#comparer.weigh(spelling)) {
        const known = this.#spelt.get(feature);
        if (known) known.push({ lesson, weight });
        else this.#spelt.set(feature, [{ lesson, weight }]);
      }
    }
    const directions = lessons.map(({ question }) => this.#directionOf(question));
    this.#middle = middleOf(directions);
    this.#meant = directions.map((direction) => this.#setApart(direction));
    this.#support = this.#learn(lessons);
  }

  /** What the lessons say of a question. */
  recall(question: string): Recall {
    const likeness = this.#likenessTo(question);
    const said = new Map<string, number>();
    let most = { teaching: UNSAID, strength: Number.NEGATIVE_INFINITY };
    for (const { teaching, weights } of this.#support) {
      let strength = 0;
      for (let i = 0; i < weights.length; i++) strength += (weights[i] ?? 0) * (likeness[i] ?? 0);
      said.set(keyOf(teaching), strength);
      if (strength > most.strength) most = { teaching, strength };
    }
    const of = (teaching: Teaching) => said.get(keyOf(teaching)) ?? 0;
    return {
      answers: (paragraph, sentence) =>
        Math.max(of({ paragraph, sentence: sentence + 1 }), of({ paragraph, sentence: null })),
      unsaid: of(UNSAID),
      most,
    };
  }

  #learn(lessons: readonly Lesson[]): Support[] {
    const size = lessons.length;
    const matrix = this.#likenesses(size);
    for (let i = 0; i < size; i++) matrix[i * size + i] = (matrix[i * size + i] ?? 0) + LESSONS.ridge;
    const support = new Map<string, Support>();
    for (const [i, { paragraph, sentence }] of lessons.entries()) {
      const teaching = { paragraph, sentence };
      const known = support.get(keyOf(teaching)) ?? { teaching, weights: new Float64Array(size) };
      known.weights[i] = 1;
      support.set(keyOf(teaching), known);
    }
    const all = [...support.values()];
    solve(
      matrix,
      size,
      all.map(({ weights }) => weights),
    );
    return all;
  }

  /** How near each lesson is to each: only what stands below the diagonal, which is all that is solved by. */
  #likenesses(size: number): Float64Array {
    const matrix = new Float64Array(size * size);
    for (const postings of this.#spelt.values()) {
      for (const [i, { lesson, weight }] of postings.entries()) {
        const row = lesson * size;
        const spelling = LESSONS.spelling * weight;
        for (let k = 0; k <= i; k++) {
          const other = postings[k];
          if (other) matrix[row + other.lesson] = (matrix[row + other.lesson] ?? 0) + spelling * other.weight;
        }
      }
    }
    for (const [i, own] of this.#meant.entries()) {
      for (let k = 0; k <= i; k++) {
        matrix[i * size + k] = (matrix[i * size + k] ?? 0) + dotProduct(own, this.#meant[k] ?? own);
      }
    }
    return matrix;
  }

  /** How near a question is to each lesson. */
  #likenessTo(question: string): Float64Array {
    const likeness = new Float64Array(this.#meant.length);
    for (const [feature, weight] of this.#comparer.weigh(spellingOf(question, this.#language))) {
      for (const { lesson, weight: own } of this.#spelt.get(feature) ?? [])
        likeness[lesson] = (likeness[lesson] ?? 0) + LESSONS.spelling * weight * own;
    }
    const meant = this.#setApart(this.#directionOf(question));
    for (const [i, own] of this.#meant.entries()) likeness[i] = (likeness[i] ?? 0) + dotProduct(meant, own);
    return likeness;
  }

  #directionOf(question: string): Float32Array {
    const words = tokenize(spellOut(question, this.#language.code), this.#language);
    return this.#vectors?.sentenceVector(words.map(({ word }) => word)) ?? new Float32Array();
  }

  #setApart(direction: Float32Array): Float32Array {
    const apart = direction.map((value, i) => value - (this.#middle[i] ?? 0));
    const length = Math.hypot(...apart) || 1;
    return apart.map((value) => value / length);
  }
}

/** The mean of some directions, drawn to nothing where there are only a few. */
function middleOf(directions: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(directions[0]?.length ?? 0);
  for (const direction of directions) {
    for (const [i, value] of direction.entries()) sum[i] = (sum[i] ?? 0) + value;
  }
  return sum.map((value) => value / (directions.length + LESSONS.fewLessons));
}
