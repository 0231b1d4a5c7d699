import { describe, expect, it } from 'vitest';
import type { Asked } from '../../../bench/trust/ask-pincite.js';
import { reliabilityOf } from '../../../bench/trust/reliability.js';

const asked = (confidence: number | null, isRight: boolean): Asked => ({
  question: { id: '1', question: 'q', answerable: true },
  isAnswered: true,
  isRight,
  confidence,
});

describe('reliability', () => {
  it('sorts answers by confidence, a bin holding its lower end and the last one both', () => {
    const bins = reliabilityOf([asked(0, false), asked(0.1, true), asked(0.95, false), asked(1, true)]);
    expect(bins.map(({ count }) => count)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(bins.map(({ right }) => right)).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(bins.at(-1)).toMatchObject({ from: 0.9, to: 1 });
  });

  it('leaves out what has no confidence', () => {
    expect(reliabilityOf([asked(null, false)]).every(({ count }) => count === 0)).toBe(true);
  });
});
