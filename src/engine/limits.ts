/** Bounds of the engine: none of them tunes a ranking, each keeps time or size in hand. */

/** UTF-16 units; Discord's own limit for a message is 2,000 and nobody asks in more than a few lines. */
export const MAX_QUESTION_LENGTH = 1_000;

/** Content words of a question that are looked at; the rest of a rambling one is ignored. */
export const MAX_QUESTION_TERMS = 40;

/** Sentences that are ranked by every signal; in a larger scope the best by BM25 come first. */
export const MAX_RANKED_SENTENCES = 200;

/** Passages returned when the caller does not say how many. */
export const DEFAULT_TOP = 5;

/** How long an article is made ready at a stretch while others wait to be answered, in milliseconds. */
export const BEFORE_PAUSE_MS = 5;

/** Sentences that are read together with a question, the nearest by the encoder; some 70 µs each. */
export const MAX_COMPARED = 64;
