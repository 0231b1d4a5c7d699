import type { Block } from '../article/block.js';

/** What a file says of its article, as found there: not yet checked. What it does not say is null. */
export interface Findings {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** In any notation. */
  readonly published: string | null;
  readonly language: string | null;
  readonly url: string | null;
}

export const NO_FINDINGS: Findings = {
  title: null,
  author: null,
  publisher: null,
  published: null,
  language: null,
  url: null,
};

/** What a reader of HTML, PDF or Word makes of a file. */
export type Reading =
  | { readonly kind: 'read'; readonly findings: Findings; readonly blocks: readonly Block[] }
  /** `reason` is for the user. */
  | { readonly kind: 'refused'; readonly reason: string };
