import { glossaryOf } from './glossary-of.js';
import type { WordVectors } from './word-vectors.js';

const made = new WeakMap<WordVectors, Map<string, WordVectors | null>>();

/**
 * Word vectors for a language: English ones, or these read by what its words mean in English.
 * @returns null where the language has no glossary; the same object whenever it is asked for
 */
export function vectorsIn(code: string, english: WordVectors | null): WordVectors | null {
  if (!english || code === 'en') return english;
  const known = made.get(english) ?? new Map<string, WordVectors | null>();
  made.set(english, known);
  const vectors = known.get(code);
  if (vectors !== undefined) return vectors;
  const glossary = glossaryOf(code);
  const read = glossary && english.readBy((word) => rowsOfGloss(glossary.glossOf(word), english));
  known.set(code, read);
  return read;
}

/** The rows of its words, the one that tells most first. */
function rowsOfGloss(gloss: string | null, english: WordVectors): number[] {
  const words = gloss?.toLowerCase().split(/[^a-z0-9]+/) ?? [];
  return words
    .filter((word) => word !== '')
    .flatMap((word) => english.rowsOf(word))
    .sort((a, b) => english.weight(b) - english.weight(a));
}
