import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MIN_CITATION_LENGTH, renderCitation } from '../../src/bot/render-citation.js';
import { makeArticle, passageAt } from './make-article.js';
import { parseMarkdown, specialsIn, textIn } from './parse-markdown.js';

const TEXT = [['The crew was picked.'], ['They fly in June.']];

describe('renderCitation', () => {
  it('names publisher, author, title, paragraph and date', () => {
    const line = renderCitation(passageAt(makeArticle(TEXT), 2, 0), 500);

    expect(line).toBe(
      '-# Meridian Wire, Ada Quill, “Agency picks crew for moon base”, ¶ 2 of 2, 7 March 2031',
    );
  });

  it('leaves out what is not known', () => {
    const article = makeArticle(TEXT, { publisher: null, author: null, published: null });

    expect(renderCitation(passageAt(article, 1, 0), 500)).toBe(
      '-# “Agency picks crew for moon base”, ¶ 1 of 2',
    );
  });

  it.each([
    ['2031-03', 'March 2031'],
    ['2031', '2031'],
  ])('says of %s as much as is known', (published, shown) => {
    const article = makeArticle(TEXT, { published });

    expect(renderCitation(passageAt(article, 1, 0), 500)).toMatch(new RegExp(`, ${shown}$`));
  });

  it('says of an answer from the metadata that it is about the article itself', () => {
    const cited = { article: makeArticle(TEXT), paragraph: 0, sentence: null };

    expect(renderCitation(cited, 500)).toBe(
      '-# Meridian Wire, Ada Quill, “Agency picks crew for moon base”, about the article itself, 7 March 2031',
    );
  });

  it('links the title to the very sentence, without a preview', () => {
    const article = makeArticle(TEXT, { url: 'https://wire.example/moon' });

    expect(renderCitation(passageAt(article, 2, 0), 500)).toContain(
      '[“Agency picks crew for moon base”](<https://wire.example/moon#:~:text=They%20fly%20in%20June.>)',
    );
  });

  it('links the title to the page where there is no room for the sentence', () => {
    const sentence = `They fly ${'—unforgettably— '.repeat(100)}far away.`;
    const article = makeArticle([[sentence]], { url: 'https://wire.example/moon' });

    const line = renderCitation(passageAt(article, 1, 0), MIN_CITATION_LENGTH);

    expect(line).toContain('[“Agency picks crew for moon base”](<https://wire.example/moon>)');
  });

  it('keeps an address with brackets and spaces in one piece', () => {
    const article = makeArticle(TEXT, { url: 'https://wire.example/a (b)/[c]>d' });

    const line = renderCitation({ article, paragraph: 0, sentence: null }, 500);

    expect(line).toContain('(<https://wire.example/a%20%28b%29/%5Bc%5D%3Ed>)');
  });

  it('does not link to anything but the web', () => {
    const article = makeArticle(TEXT, { url: 'javascript:alert(1)' });

    expect(renderCitation(passageAt(article, 1, 0), 500)).not.toContain('](');
  });

  it('keeps square brackets of a title out of its link', () => {
    const article = makeArticle(TEXT, { title: 'Crew ]picked[ *again*', url: 'https://wire.example/' });

    const line = renderCitation({ article, paragraph: 0, sentence: null }, 500);

    expect(line).toContain(String.raw`[“Crew )picked( \*again\*”](<https://wire.example/>)`);
  });

  it('has exactly one link, to where it should, whatever title, names and address hold', () => {
    const part = fc.array(
      fc.constantFrom('a', ' ', ']', '[', '(', ')', '*', '<', '>', '\\', '`', '_', '|', '<@1>', '@here'),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    const text = part.map((parts) => `x${parts.join('')}x`);

    fc.assert(
      fc.property(text, text, text, (title, author, path) => {
        const article = makeArticle(TEXT, { title, author, publisher: null, url: `https://a.b/${path}` });

        const nodes = specialsIn(
          parseMarkdown(renderCitation({ article, paragraph: 0, sentence: null }, 900)),
        );

        expect(nodes.map(({ type }) => type)).toEqual(['subtext', 'link']);
        const link = nodes.filter(({ type }) => type === 'link');
        expect(textIn(link)).toBe(`“${title.replaceAll('[', '(').replaceAll(']', ')')}”`);
        expect(decodeURIComponent(link[0]?.target ?? '')).toBe(`https://a.b/${path}`);
      }),
    );
  });

  it('escapes names and titles', () => {
    const article = makeArticle(TEXT, { publisher: '*Wire*', author: '<@1>', title: '# [x](y)' });

    expect(renderCitation(passageAt(article, 1, 0), 500)).toBe(
      String.raw`-# \*Wire\*, \<@1>, “\# \[x\](y)”, ¶ 1 of 2, 7 March 2031`,
    );
  });

  it('fits the least room whatever the article is called and whoever wrote it', () => {
    const long = '*'.repeat(500);
    const article = makeArticle(TEXT, {
      publisher: long,
      author: long,
      title: long,
      url: `https://x.y/${long}`,
    });

    const line = renderCitation(passageAt(article, 1, 0), MIN_CITATION_LENGTH);

    expect(line.length).toBeLessThanOrEqual(MIN_CITATION_LENGTH);
    expect(line).toMatch(/¶ 1 of 2, 7 March 2031$/);
  });
});
