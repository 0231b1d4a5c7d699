/** What keeping many servers' articles ready may take. */

/**
 * Sentences of servers' own articles that are kept ready to be asked: some 7 kB each (bench/README.md), so about
 * 150 MB. Servers that were asked longest ago are let go for others; making an article of 100 sentences ready again
 * takes some 15 ms.
 */
export const MAX_READY_SENTENCES = 20_000;

/** What a server takes besides its sentences, in sentences: its own view of all words and articles. */
export const LIBRARY_OVERHEAD = 40;

/** How long a server's articles stay ready after the last question, in milliseconds. */
export const IDLE_MS = 15 * 60_000;

/** Articles of at most so many bytes in all are read at once, in some 20 ms; more of them in a thread. */
export const MAX_READ_AT_ONCE_BYTES = 40_000;

/**
 * Taught questions in the file of a server's own article that count, and in all its articles together. The time to learn
 * them grows with the cube of their number in an article: some 10 ms for 200, and nobody else is answered meanwhile.
 */
export const MAX_LESSONS_AN_ARTICLE = 200;
export const MAX_LESSONS_A_SERVER = 1_000;

/** How long the corpus folder must have been quiet before it is read again, in milliseconds. */
export const SETTLED_MS = 300;
