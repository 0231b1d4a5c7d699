import { MAX_QUESTION_LENGTH } from '../engine/limits.js';
import type { Passage } from '../engine/outcome.js';
import type { Library } from '../library/library.js';

/** Sentences of a message that are looked up: a long post is skimmed, not studied. */
const MAX_SENTENCES = 12;

/**
 * A runner-up bears on the text from this confidence on. Lower than what an answer needs: a message is
 * often about two things, and these passages are not shown as answers.
 */
const BEARING_CONFIDENCE = 0.2;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** What of the text is looked up: all of it, then its sentences one by one. */
function split(text: string): string[] {
  const parts = Array.from(sentences.segment(text), ({ segment }) => segment.trim()).filter((part) => part);
  const whole = text.length <= MAX_QUESTION_LENGTH ? [text] : [];
  const all = [...whole, ...parts.slice(0, MAX_SENTENCES).map((part) => part.slice(0, MAX_QUESTION_LENGTH))];
  return [...new Set(all)];
}

/** What one lookup found that bears on it. */
async function bearing({ engine, encoder }: Library, text: string): Promise<readonly Passage[]> {
  const outcome = engine.ask(text, { encoding: await encoder?.read(text, engine.articles) });
  if (outcome.kind === 'answered') {
    return [outcome.answer, ...outcome.others.filter((passage) => passage.confidence >= BEARING_CONFIDENCE)];
  }
  return [];
}

/**
 * The passages that bear on a text which need not be a question: what the engine answers with when it is
 * asked the text and each of its first sentences.
 * @param limit most passages returned
 * @returns best first, each once; empty when nothing bears on it.
 */
export async function findPassages(library: Library, text: string, limit: number): Promise<Passage[]> {
  const found = new Map<string, Passage>();
  for (const part of split(text)) {
    for (const passage of await bearing(library, part)) {
      const key = JSON.stringify([
        passage.article.id,
        passage.paragraph,
        passage.sentence?.index ?? passage.text,
      ]);
      const known = found.get(key);
      if (!known || known.confidence < passage.confidence) found.set(key, passage);
    }
  }
  return [...found.values()].sort((a, b) => b.confidence - a.confidence).slice(0, limit);
}
