import type { Article } from '../article/article.js';
import type { Fault } from '../article/fault.js';

/** A file for the reading thread; its bytes are moved there, not copied. */
export interface ImportJob {
  /** The file's name, or the last part of its address; the article's id is made from it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As the server or Discord states it, with its parameters. */
  readonly contentType: string | null;
  /** Where the article can be found; recorded as its `url`. */
  readonly url: string | null;
}

/** What an import comes to. */
export type ImportOutcome =
  | {
      readonly kind: 'imported';
      /** An article file: front matter, then the paragraphs. */
      readonly markdown: string;
      /** What `readArticle` makes of that file. */
      readonly article: Article;
      readonly faults: readonly Fault[];
    }
  /** `reason` is for the user: what happened and what to try, plain text without Markdown. */
  | { readonly kind: 'refused'; readonly reason: string };

/** An expected end without an article. */
export function refuse(reason: string): ImportOutcome & { readonly kind: 'refused' } {
  return { kind: 'refused', reason };
}
