/** An article of a server's own, as far as it is known without its text. */
export interface KeptArticle {
  /** Unique in its server; as the id of an article's file. */
  readonly id: string;
  /** As `Article.version`: changes whenever the text does. */
  readonly version: string;
  readonly title: string;
  /** Of its source, in UTF-8. */
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly addedAt: number;
}

/** With its text: the Markdown of an article's file, front matter included. */
export interface ArticleSource extends KeptArticle {
  readonly source: string;
}
