import type { Lesson } from '../../article/lesson.js';
import type { Language } from '../language.js';
import { dotProduct } from '../meaning/dot-product.js';
import type { WordVectors } from '../meaning/word-vectors.js';
import type { Token } from '../tokenize.js';
import { LESSONS } from '../weights.js';
import { likenessOf } from './likeness.js';
import { solveInSteps } from './solve.js';
import { SpellingIndex, spellingOf, wordsOf } from './spelling.js';

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

/** What the sentence encoder makes of a question and of the lessons' questions, in their order: unit vectors. */
export interface EncodedLessons {
  readonly question: Float32Array;
  readonly lessons: readonly Float32Array[];
}

/** How much the lessons speak for what some of them teach. */
interface Support {
  readonly teaching: Teaching;
  /** One a lesson. */
  readonly weights: Float64Array;
  /** What all lessons mean, each by its weight: as nearness in meaning adds up, a question is compared with this alone. */
  readonly meaning: Float32Array;
}

/** What is known of lessons once they are learnt. */
interface Learnt {
  readonly spelt: SpellingIndex;
  /** What all lessons mean together, by each measure: only what sets a question apart from it tells anything. */
  readonly middles: readonly Float32Array[];
  readonly support: readonly Support[];
}

/**
 * The lessons of one article, to be recalled. How much a question speaks for an answer is learnt from them by
 * kernel ridge regression (Saunders, Gammerman and Vovk, 1998), one-against-all: near lessons speak for their
 * answer, and the more lessons there are, the better it is told which words matter. Two questions are as near as they
 * are in spelling, which no slip hides, and in meaning: by word vectors and, where it has read the lessons, by the
 * sentence encoder.
 */
export class LessonBook {
  #learnt: Learnt | null = null;
  /** Half-way through, while they are being learnt. */
  #steps: Generator<undefined, Learnt> | null = null;
  /** The same lessons, as the encoder has read them. */
  #read: LessonBook | null = null;

  /**
   * @param lessons at least one; they are learnt when the first question is recalled, unless they have been before
   * @param ridge of `LESSONS`, by who teaches
   * @param encoded what the encoder makes of each lesson's question; null where it has not read them
   */
  constructor(
    private readonly lessons: readonly Lesson[],
    private readonly language: Language,
    private readonly vectors: WordVectors | null,
    private readonly ridge: number,
    private readonly encoded: readonly Float32Array[] | null = null,
  ) {}

  /** The same lessons as the encoder has read them: a book of its own, the same one for the same vectors. */
  readBy(encoded: readonly Float32Array[]): LessonBook {
    if (this.#read?.encoded !== encoded)
      this.#read = new LessonBook(this.lessons, this.language, this.vectors, this.ridge, encoded);
    return this.#read;
  }

  /**
   * What the lessons say of a question.
   * @param readings of it, at least one, of which each counts the same
   * @param encoded as the encoder sees it and them; null where it has not read both
   */
  recall(readings: readonly string[], encoded: EncodedLessons | null = null): Recall {
    return encoded
      ? this.readBy(encoded.lessons).#recall(readings, encoded.question)
      : this.#recall(readings, null);
  }

  #recall(readings: readonly string[], encoded: Float32Array | null): Recall {
    const learnt = this.#learnt ?? this.#learnNow();
    const all = readings.map((reading) => {
      const words = wordsOf(reading, this.language);
      return {
        likeness: learnt.spelt.likenessTo(spellingOf(reading, words)),
        apart: setApart(this.#directionsOf(words, encoded), learnt.middles),
      };
    });
    // What they say is a sum over likenesses, so that the mean of these says the mean.
    const likeness = mean(all.map((one) => one.likeness));
    const apart = mean(all.map((one) => one.apart));
    const said = new Map<string, number>();
    let most = { teaching: UNSAID, strength: Number.NEGATIVE_INFINITY };
    for (const { teaching, weights, meaning } of learnt.support) {
      let spelling = 0;
      for (let i = 0; i < weights.length; i++) spelling += (weights[i] ?? 0) * (likeness[i] ?? 0);
      const strength = LESSONS.spelling * spelling + dotProduct(apart, meaning);
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

  /**
   * Learns in small steps, for a process that has others to answer meanwhile; a question that comes meanwhile takes the
   * rest at once. The whole takes time that grows with the lessons’ number: half a second for 3,160, and as much again for the encoder’s view of them.
   */
  *learnInSteps(): Generator<undefined, void> {
    while (!this.#step()) yield;
  }

  /** Learns a little more. @returns null until all is learnt */
  #step(): Learnt | null {
    if (this.#learnt) return this.#learnt;
    this.#steps ??= this.#learn();
    const step = this.#steps.next();
    if (step.done) this.#learnt = step.value;
    return this.#learnt;
  }

  #learnNow(): Learnt {
    for (;;) {
      const learnt = this.#step();
      if (learnt) return learnt;
    }
  }

  *#learn(): Generator<undefined, Learnt> {
    const spelt = new SpellingIndex();
    const directions: Float32Array[][] = [];
    for (const [i, { question }] of this.lessons.entries()) {
      const words = wordsOf(question, this.language);
      spelt.add(spellingOf(question, words));
      directions.push(this.#directionsOf(words, this.encoded?.[i] ?? null));
      yield;
    }
    yield* spelt.weighInSteps();
    const middles = middlesOf(directions);
    const meant: Float32Array[] = [];
    for (const own of directions) {
      meant.push(setApart(own, middles));
      yield;
    }
    return { spelt, middles, support: yield* this.#supportOf(spelt, meant) };
  }

  *#supportOf(spelt: SpellingIndex, meant: readonly Float32Array[]): Generator<undefined, Support[]> {
    const rights = new Map<string, { teaching: Teaching; right: Float64Array }>();
    for (const [i, { paragraph, sentence }] of this.lessons.entries()) {
      const teaching = { paragraph, sentence };
      const known = rights.get(keyOf(teaching)) ?? { teaching, right: new Float64Array(meant.length) };
      known.right[i] = 1;
      rights.set(keyOf(teaching), known);
    }
    const all = [...rights.values()];
    const likeness = likenessOf(spelt, LESSONS.spelling, meant, this.ridge, all.length);
    const answers = yield* solveInSteps(
      likeness,
      all.map(({ right }) => right),
    );
    const support: Support[] = [];
    for (const [i, { teaching }] of all.entries()) {
      const weights = answers[i] ?? new Float64Array();
      support.push({ teaching, weights, meaning: weighedSum(meant, weights) });
      yield;
    }
    return support;
  }

  /** Where a question points by each measure of meaning: by its words and, where it was read, by the encoder. */
  #directionsOf(words: readonly Token[], encoded: Float32Array | null): Float32Array[] {
    const byWords = this.vectors?.sentenceVector(words.map(({ word }) => word)) ?? new Float32Array();
    return encoded ? [byWords, encoded] : [byWords];
  }
}

/** Of vectors that are as long as the first. */
function mean(vectors: readonly ArrayLike<number>[]): Float32Array {
  return Float32Array.from(
    vectors[0] ?? [],
    (_, i) => vectors.reduce((sum, vector) => sum + (vector[i] ?? 0), 0) / vectors.length,
  );
}

/** The sum of what the lessons mean, each by its weight. */
function weighedSum(meant: readonly Float32Array[], weights: Float64Array): Float32Array {
  const sum = new Float64Array(meant[0]?.length ?? 0);
  for (const [lesson, own] of meant.entries()) {
    const weight = weights[lesson] ?? 0;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + weight * (own[i] ?? 0);
  }
  return Float32Array.from(sum);
}

/**
 * What sets a question apart from all lessons, by each measure a direction, one behind the other: the dot product of two
 * is how near they are in meaning.
 */
function setApart(directions: readonly Float32Array[], middles: readonly Float32Array[]): Float32Array {
  const apart = new Float32Array(middles.reduce((sum, { length }) => sum + length, 0));
  let from = 0;
  for (const [measure, middle] of middles.entries()) {
    const own = apart.subarray(from, from + middle.length);
    from += middle.length;
    const direction = directions[measure];
    let square = 0;
    for (let i = 0; i < own.length; i++) {
      const value = (direction?.[i] ?? 0) - (middle[i] ?? 0);
      own[i] = value;
      square += value * value;
    }
    const factor = Math.sqrt(MEASURES[measure] ?? 1) / (Math.sqrt(square) || 1);
    for (let i = 0; i < own.length; i++) own[i] = (own[i] ?? 0) * factor;
  }
  return apart;
}

/** How much each measure of meaning counts. */
const MEASURES = [1, LESSONS.encoded];

/** By each measure the mean of the lessons’ directions, drawn to nothing where there are only a few. */
function middlesOf(directions: readonly (readonly Float32Array[])[]): Float32Array[] {
  return (directions[0] ?? []).map(({ length }, measure) => {
    const sum = new Float32Array(length);
    for (const own of directions) {
      const direction = own[measure];
      for (let i = 0; i < length; i++) sum[i] = (sum[i] ?? 0) + (direction?.[i] ?? 0);
    }
    return sum.map((value) => value / (directions.length + LESSONS.fewLessons));
  });
}
