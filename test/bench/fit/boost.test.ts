import { describe, expect, it } from 'vitest';
import { boost, type Growth, writeTree } from '../../../bench/fit/boost.js';
import { BoostedTrees } from '../../../src/engine/boosted-trees.js';

const GROWTH: Growth = {
  trees: 60,
  leaves: 4,
  rate: 0.2,
  penalty: 1,
  leafSize: 5,
  examples: 0.8,
  features: 1,
};

/** Right when exactly one of the two features is high, which no sum of the two can tell. */
const examples = Array.from({ length: 400 }, (_, i) => {
  const row = [(i % 20) / 20, (Math.floor(i / 20) % 20) / 20];
  const [a = 0, b = 0] = row;
  return { row, isRight: a >= 0.5 !== b >= 0.5, weight: 1 };
});
const grow = (of = examples) => new BoostedTrees(boost(of, GROWTH).map(writeTree));

describe('boost', () => {
  it('learns what depends on two features together', () => {
    const trees = grow();
    expect(examples.filter(({ row, isRight }) => trees.sum(row) > 0 === isRight).length).toBeGreaterThan(390);
  });

  it('heeds what an example counts', () => {
    const contradicted = [
      ...examples,
      ...examples.map(({ row, isRight }) => ({ row, isRight: !isRight, weight: 5 })),
    ];
    const trees = grow(contradicted);
    expect(examples.filter(({ row, isRight }) => trees.sum(row) > 0 === isRight).length).toBeLessThan(10);
  });

  it('comes out the same every time', () => {
    expect(boost(examples, GROWTH)).toEqual(boost(examples, GROWTH));
  });
});
