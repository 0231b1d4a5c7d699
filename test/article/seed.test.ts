import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { metadataLines } from '../../src/article/metadata.js';
import { readArticle } from '../../src/article/read-article.js';
import { rewriteArticle } from './rewrite-article.js';

const SEED = fileURLToPath(new URL('../../../shared/seed/article.txt', import.meta.url));

/** The wire story that the shipped article retells; it is not part of the project. */
describe.runIf(existsSync(SEED))('the original wire story', () => {
  const read = () => readArticle({ name: 'article.txt', bytes: readFileSync(SEED) });

  it('loads unchanged, with its nine paragraphs', () => {
    const { article, faults } = read();

    const lines = readFileSync(SEED, 'utf8').trim().split('\n');
    expect(faults).toEqual([]);
    expect(article?.paragraphs.map((paragraph) => paragraph.text)).toEqual(lines.slice(1, -1));
    expect(article?.paragraphs).toHaveLength(9);
    expect(article?.paragraphs.map((paragraph) => paragraph.sentences.length)).toEqual([
      1, 1, 2, 2, 2, 1, 2, 1, 1,
    ]);
  });

  it('tells who made it', () => {
    const { article } = read();

    expect(
      article &&
        metadataLines(article)
          .slice(1)
          .map((line) => line.text),
    ).toEqual([
      'Author: David Shepardson',
      'Editors: Leslie Adler and Bill Berkrot',
      'Publisher: Reuters',
      'Place: WASHINGTON',
      'Language: en',
    ]);
  });

  it('reads the same once imported as Markdown', () => {
    const imported = rewriteArticle({ name: 'article.txt', bytes: readFileSync(SEED) });

    const markdown = imported.ok ? imported.markdown : '';
    const back = readArticle({ name: 'article.md', bytes: new TextEncoder().encode(markdown) });
    expect(back.faults).toEqual([]);
    expect(back.article?.paragraphs).toEqual(read().article?.paragraphs);
  });
});
