/** Every bound the reading of articles keeps, in one place. Lengths are in UTF-16 units. */

/**
 * A file larger than this is refused unread. The longest novels come to about 3 MB of text, a long
 * magazine piece to 100 kB: 2 MB is far above any article and still reads in about a second.
 */
export const MAX_FILE_BYTES = 2_000_000;

/** More articles than this in a folder are a mistake (a home directory, say), not a corpus. */
export const MAX_FILES = 10_000;

/** An id is a choice's value and part of a button's id in Discord, which end at 100 characters. */
export const MAX_ID_LENGTH = 64;

/** `MAX_LESSONS` questions of some 50 characters. The most hostile YAML of this length was read in three seconds. */
export const MAX_FRONT_MATTER_LENGTH = 300_000;

/** Discord's embed titles end at 256 characters. */
export const MAX_TITLE_LENGTH = 250;

/** For author, publisher and place. */
export const MAX_NAME_LENGTH = 200;

export const MAX_EDITORS = 20;

/** Browsers take longer addresses, Discord's links hardly. */
export const MAX_URL_LENGTH = 1_000;

/** How many names may have aliases, and how many each. */
export const MAX_ALIASED_NAMES = 200;
export const MAX_ALIASES_PER_NAME = 30;
export const MAX_ALIAS_LENGTH = 100;

/** Learning from lessons takes time that grows with their number: some two seconds for this many. */
export const MAX_LESSONS = 5_000;
export const MAX_LESSON_LENGTH = 200;

/**
 * A longer sentence is cut at a semicolon, a comma or a space, so that a quote with its citation
 * always fits one Discord message (2,000 characters). The longest of 5,700 real sentences
 * measured has 845.
 */
export const MAX_SENTENCE_LENGTH = 1_500;

/**
 * A quotation of several sentences is one sentence as long as it is no longer than this; a longer
 * one is split, though its quotation marks are then apart.
 */
export const MAX_WHOLE_QUOTATION_LENGTH = 300;

/**
 * The Markdown parser's time grows with the square of the markers in a run of text, so a run with
 * more of them than this is left as it is typed. Real paragraphs have a few dozen.
 */
export const MAX_INLINE_MARKERS = 300;

/**
 * sentencex's time grows with the square of a line's full stops, so a longer line is handed to it in
 * stretches that end with a sentence.
 */
export const MAX_SEGMENTED_LENGTH = 5_000;

/** A title made from the first sentence of a wire story is cut at a word before this. */
export const MAX_DERIVED_TITLE_LENGTH = 80;

/** Of the part behind `:~:text=`, percent-encoded; Discord's button links end at 512 characters. */
export const MAX_TEXT_FRAGMENT_LENGTH = 240;
