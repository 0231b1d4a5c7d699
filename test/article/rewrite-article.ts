import type { Fault } from '../../src/article/fault.js';
import { type ArticleFile, readArticle } from '../../src/article/read-article.js';
import { writeArticle } from '../../src/article/write-article.js';

export type Rewritten =
  | { readonly ok: true; readonly id: string; readonly markdown: string; readonly faults: readonly Fault[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Turns a file that `readArticle` reads into the project's Markdown: front matter, then the paragraphs.
 * Read back it gives the same paragraphs, sentences and metadata. Faults that left the article readable
 * come along. Pure; never throws.
 */
export function rewriteArticle(file: ArticleFile): Rewritten {
  const { article, faults } = readArticle(file);
  return article
    ? { ok: true, id: article.id, markdown: writeArticle(article, article.paragraphs), faults }
    : { ok: false, faults };
}
