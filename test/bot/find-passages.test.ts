import { describe, expect, it } from 'vitest';
import { findPassages } from '../../src/bot/find-passages.js';
import type { Engine, Outcome, Passage } from '../../src/engine/outcome.js';
import { makeArticle, passageAt } from './make-article.js';

const ARTICLE = makeArticle([['They fly in June.'], ['They land in July.'], ['Nobody paid.']]);
const [FLY, LAND, PAY] = [1, 2, 3].map((paragraph) => passageAt(ARTICLE, paragraph, 0)) as [
  Passage,
  Passage,
  Passage,
];
const NOTHING: Outcome = {
  kind: 'not-said',
  taught: false,
  reason: 'not-sure',
  missing: [],
  closest: PAY,
  others: [],
};

/** An engine that answers the texts it is told to, and notes what it was asked. */
function engineOf(answers: Record<string, Outcome>): { engine: Engine; asked: string[] } {
  const asked: string[] = [];
  const ask = (text: string): Outcome => {
    asked.push(text);
    return answers[text] ?? NOTHING;
  };
  return { engine: { articles: [ARTICLE], ask }, asked };
}

describe('findPassages', () => {
  it('looks up the text and each of its sentences, and shows each passage once, surest first', async () => {
    const { engine, asked } = engineOf({
      'They go in June.': {
        kind: 'answered',
        taught: false,
        answer: { ...FLY, confidence: 0.7 },
        others: [],
      },
      'Back by July!': {
        kind: 'answered',
        taught: false,
        answer: { ...LAND, confidence: 0.8 },
        others: [{ ...FLY, confidence: 0.6 }],
      },
    });

    const found = await findPassages({ engine }, 'They go in June. Back by July!', 4);

    expect(found).toEqual([
      { ...LAND, confidence: 0.8 },
      { ...FLY, confidence: 0.7 },
    ]);
    expect(asked).toEqual(['They go in June. Back by July!', 'They go in June.', 'Back by July!']);
  });

  it('never shows a guess: what is not answered does not bear on the text', async () => {
    const { engine } = engineOf({});

    expect(await findPassages({ engine }, 'So what did they pay?', 4)).toEqual([]);
  });

  it('leaves out runners-up that are unlikely to be about it', async () => {
    const others = [
      { ...LAND, confidence: 0.2 },
      { ...PAY, confidence: 0.19 },
    ];
    const { engine } = engineOf({ June: { kind: 'answered', taught: false, answer: FLY, others } });

    expect(await findPassages({ engine }, 'June', 4)).toEqual([FLY, others[0]]);
  });

  it('shows no more than it is asked for', async () => {
    const { engine } = engineOf({
      June: { kind: 'answered', taught: false, answer: FLY, others: [LAND, PAY] },
    });

    expect(await findPassages({ engine }, 'June', 2)).toHaveLength(2);
  });

  it('skims a long post instead of studying it', async () => {
    const { engine, asked } = engineOf({});

    await findPassages({ engine }, 'Something was said here. '.repeat(500), 4);

    expect(asked).toEqual(['Something was said here.']);
    asked.length = 0;
    await findPassages({ engine }, Array.from({ length: 500 }, (_, i) => `It was number ${i}.`).join(' '), 4);
    expect(asked).toHaveLength(12);
  });
});
