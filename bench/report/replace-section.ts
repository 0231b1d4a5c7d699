/**
 * Puts text between a section's two markers, `<!-- NAME -->` and `<!-- /NAME -->`.
 * @throws Error when the document lacks them
 */
export function replaceSection(document: string, name: string, text: string): string {
  const open = `<!-- ${name} -->`;
  const close = `<!-- /${name} -->`;
  const from = document.indexOf(open);
  const to = document.indexOf(close);
  if (from < 0 || to < from) throw new Error(`There is no ${open} followed by ${close} to write between.`);
  return `${document.slice(0, from + open.length)}\n\n${text}\n\n${document.slice(to)}`;
}
