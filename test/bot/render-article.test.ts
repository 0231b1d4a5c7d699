import { describe, expect, it } from 'vitest';
import { renderArticle } from '../../src/bot/render-article.js';
import { renderArticleList } from '../../src/bot/render-article-list.js';
import { makeArticle } from './make-article.js';
import { showMarkdown } from './show-markdown.js';

describe('renderArticle', () => {
  it('shows the paragraphs numbered, under title, byline and section', () => {
    const article = makeArticle([['One.', 'More.'], ['# Two.'], ['Three.']], {
      headings: [null, 'The crew', 'The crew'],
    });

    expect(renderArticle(article, 0)).toEqual({
      text: [
        '**Agency picks crew for moon base**',
        '-# Meridian Wire, Ada Quill, 7 March 2031',
        '',
        '**¶ 1** One. More.',
        '',
        '__The crew__',
        String.raw`**¶ 2** \# Two.`,
        '',
        '**¶ 3** Three.',
      ].join('\n'),
      buttons: [],
    });
  });

  it('is an outline where nobody has said that the whole text may be shown', () => {
    const article = makeArticle([['One.', 'More.'], ['Two.'], ['Three.', 'So.'], ['Four.']], {
      headings: [null, null, 'The crew', 'The cost'],
      redistributable: false,
      url: 'https://wire.example/moon-base',
    });

    expect(renderArticle(article, 0).text).toBe(
      [
        '**Agency picks crew for moon base**',
        '-# Meridian Wire, Ada Quill, 7 March 2031',
        '',
        '**¶ 1** One.',
        '',
        '__The crew__',
        '**¶ 3** Three.',
        '',
        '__The cost__',
        '**¶ 4** Four.',
        '-# Nobody has said that the whole text may be shown, so this is its outline. [Read it whole](<https://wire.example/moon-base>).',
      ].join('\n'),
    );
  });

  it('of a text without headings, that outline is the beginning of its first paragraphs', () => {
    const article = makeArticle([['One.', 'More.'], ['Two.'], ['Three.'], ['Four.']], {
      redistributable: false,
    });

    expect(renderArticle(article, 0).text.match(/¶ .*/g)).toEqual([
      '¶ 1** One.',
      '¶ 2** Two.',
      '¶ 3** Three.',
    ]);
  });

  it('has pages with buttons to the ones beside them', () => {
    const article = makeArticle(
      Array.from({ length: 9 }, (_, i) => [`${i} ${'and so on '.repeat(50)}`.trim()]),
    );

    const pages = [0, 1, 2, 3, 4].map((page) => renderArticle(article, page));

    expect(pages.map(({ text }) => text.match(/(?<=¶ )\d/g)?.join(''))).toEqual([
      '12',
      '34',
      '56',
      '78',
      '9',
    ]);
    expect(pages[0]?.text).toMatch(/\n-# Page 1 of 5$/);
    expect(pages[0]?.buttons).toEqual([
      { label: '◀ Previous', id: 'page|v0123456-_|-1', disabled: true },
      { label: 'Next ▶', id: 'page|v0123456-_|1', disabled: false },
    ]);
    expect(pages[4]?.buttons).toEqual([
      { label: '◀ Previous', id: 'page|v0123456-_|3', disabled: false },
      { label: 'Next ▶', id: 'page|v0123456-_|5', disabled: true },
    ]);
  });

  it('shows the last page for one that is past it', () => {
    const article = makeArticle([['One.']]);

    expect(renderArticle(article, 99)).toEqual(renderArticle(article, 0));
  });

  it('shows every word of a paragraph that is longer than a page, on as many as it takes', () => {
    const words = Array.from({ length: 700 }, (_, i) => `*w${i}*`).join(' ');
    const article = makeArticle([[words]]);

    const pages = Array.from({ length: 8 }, (_, page) => renderArticle(article, page).text);

    const seen = new Set(pages.flatMap((text) => showMarkdown(text).match(/\*w\d+\*/g) ?? []));
    expect(seen.size).toBe(700);
    expect(pages[1]).toContain('**¶ 1, continued** ');
  });
});

describe('renderArticleList', () => {
  it('lists title, byline and length of each article', () => {
    const articles = [
      makeArticle([['One.']]),
      makeArticle([['One.'], ['Two.']], { title: 'Rain *again*', author: null }),
    ];

    expect(renderArticleList(articles, 0)).toEqual({
      text: [
        'I know 2 articles:',
        '**Agency picks crew for moon base**',
        '-# Meridian Wire, Ada Quill, 7 March 2031, 1 paragraph',
        String.raw`**Rain \*again\***`,
        '-# Meridian Wire, 7 March 2031, 2 paragraphs',
        '-# Read one with `/article` and its title.',
      ].join('\n'),
      buttons: [],
    });
  });

  it('names an author who is the publisher once', () => {
    const article = makeArticle([['One.']], { author: 'Meridian Wire', published: null });
    expect(renderArticleList([article], 0).text).toContain('\n-# Meridian Wire, 1 paragraph\n');
  });

  it('has pages of eight', () => {
    const articles = Array.from({ length: 17 }, (_, i) => makeArticle([['One.']], { title: `Number ${i}` }));

    const last = renderArticleList(articles, 2);

    expect(last.text).toMatch(/^I know 17 articles:\n\*\*Number 16\*\*\n[^\n]*\n-# Page 3 of 3\. /);
    expect(last.buttons).toEqual([
      { label: '◀ Previous', id: 'list|1', disabled: false },
      { label: 'Next ▶', id: 'list|3', disabled: true },
    ]);
  });

  it('says so when there are none', () => {
    expect(renderArticleList([], 0)).toEqual({ text: 'I have no articles yet.', buttons: [] });
  });
});
