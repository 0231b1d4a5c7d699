import { createHash } from 'node:crypto';

/** Parts that the articles of a fitting half are dealt to, so that a question is judged by what never saw its article. */
export const FOLDS = 6;

/** Article id → its fold, from 0: dealt round in the order of the ids' hashes. Each set is dealt for itself. */
export function foldsOf(articleIds: readonly string[]): ReadonlyMap<string, number> {
  const sorted = articleIds.toSorted((a, b) => (sha256(a) < sha256(b) ? -1 : 1));
  return new Map(sorted.map((id, i) => [id, i % FOLDS]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
