/** Numbers that tune how a question is read. All are 0..1 unless they say otherwise. */
export const QUERY_WEIGHTS = {
  /** An exponent: how fast a repair loses worth as it looks less like what was typed. */
  repairSharpness: 1.5,
  /** A word found as two. */
  splitWord: 0.9,
  /** A name found by another way of saying it. */
  alias: 0.95,
  /** What a word that no sentence holds weighs, against the rarest one that one holds. */
  unknownWord: 1,
};

/** How much each signal of `signals.ts` speaks for (or, below 0, against) a sentence. */
export const SIGNAL_WEIGHTS: Readonly<Record<string, number>> = {
  coverage: 6,
  density: 2,
  phrase: 1,
  nearness: 1,
  paragraph: 2,
  before: 0.5,
  'answer:person': 0.7,
  'answer:date': 0.7,
  'answer:place': 0.7,
  'answer:number': 0.7,
  'answer:money': 0.7,
  'answer:duration': 0.7,
  'answer:reason': 0.7,
};

/** How sure the grounds of `decide.ts` make it, and from where on an answer is shown. */
export const DECISION = {
  bias: -2,
  weights: { coverage: 5, unknown: -2 } as Readonly<Record<string, number>>,
  /** Answers below this confidence are not shown. */
  threshold: 0.5,
  /** Confidence of an answer from the metadata: the share of them that were right. */
  metadata: 0.95,
  /** From this share of the question on, words that the article lacks are named as the reason. */
  keyWordShare: 0.3,
};
