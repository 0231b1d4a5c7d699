/** The chance to go on to a similar sentence rather than to begin anew: less than LexRank's 0.85, so that the beginning counts. */
const DAMPING = 0.7;
const ROUNDS = 60;
/** A beginning anew falls on the sentence in place n with a weight of 1 / n to this power: authors begin with what counts. */
const POSITION_PRIOR = 0.5;
/** Sentences that are compared with each other: comparing takes time that grows with the square of their number. */
const MOST_COMPARED = 1_500;

export interface Centralities {
  /** One a sentence, above 0: their sum is 1. */
  readonly scores: Float64Array;
  /** 0 to 1: how much two sentences share. */
  similarity(a: number, b: number): number;
}

/**
 * How central each sentence is to its text: continuous LexRank (Erkan and Radev, 2004), where the random walk goes from
 * sentence to sentence by the cosine of their TF-IDF vectors, and begins anew by a prior that falls with the place.
 * @param sentences the content terms of each, in order; those behind the first 1,500 are not central
 */
export function centralities(sentences: readonly (readonly string[])[]): Centralities {
  const vectors = weigh(sentences.slice(0, MOST_COMPARED));
  const size = vectors.length;
  const similarity = (a: number, b: number) => cosine(vectors[a], vectors[b]);
  const matrix = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      const alike = similarity(a, b);
      matrix[a * size + b] = alike;
      matrix[b * size + a] = alike;
    }
  }
  const degrees = Float64Array.from({ length: size }, (_, a) =>
    matrix.subarray(a * size, (a + 1) * size).reduce((sum, alike) => sum + alike, 0),
  );
  const prior = Float64Array.from({ length: size }, (_, place) => (place + 1) ** -POSITION_PRIOR);
  const whole = prior.reduce((sum, share) => sum + share, 0);
  const start = prior.map((share) => share / whole);
  const scores = new Float64Array(sentences.length);
  scores.set(start);
  for (let round = 0; round < ROUNDS; round++) {
    const next = start.map((share) => (1 - DAMPING) * share);
    for (let a = 0; a < size; a++) {
      const passed = DAMPING * (scores[a] ?? 0);
      const degree = degrees[a] ?? 0;
      for (let b = 0; b < size; b++) {
        const share = degree === 0 ? (start[b] ?? 0) : (matrix[a * size + b] ?? 0) / degree;
        next[b] = (next[b] ?? 0) + passed * share;
      }
    }
    scores.set(next);
  }
  return { scores, similarity };
}

function weigh(sentences: readonly (readonly string[])[]): Map<string, number>[] {
  const frequency = new Map<string, number>();
  for (const terms of sentences) {
    for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  return sentences.map((terms) => {
    const weights = new Map<string, number>();
    for (const term of terms) {
      const rarity = Math.log((sentences.length + 1) / (frequency.get(term) ?? 1));
      weights.set(term, (weights.get(term) ?? 0) + rarity);
    }
    const length = Math.hypot(...weights.values()) || 1;
    for (const [term, weight] of weights) weights.set(term, weight / length);
    return weights;
  });
}

function cosine(
  a: ReadonlyMap<string, number> = new Map(),
  b: ReadonlyMap<string, number> = new Map(),
): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}
