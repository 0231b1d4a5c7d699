import { FITTED } from './fitted-weights.js';

/** Numbers that tune how a question is read. All are 0..1 unless they say otherwise. */
export const QUERY_WEIGHTS = {
  /** An exponent: how fast a repair loses worth as it looks less like what was typed. */
  repairSharpness: 1.5,
  /** How many words, by frequency, count as common: one of them is hardly a slip. */
  commonWords: 20_000,
  /** What a repair is worth where the word typed is a common one. */
  repairOfWord: 0.5,
  /** A repair as near as that (`discus`, `discuss`) is never doubted. */
  nearlySame: 0.9,
  /** A word found as two. */
  splitWord: 0.9,
  /** Of a word that begins or ends alike, against its likeness: 0.5 to 0.9 do equally well (German, Spanish, Russian). */
  relative: 0.7,
  /** A name found by another way of saying it. */
  alias: 0.95,
  /** What a number in words weighs, against the same in digits: "the two heads" are the heads. */
  numberWord: 0.5,
  /** What a word weighs that a follow-up leaves unsaid, against one that it says. */
  carried: 0.5,
};

/**
 * When two words mean the same, by the cosine of their vectors. Chosen by cross-validation on the fitting
 * halves beside three powers of the cosine, which did no better.
 */
export const SOFT_MATCH = {
  /** The cosine that counts half. */
  middle: 0.5,
  /** Of the logistic curve through it. */
  steepness: 12,
};

/**
 * Six sets of weights: for where only words are compared, for where word vectors tell what they mean, and for where a
 * sentence encoder does as well; in English, and in other languages, where a glossary tells what words mean in English.
 */
export type FittedName = 'words' | 'meaning' | 'encoder' | 'other' | 'glossed' | 'glossedEncoder';

/** What fitting the ranking comes to. Positive speaks for a sentence. */
export interface FittedWeights {
  /** What each signal of `signals.ts` adds to a sentence's score, times its value. */
  readonly signals: Readonly<Record<string, number>>;
}

/** What fitting the decision comes to: the log-odds that the best sentence is right are `scale` × trees + `bias`. */
export interface FittedDecision {
  readonly scale: number;
  readonly bias: number;
  /** As `BoostedTrees` reads them; features are places in `GROUND_NAMES`. */
  readonly trees: readonly string[];
}

/**
 * Weights set by hand, because the questions that are fitted to do not tell: hardly any is "who is X". There the
 * first mention outweighs all else. Only one article has lessons: where one at a time of
 * 208 was left out, 6, 10 and 14 found the right sentence for 72.5, 75.2 and 76.5 %, and 14 did no harm where one to
 * ten lessons taught something else.
 * What was quoted before a follow-up draws by 3: of 2 to 4 the best, by a hair, on the fitting dialogues.
 */
export const HAND_SET_SIGNAL_WEIGHTS: Readonly<Record<string, number>> = {
  introduction: 6,
  taught: 14,
  'quoted before': 3,
};

/** What ranks. */
export const WEIGHTS: Readonly<Record<FittedName, FittedWeights>> = {
  words: withHandSet(FITTED.words),
  meaning: withHandSet(FITTED.meaning),
  encoder: withHandSet(FITTED.encoder),
  other: withHandSet(FITTED.other),
  glossed: withHandSet(FITTED.glossed),
  glossedEncoder: withHandSet(FITTED.glossedEncoder),
};

function withHandSet(fitted: FittedWeights): FittedWeights {
  return { signals: { ...fitted.signals, ...HAND_SET_SIGNAL_WEIGHTS } };
}

/** How lessons are learnt from. Chosen by leaving out one lesson at a time, on the fitting half about the shipped article. */
export const LESSONS = {
  /** How much likeness in spelling counts against one of meaning; 1 and 2 do equally well within a point. */
  spelling: 2,
  /**
   * How much likeness by the sentence encoder counts against one by word vectors, where it has read the lessons: by them alone
   * 96.1 % of the fitting half about the shipped article are right, 95.5 without it, and what is not said is told apart in 0.940 and
   * 0.893; at 2 96.8 and 0.936.
   */
  encoded: 1,
  /**
   * What is added to each lesson's likeness to itself: more is more forgiving of lessons that contradict each other.
   * An article's own are many. Of 996, where those like the one asked were held out, 75.5 % of the shipped article's were right
   * by 1 and 74.2 by 0.3, and what is not said was told apart in 0.844 and 0.827 of pairs; of 3,642, 0.940 and, by 0.5, 0.932. A moderator's few are to be
   * taken at their word.
   */
  ridge: { author: 1, moderator: 0.3 },
  /** So many lessons draw half as much on what they mean together as a great many do. */
  fewLessons: 10,
  /** What is recalled by less says nothing: a few lessons must not draw questions that are only on their topic. */
  least: 0.1,
  /** From here on a moderator's lesson decides alone: the same question in other words. */
  same: 0.5,
};

/** From where on an answer is shown, and what it is called when it is not. */
export const DECISION = {
  /**
   * Answers below this confidence are not shown, by what they were ranked with. Of the fitting half about members,
   * cross-validated, four in five of the right answers are shown without the encoder, and some one in four questions without
   * an answer is answered. With it these are 81 and 8 %; at 0.25 they would be 84 and 11, at 0.2 88 and 14, at 0.5 65 and 3. In other
   * languages, by a glossary and the encoder, 70 and 14 % in German, 70 and 16 in Spanish, 72 and 19 in Russian, 59 and 23
   * in Chinese.
   */
  threshold: {
    words: 0.3,
    meaning: 0.25,
    encoder: 0.3,
    other: 0.3,
    glossed: 0.35,
    glossedEncoder: 0.35,
  } satisfies Record<FittedName, number>,
  /**
   * What is left of the confidence where a price or a count is asked for and the sentence names none: set by hand,
   * because too few of the questions that are fitted to ask for one. On the fitting halves it hides 2 right
   * answers and 4 wrong ones.
   */
  withoutNumber: 0.5,
  /** The same where a year or another number is all that question and sentence share: set by hand, hardly any is so. */
  onlyNumber: 0.3,
  /** Confidence of an answer from the metadata: 44 of 45 were right on the fitting halves. */
  metadata: 0.97,
  /**
   * Another article's answer is shown too from this share of the best one's confidence on. On the fitting half about
   * members, with 18 unlike articles asked together, two are shown with 24 of 467 answers.
   */
  otherArticle: 0.8,
  /** From this share of the question on, words that the article lacks are named as the reason. */
  keyWordShare: 0.3,
};
