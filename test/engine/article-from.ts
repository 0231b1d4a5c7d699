import type { Article } from '../../src/article/article.js';
import { readArticle } from '../../src/article/read-article.js';

/** An article from Markdown without front matter, for tests that care about the text alone. */
export function articleFrom(
  text: string,
  options: { id?: string; language?: string; front?: string } = {},
): Article {
  const front = [
    `title: ${options.id ?? 'A test'}`,
    `language: ${options.language ?? 'en'}`,
    options.front ?? '',
  ];
  const markdown = `---\n${front.filter(Boolean).join('\n')}\n---\n\n${text}\n`;
  const { article, faults } = readArticle({
    name: `${options.id ?? 'test'}.md`,
    bytes: new TextEncoder().encode(markdown),
  });
  if (!article || faults.length > 0) throw new Error(`The fixture is faulty: ${JSON.stringify(faults)}`);
  return article;
}
