import type { Lesson } from './lesson.js';

/**
 * What an article is, once read. Everything downstream (engine, bot, command line) works on these
 * types alone and never on a file.
 */

/** A verbatim piece of a paragraph: `paragraph.text.slice(start, end) === text`. */
export interface Sentence {
  /** Number of the paragraph it stands in, from 1. */
  readonly paragraph: number;
  /** Its place in that paragraph, from 0. */
  readonly index: number;
  /** Offset of its first UTF-16 unit in the paragraph's text. */
  readonly start: number;
  /** Offset behind its last UTF-16 unit. Between two sentences there is only white space. */
  readonly end: number;
  readonly text: string;
}

export interface Paragraph {
  /** From 1; headings are not counted. */
  readonly number: number;
  /** As the author wrote it, soft line breaks turned into spaces and inline Markdown taken off. */
  readonly text: string;
  /** The nearest heading above it, or null. */
  readonly heading: string | null;
  readonly sentences: readonly Sentence[];
}

export interface Article {
  /** The file name without its ending: unique in a corpus. */
  readonly id: string;
  /** Ten base64url characters of the SHA-256 of the file: changes whenever the article does. */
  readonly version: string;
  readonly title: string;
  readonly author: string | null;
  readonly editors: readonly string[];
  /** The publisher or, for wire copy, the agency. */
  readonly publisher: string | null;
  /** The dateline's place. */
  readonly place: string | null;
  /** `YYYY-MM-DD` (or `YYYY-MM`, `YYYY`). */
  readonly published: string | null;
  /** An http(s) address. */
  readonly url: string | null;
  /** BCP 47 tag; `en` when not stated. */
  readonly language: string;
  /** May its whole text be shown? Where not, its sentences are quoted one at a time. */
  readonly redistributable: boolean;
  /** A name in the text → other ways people say it. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** Questions whose answers the author points to. */
  readonly lessons: readonly Lesson[];
  readonly paragraphs: readonly Paragraph[];
}
