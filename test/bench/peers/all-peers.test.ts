import { describe, expect, it } from 'vitest';
import { PEERS } from '../../../bench/peers/all-peers.js';

const english = [
  'The bakery on Elm Street opens at seven.',
  'Passengers must renew a lost ticket at the counter.',
  'The lighthouse keeper painted the tower in 1911.',
].map((text) => ({ text }));

const chinese = ['面包店早上七点开门。', '灯塔看守人粉刷了灯塔。', '乘客必须在柜台补票。'].map((text) => ({
  text,
}));

describe.each(PEERS.map((peer) => [peer.name, peer] as const))('%s', (_, peer) => {
  it('puts the sentence that has the words of the question first', () => {
    const ask = peer.build(english, 'en');
    expect(ask('lost ticket')[0]).toBe(1);
    expect(ask('lighthouse keeper')[0]).toBe(2);
  });

  it('finds words in a language without spaces', () => {
    expect(peer.build(chinese, 'zh')('灯塔看守人')[0]).toBe(1);
  });

  it('takes a question for words only, whatever signs are in it', () => {
    expect(() => peer.build(english, 'en')('ticket: +lost ~1 -"x" * ^ (?')).not.toThrow();
  });
});

describe('the libraries that know stems', () => {
  it('find an inflected word in another language than English', () => {
    const sentences = [{ text: 'Die Bäckerei öffnet um sieben.' }, { text: 'Der Wärter strich die Türme.' }];
    const stemming = PEERS.filter(({ name }) => name.includes('stems') || name === 'lunr');
    expect(stemming.map((peer) => peer.build(sentences, 'de')('Turm streichen Türmen')[0])).toEqual([1, 1]);
  });
});
