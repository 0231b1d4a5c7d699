import { describe, expect, it } from 'vitest';
import { Postings } from '../../src/engine/postings.js';

const texts = ['a rose is a rose', 'a tulip', 'is it', ''];
const postings = new Postings<string>(texts.length, (place) => texts[place]?.split(' ') ?? []);

describe('postings', () => {
  it('tell where a key occurs, each place once', () => {
    expect([...postings.of('a')]).toEqual([0, 1]);
    expect([...postings.of('rose')]).toEqual([0]);
    expect([...postings.of('is')]).toEqual([0, 2]);
  });

  it('are empty for a key that never occurs', () => {
    expect([...postings.of('lily')]).toEqual([]);
    expect([...new Postings<string>(0, () => []).of('a')]).toEqual([]);
  });
});
