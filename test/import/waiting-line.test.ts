import { describe, expect, it } from 'vitest';
import { WaitingLine } from '../../src/import/waiting-line.js';

describe('a line for one', () => {
  it('lets in one at a time, in the order they came', async () => {
    const line = new WaitingLine(1, 10);
    const log: string[] = [];

    await Promise.all(
      ['one', 'two', 'three'].map((name) =>
        line.enter(async () => {
          log.push(`${name} in`);
          await new Promise(setImmediate);
          log.push(`${name} out`);
        }),
      ),
    );

    expect(log).toEqual(['one in', 'one out', 'two in', 'two out', 'three in', 'three out']);
  });

  it('turns away whoever would wait beyond its bound, and only then', async () => {
    const line = new WaitingLine(1, 1);

    const first = await Promise.all([1, 2, 3].map((number) => line.enter(async () => number)));
    const later = await line.enter(async () => 4);

    expect([first, later]).toEqual([[1, 2, null], 4]);
  });

  it('goes on after one that failed', async () => {
    const line = new WaitingLine(1, 1);
    const failing = line.enter(() => Promise.reject(new Error('no')));

    await expect(failing).rejects.toThrow('no');

    expect(await line.enter(async () => 'next')).toBe('next');
  });
});
