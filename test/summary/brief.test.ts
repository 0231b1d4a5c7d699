import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BRIEF_LENGTHS, brief, usualLength } from '../../src/summary/brief.js';
import { makeArticle } from '../bot/make-article.js';
import { articleFrom } from '../engine/article-from.js';

const HARBOUR = `The harbour of Port Ellery will be closed to large ships from May, the harbour board said.

The board fears that the old harbour wall may fall when large ships pass. Divers found cracks in the harbour wall last autumn. My aunt sells excellent pancakes beside the church every Sunday morning.

Is that the end of the harbour? Ships will have to use the harbour of Marstrand while the wall is mended, the board said.

The bakery on the hill has changed its opening hours again this week.`;

describe('a brief', () => {
  it('holds the sentences that the rest of the article is about, in its order', () => {
    const sentences = brief(articleFrom(HARBOUR), 'short');

    expect(sentences.map(({ paragraph, index }) => `${paragraph}.${index}`)).toEqual(['1.0', '2.0', '3.1']);
  });

  it('leaves out questions and what stands apart', () => {
    const texts = brief(articleFrom(HARBOUR), 'medium').map(({ text }) => text);

    expect(texts).not.toContain('Is that the end of the harbour?');
    expect(texts).not.toContain('The bakery on the hill has changed its opening hours again this week.');
  });

  it('does not say the same twice', () => {
    const said = 'The harbour wall of Port Ellery has cracks and will be mended in May.';
    const other = 'Ferries to Marstrand leave from the northern pier until the autumn.';
    const article = makeArticle([
      [said],
      [said],
      [said],
      [other],
      ['Tickets for ferries cost four crowns there.'],
    ]);

    const texts = brief(article, 'short').map(({ text }) => text);

    expect(texts.filter((text) => text === said)).toHaveLength(1);
    expect(texts).toContain(other);
  });

  it('is as long as it is asked to be, in the article’s order, verbatim, whatever the article', () => {
    const words = fc.array(fc.constantFrom('ship', 'harbour', 'wall', 'and', 'Ω', '港', '?'), {
      minLength: 1,
      maxLength: 12,
    });
    const texts = fc.array(
      fc.array(
        words.map((list) => `${list.join(' ')}.`),
        { minLength: 1, maxLength: 4 },
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(texts, fc.constantFrom('short', 'medium', 'long'), (paragraphs, length) => {
        const article = makeArticle(paragraphs);
        const all = article.paragraphs.flatMap(({ sentences }) => sentences);

        const places = brief(article, length).map((sentence) => all.indexOf(sentence));

        expect(places.length).toBeGreaterThan(0);
        expect(places.length).toBeLessThanOrEqual(BRIEF_LENGTHS[length]);
        expect(places).not.toContain(-1);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      }),
    );
  });

  it('is longer for a longer article', () => {
    expect([9, 30, 80].map(usualLength)).toEqual(['short', 'medium', 'long']);
  });
});
