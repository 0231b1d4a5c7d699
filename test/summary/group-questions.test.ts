import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/engine/language.js';
import type { AskedText } from '../../src/store/digests.js';
import { groupQuestions } from '../../src/summary/group-questions.js';

function asked(text: string, count: number, answered = 0): AskedText {
  return { folded: text, text, lastId: text, asked: count, answered };
}

function group(texts: readonly AskedText[], answers: Record<string, string> = {}) {
  return groupQuestions(texts, languageOf('en'), new Map(Object.entries(answers))).map((entry) => [
    entry.text,
    entry.asked,
    entry.wordings,
  ]);
}

describe('questions', () => {
  it('are grouped when they are spelt alike, slips and little words aside, and counted together', () => {
    expect(
      group([
        asked('how much is a ticket', 5),
        asked('can I bring my dog', 4),
        asked('how much is the tiket', 3),
        asked('can i bring a dog?', 2),
      ]),
    ).toEqual([
      ['how much is a ticket', 8, 2],
      ['can I bring my dog', 6, 2],
    ]);
  });

  it('are grouped when they have the same answer, in whatever words', () => {
    expect(
      group([asked('lift-off?', 3), asked('when do they go', 2)], {
        'lift-off?': 'a',
        'when do they go': 'a',
      }),
    ).toEqual([['lift-off?', 5, 2]]);
  });

  it('stay apart when they have different answers, however alike', () => {
    const answers = { 'who leads the crew': 'a', 'who leads the agency': 'b' };
    expect(group([asked('who leads the crew', 2), asked('who leads the agency', 1)], answers)).toHaveLength(
      2,
    );
  });

  it('are ordered by how often all wordings were asked', () => {
    expect(
      group([asked('price?', 3), asked('is there a dog show', 2), asked('is there the dog show', 2)]),
    ).toEqual([
      ['is there a dog show', 4, 2],
      ['price?', 3, 1],
    ]);
  });
});
