import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationOf, formatCitation } from '../../src/article/citation.js';
import { metadataLines } from '../../src/article/metadata.js';
import { readArticle } from '../../src/article/read-article.js';
import { textFragment } from '../../src/article/text-fragment.js';
import { bytesOf } from './bytes-of.js';

function articleWith(fields: string) {
  const { article } = readArticle({
    name: 'pier.md',
    bytes: bytesOf(`---\ntitle: The pier\n${fields}\n---\nIt sank. It was old.\n\nNobody wept.`),
  });
  if (!article) throw new Error('no article');
  return article;
}

const FULL = [
  'author: Ines Calloway',
  'publisher: Newsline',
  'published: 2025-07-09',
  'url: https://example.org/pier',
  'editors: [Bo Lindgren, Ada Marsh]',
  'place: PORT ELLERY',
].join('\n');

describe('a citation', () => {
  it('names publisher, author, title, paragraph and date', () => {
    const article = articleWith(FULL);
    const citation = citationOf(article, 2, article.paragraphs[1]?.sentences[0] ?? null);

    expect(citation).toEqual({
      publisher: 'Newsline',
      author: 'Ines Calloway',
      title: 'The pier',
      url: 'https://example.org/pier#:~:text=Nobody%20wept.',
      paragraph: 2,
      paragraphs: 2,
      published: '2025-07-09',
    });
    expect(formatCitation(citation)).toBe('Newsline, Ines Calloway, “The pier”, ¶ 2 of 2, 9 July 2025');
  });

  it.each([
    ['author: Jo Hart', 'Jo Hart, “The pier”, ¶ 1 of 2'],
    ['published: 2025-07', '“The pier”, ¶ 1 of 2, July 2025'],
    ['published: 2025', '“The pier”, ¶ 1 of 2, 2025'],
    ['author: Newsline\npublisher: Newsline', 'Newsline, “The pier”, ¶ 1 of 2'],
  ])('leaves out what is not known: %j', (fields, text) => {
    expect(formatCitation(citationOf(articleWith(fields), 1, null))).toBe(text);
  });

  it('of the metadata is about the article and leads to its page', () => {
    const citation = citationOf(articleWith(FULL), 0, null);

    expect(citation.url).toBe('https://example.org/pier');
    expect(formatCitation(citation)).toBe(
      'Newsline, Ines Calloway, “The pier”, about the article, 9 July 2025',
    );
  });
});

describe('the metadata', () => {
  it('is a line for each field that is there', () => {
    expect(metadataLines(articleWith(FULL))).toEqual([
      { field: 'title', text: 'Title: The pier' },
      { field: 'author', text: 'Author: Ines Calloway' },
      { field: 'editors', text: 'Editors: Bo Lindgren and Ada Marsh' },
      { field: 'publisher', text: 'Publisher: Newsline' },
      { field: 'place', text: 'Place: PORT ELLERY' },
      { field: 'published', text: 'Published: 2025-07-09' },
      { field: 'url', text: 'Address: https://example.org/pier' },
      { field: 'language', text: 'Language: en' },
    ]);
    expect(metadataLines(articleWith('editors: Bo Lindgren')).map((line) => line.text)).toEqual([
      'Title: The pier',
      'Editor: Bo Lindgren',
      'Language: en',
    ]);
  });
});

describe('an address with a text fragment', () => {
  it.each([
    ['https://e.org/a', 'It sank.', 'https://e.org/a#:~:text=It%20sank.'],
    ['https://e.org/a#top', 'It sank.', 'https://e.org/a#top:~:text=It%20sank.'],
    ['https://e.org/a#', 'It sank.', 'https://e.org/a#:~:text=It%20sank.'],
    ['https://e.org/a#top:~:text=Old', 'It sank.', 'https://e.org/a#top:~:text=It%20sank.'],
    [
      'https://e.org/a?b=c',
      'Cross-flight, R&D (50%)!',
      'https://e.org/a?b=c#:~:text=Cross%2Dflight%2C%20R%26D%20%2850%25%29%21',
    ],
    [
      'https://e.org/a',
      'The old pier of Port Ellery sank on a wet Thursday in June.',
      'https://e.org/a#:~:text=The%20old%20pier%20of%20Port,wet%20Thursday%20in%20June.'.replace(
        'wet',
        'a%20wet',
      ),
    ],
    ['https://e.org/a', '1. Go\nthere.', 'https://e.org/a#:~:text=Go%20there.'],
    ['https://e.org/a', 'Pier | Old', 'https://e.org/a#:~:text=Pier%20Old'],
    [
      'https://e.org/a',
      '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十。',
      `https://e.org/a#:~:text=${encodeURIComponent('一二三四五六七八九十')},${encodeURIComponent('二三四五六七八九十。')}`,
    ],
    [
      'https://e.org/a#top',
      'x'.repeat(1_000),
      `https://e.org/a#top:~:text=${'x'.repeat(10)},${'x'.repeat(10)}`,
    ],
    ['https://e.org/a', '', 'https://e.org/a'],
    ['https://e.org/a', '\ud800', 'https://e.org/a#:~:text=%EF%BF%BD'],
  ])('of %j for %j', (url, sentence, expected) => {
    expect(textFragment(url, sentence)).toBe(expected);
  });

  it('is an address of bounded length, with nothing that ends a link, whatever the sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (sentence) => {
        const url = textFragment('https://e.org/a', sentence);
        expect(URL.canParse(url)).toBe(true);
        expect(url.length).toBeLessThanOrEqual(270);
        expect(url.slice('https://e.org/a'.length)).toMatch(/^(?:#:~:text=[\w.%,]+)?$/);
      }),
    );
  });
});
