import { FITTED_BIAS, FITTED_GROUND_WEIGHTS, FITTED_SIGNAL_WEIGHTS } from './fitted-weights.js';

/** Numbers that tune how a question is read. All are 0..1 unless they say otherwise. */
export const QUERY_WEIGHTS = {
  /** An exponent: how fast a repair loses worth as it looks less like what was typed. */
  repairSharpness: 1.5,
  /** A word found as two. */
  splitWord: 0.9,
  /** A name found by another way of saying it. */
  alias: 0.95,
  /** What a number in words weighs, against the same in digits: "the two heads" are the heads. */
  numberWord: 0.5,
  /** What a word that no sentence holds weighs, against the rarest one that one holds. */
  unknownWord: 1,
};

/**
 * Weights set by hand, because the questions that are fitted to do not tell: hardly any is "who is X". There a
 * first mention is worth about what a whole question's coverage is.
 */
export const HAND_SET_SIGNAL_WEIGHTS: Readonly<Record<string, number>> = { introduction: 3 };

/** How much each signal of `signals.ts` speaks for (or, below 0, against) a sentence. */
export const SIGNAL_WEIGHTS: Readonly<Record<string, number>> = {
  ...FITTED_SIGNAL_WEIGHTS,
  ...HAND_SET_SIGNAL_WEIGHTS,
};

/** How sure the grounds of `decide.ts` make it, and from where on an answer is shown. */
export const DECISION = {
  bias: FITTED_BIAS,
  weights: FITTED_GROUND_WEIGHTS,
  /** Answers below this confidence are not shown. */
  threshold: 0.3,
  /** Confidence of an answer from the metadata: the share of them that were right. */
  metadata: 0.95,
  /** From this share of the question on, words that the article lacks are named as the reason. */
  keyWordShare: 0.3,
};
