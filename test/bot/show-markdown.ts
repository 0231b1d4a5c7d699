/**
 * The characters a reader sees of Discord Markdown made of escapes and bold: a backslash shows the
 * character behind it unless that is a letter, a digit or white space; what is left of `**` is bold.
 */
export function showMarkdown(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])|\*\*/g, (_, escaped: string | undefined) => escaped ?? '');
}
