import { describe, expect, it } from 'vitest';
import { timeRounds } from '../../../bench/speed/time-rounds.js';

describe('timing in rounds', () => {
  it('lets everyone ask in turn, round by round, once warmed up', () => {
    const calls: string[] = [];
    const contestant = (name: string) => ({
      name,
      asks: [1, 2].map((question) => () => calls.push(`${name}${question}`)),
    });
    const timings = timeRounds([contestant('a'), contestant('b')], { rounds: 2, warmUp: 1, budget: 60_000 });
    expect(calls.join(' ')).toBe('a1 b1 a1 a2 b1 b2 a1 a2 b1 b2');
    expect(timings.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('ends after one round when its time is up', () => {
    let calls = 0;
    timeRounds([{ name: 'a', asks: [() => calls++] }], { rounds: 50, warmUp: 0, budget: 0 });
    expect(calls).toBe(1);
  });
});
