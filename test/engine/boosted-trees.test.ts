import { describe, expect, it } from 'vitest';
import { BoostedTrees } from '../../src/engine/boosted-trees.js';

describe('BoostedTrees', () => {
  it('goes by the threshold at every node', () => {
    const trees = new BoostedTrees(['0:0.5 -0.1 3:2 0.2 0.4']);
    expect(trees.sum([0.4, 0, 0, 9])).toBe(-0.1);
    expect(trees.sum([0.5, 0, 0, 1.9])).toBe(0.2);
    expect(trees.sum([0.5, 0, 0, 2])).toBe(0.4);
  });

  it('adds up what all trees say', () => {
    expect(new BoostedTrees(['0:1 1 2', '1:1 10 20', '100']).sum([0, 1])).toBe(121);
    expect(new BoostedTrees([]).sum([0, 1])).toBe(0);
  });

  it.each(['', '0:1 1', '0:1 1 2 3', 'x:1 1 2', '0:1 one 2'])('refuses “%s”, which is no tree', (line) => {
    expect(() => new BoostedTrees([line])).toThrow(SyntaxError);
  });
});
