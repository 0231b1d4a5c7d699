import { toUSVString } from 'node:util';

/** Longer than nearly all questions, short enough for an index. */
const MAX_FOLDED_LENGTH = 200;

/**
 * A question without what people write differently each time: letter case, punctuation, white space. What
 * folds to the same is counted as the same question. At most 200 characters; never empty.
 */
export function foldQuestion(question: string): string {
  const words = question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return toUSVString((words === '' ? question : words).slice(0, MAX_FOLDED_LENGTH));
}
