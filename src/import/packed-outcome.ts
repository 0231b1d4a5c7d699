import { type PackedArticle, packArticle, unpackArticle } from '../article/packed-article.js';
import type { ImportOutcome } from './import-messages.js';

/** What an import comes to, on its way between threads. */
export type PackedOutcome =
  | (Omit<Extract<ImportOutcome, { kind: 'imported' }>, 'article'> & { readonly article: PackedArticle })
  | Extract<ImportOutcome, { kind: 'refused' }>;

/** The outcome as it goes to another thread. */
export function packOutcome(outcome: ImportOutcome): PackedOutcome {
  return outcome.kind === 'refused' ? outcome : { ...outcome, article: packArticle(outcome.article) };
}

/** The outcome as it was before it was packed. */
export async function unpackOutcome(outcome: PackedOutcome): Promise<ImportOutcome> {
  return outcome.kind === 'refused' ? outcome : { ...outcome, article: await unpackArticle(outcome.article) };
}
