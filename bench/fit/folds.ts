import { createHash } from 'node:crypto';
import type { QuestionSet } from '../question-sets.js';

/** Parts that the articles of a fitting half are dealt to, so that a question is judged by what never saw its article. */
export const FOLDS = 6;

/**
 * Article id → its fold, from 0: dealt round in the order of the ids' hashes. Each set is dealt for itself, but
 * translations with what they are translations of.
 */
export function foldsOf({ articles, dealtWith }: QuestionSet): ReadonlyMap<string, number> {
  const ids = dealtWith ?? articles.map(({ id }) => id);
  const sorted = ids.toSorted((a, b) => (sha256(a) < sha256(b) ? -1 : 1));
  return new Map(sorted.map((id, i) => [id, i % FOLDS]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
