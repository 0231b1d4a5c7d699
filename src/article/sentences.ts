import { segment } from 'sentencex';
import { MAX_SEGMENTED_LENGTH, MAX_SENTENCE_LENGTH, MAX_WHOLE_QUOTATION_LENGTH } from './limits.js';
import { findQuoted } from './quoted-ranges.js';
import { isMissedBoundary } from './sentence-breaks.js';
import { isFalseBoundary, lastAbbreviation } from './sentence-joins.js';
import { LEADING_ON, TITLES } from './sentence-words.js';
import { COMMA, cutsOf, FULL_STOP, SEMICOLON } from './split-long.js';

/** A half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The sentences of a paragraph, as ranges into its text, in order. Between, before and behind them is
 * only white space, so that they and the gaps make up the paragraph. A line break ends a sentence; none is
 * longer than `MAX_SENTENCE_LENGTH` or without a letter or number, unless the whole text has none.
 *
 * sentencex finds the sentences; the rules of `sentence-joins.ts` and `sentence-breaks.ts` mend what it
 * gets wrong. Deterministic, and never throws, whatever the text and the language.
 */
export function splitSentences(text: string, language: string): readonly Span[] {
  const subtag = /^[a-z]{2,3}(?![a-z])/.exec(language.toLowerCase())?.[0] ?? 'en';
  const spans = stretchesOf(text).flatMap((line) =>
    splitLine(text.slice(line.start, line.end), subtag).map((span) => shifted(span, line.start)),
  );
  return absorbWordless(text, spans).flatMap((span) => splitLong(text, span));
}

/** The lines of a text, very long ones in several pieces. */
function stretchesOf(text: string): Span[] {
  const breaks = [...text.matchAll(/\r\n|[\r\n\u2028\u2029]/g)].map((match) => match.index + match[0].length);
  return betweenCuts(text.length, breaks).flatMap((line) => {
    const cuts = cutsOf(text.slice(line.start, line.end), MAX_SEGMENTED_LENGTH, [FULL_STOP]);
    return betweenCuts(line.end - line.start, cuts).map((stretch) => shifted(stretch, line.start));
  });
}

function splitLine(line: string, language: string): Span[] {
  const joined = joinPieces(line, boundariesOf(line, language), language);
  const spans = betweenCuts(line.length, joined).flatMap((span) => splitPiece(line, span, language));
  return spans.map((span) => trimmed(line, span)).filter((span) => span.end > span.start);
}

/** Offsets at which sentencex starts a new sentence. It keeps every UTF-16 unit, though not its value. */
function boundariesOf(line: string, language: string): number[] {
  const pieces = segment(language, line);
  if (pieces.reduce((sum, piece) => sum + piece.length, 0) !== line.length) return [];
  const boundaries: number[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (at > 0) boundaries.push(pastNotes(line, at));
    at += piece.length;
  }
  return boundaries;
}

/** Moves a boundary behind closing marks and notes such as `[citation needed]` or `:121,154`. */
function pastNotes(line: string, boundary: number): number {
  const notes = /^(?:\s?\[[^\][]{1,40}\]|:\s?\d[\d,–-]*|[)\]”’»])+(?=\s|$)/u;
  return boundary + (notes.exec(line.slice(boundary, boundary + WINDOW))?.[0].length ?? 0);
}

function joinPieces(line: string, boundaries: readonly number[], language: string): number[] {
  const hasCapitals = /\p{Lu}/u.test(line);
  const kept: number[] = [];
  let start = 0;
  for (const boundary of boundaries) {
    if (boundary <= start) continue;
    const before = line.slice(Math.max(start, boundary - WINDOW), boundary).trimEnd();
    const rest = line.slice(boundary, boundary + WINDOW);
    const after = rest.trimStart();
    const spaced = rest !== after || before.length < Math.min(boundary - start, WINDOW);
    const isLower = !hasCapitals && /^\p{Ll}/u.test(after);
    if (after !== '' && !isLower && isFalseBoundary({ before, after, spaced, language })) continue;
    kept.push(boundary);
    start = boundary;
  }
  return kept;
}

/** Splits a piece where sentencex should have, and a long quotation at the sentences in it. */
function splitPiece(line: string, span: Span, language: string): Span[] {
  const piece = line.slice(span.start, span.end);
  const quoted = findQuoted(piece);
  const isLong = piece.length > MAX_WHOLE_QUOTATION_LENGTH;
  const cuts: number[] = [];
  for (const match of piece.matchAll(STOP)) {
    const behind = match.index + match[0].length;
    const stop = {
      before: piece.slice(Math.max(cuts.at(-1) ?? 0, behind - WINDOW), behind).trimEnd(),
      after: piece.slice(behind, behind + WINDOW),
      language,
    };
    if (stop.after === '') continue;
    if (quoted[behind] ? isLong && endsQuotedSentence(stop) : isMissedBoundary(stop)) cuts.push(behind);
  }
  return betweenCuts(piece.length, cuts).map((part) => shifted(part, span.start));
}

/** A sentence inside a quotation ends at a plain word, before a capital or behind an ideographic stop. */
function endsQuotedSentence({ before, after }: { before: string; after: string }): boolean {
  if (/[。！？]$/u.test(before)) return true;
  const abbreviation = lastAbbreviation(before);
  if (TITLES.has(abbreviation) || LEADING_ON.has(abbreviation)) return false;
  return /\p{Ll}{2}[.!?…]+$/u.test(before) && /^\p{Lu}/u.test(after);
}

/** Joins what has neither letter nor number to the sentence before it, or else behind it. */
function absorbWordless(text: string, spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  let lastHasWord = true;
  for (const span of spans) {
    const last = result.at(-1);
    const hasWord = /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end));
    if (last && !(hasWord && lastHasWord)) {
      result[result.length - 1] = { start: last.start, end: span.end };
      lastHasWord ||= hasWord;
    } else {
      result.push(span);
      lastHasWord = hasWord;
    }
  }
  return result;
}

function splitLong(text: string, span: Span): Span[] {
  if (span.end - span.start <= MAX_SENTENCE_LENGTH) return [span];
  const cuts = cutsOf(text.slice(span.start, span.end), MAX_SENTENCE_LENGTH, [SEMICOLON, COMMA]);
  return betweenCuts(span.end - span.start, cuts)
    .map((part) => trimmed(text, shifted(part, span.start)))
    .filter((part) => part.end > part.start);
}

function betweenCuts(length: number, cuts: readonly number[]): Span[] {
  const edges = [0, ...cuts, length];
  return edges.slice(1).map((end, i) => ({ start: edges[i] ?? 0, end }));
}

function shifted(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

function trimmed(text: string, span: Span): Span {
  const part = text.slice(span.start, span.end);
  const start = span.start + part.length - part.trimStart().length;
  return { start, end: Math.max(start, span.start + part.trimEnd().length) };
}

/** How much of the text around a boundary the rules look at: no abbreviation or name is longer. */
const WINDOW = 200;

const STOP = /(?:(?<![.!?…])[.!?…]+[\])”"’»“]*\s+|(?<![。！？])[。！？]+[”』」）》"]*\s*)/gu;
