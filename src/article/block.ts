/** A stretch of an article between blank lines, before it becomes a numbered paragraph. */
export interface Block {
  /** As a reader sees it; `\n` only between list items, table rows and forced lines. Never empty. */
  readonly text: string;
  /** The nearest heading above it, or null. */
  readonly heading: string | null;
}
