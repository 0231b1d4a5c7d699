/** How much a server may keep. */
export interface ArticleLimits {
  readonly articles: number;
  /** Of all its articles' sources. */
  readonly bytes: number;
}

/** Unless the operator says otherwise. */
export const ARTICLE_LIMITS: ArticleLimits = { articles: 500, bytes: 5_000_000 };
