import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read-article.js';
import { readSource } from '../../src/import/read-source.js';
import { PDF_LAYOUTS, TEXT_LAYOUTS, WORD_LAYOUTS } from './document-layouts.js';
import { complete, describeArticle, type Layout } from './layout.js';
import { PAGE_LAYOUTS } from './page-layouts.js';

async function importLayout({ file, bytes }: Layout) {
  const outcome = await readSource({ name: file, bytes: bytes(), contentType: null, url: null });
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome;
}

describe.each([
  ['a page', PAGE_LAYOUTS],
  ['a PDF', PDF_LAYOUTS],
  ['a Word file', WORD_LAYOUTS],
  ['a text', TEXT_LAYOUTS],
])('%s is read as a person would read it', (_, layouts) => {
  it.each(layouts)('$name', async (layout) => {
    const { article } = await importLayout(layout);

    expect(describeArticle(article, layout.expected)).toEqual(complete(layout.expected));
  });

  it.each(layouts)('$name: the file that is made of it reads the same', async (layout) => {
    const { article, markdown, faults } = await importLayout(layout);

    const again = readArticle({ name: `${article.id}.md`, bytes: Buffer.from(markdown) });

    expect(again.article).toEqual(article);
    expect([faults, again.faults]).toEqual([[], []]);
  });
});
