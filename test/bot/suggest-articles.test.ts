import { describe, expect, it } from 'vitest';
import { suggestArticles } from '../../src/bot/suggest-articles.js';
import { makeArticle } from './make-article.js';

function titled(...titles: string[]) {
  return titles.map((title, i) =>
    makeArticle([['One.']], { id: `a${i}`, title, author: null, publisher: null }),
  );
}

function suggested(titles: string[], typed: string): string[] {
  return suggestArticles(titled(...titles), typed).map(({ name }) => name);
}

describe('suggestArticles', () => {
  it('offers all of them, in their order, before anything is typed', () => {
    expect(suggestArticles(titled('Snow', 'Rain'), '  ')).toEqual([
      { name: 'Snow', value: 'a0' },
      { name: 'Rain', value: 'a1' },
    ]);
  });

  it('puts the same title first, then those that begin with it, then those with such a word, then the like', () => {
    const titles = ['Train strike', 'After the rain', 'Rain in the north', 'Rain'];

    expect(suggested(titles, 'rain')).toEqual([
      'Rain',
      'Rain in the north',
      'After the rain',
      'Train strike',
    ]);
  });

  it('forgives a slip of the keys, wherever the word stands', () => {
    const titles = ['Snow', 'A very long look back at the years in which it all began on the octopus farm'];

    expect(suggested(titles, 'octpus')).toEqual([titles[1]]);
  });

  it('finds articles by their author and publisher', () => {
    const article = makeArticle([['One.']], { author: 'Ada Quill' });

    expect(suggestArticles([article], 'quill')).toEqual([{ name: article.title, value: article.id }]);
  });

  it('offers nothing for what is like no title', () => {
    expect(suggested(['Snow', 'Rain'], 'zzzz')).toEqual([]);
  });

  it('offers no more than 25, and no more than 100 characters of each', () => {
    const articles = Array.from({ length: 30 }, (_, i) =>
      makeArticle([['One.']], {
        id: `${i}-${'i'.repeat(120)}`,
        title: `${'long '.repeat(40)}${i}`,
        version: `v${i + 100_000_000}`,
      }),
    );

    const choices = suggestArticles(articles, 'long');

    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: `${'long '.repeat(19)}long…`, value: 'v100000000' });
  });

  it('takes any text a member may type', () => {
    expect(suggested(['Snow'], `\u0000${'x'.repeat(6_000)}`)).toEqual([]);
  });
});
