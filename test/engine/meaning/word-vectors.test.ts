import { describe, expect, it } from 'vitest';
import { WordVectors } from '../../../src/engine/meaning/word-vectors.js';
import { wordTable } from './word-table.js';

const BYTES = wordTable([
  { word: 'the', vector: [0, 0, 1], weight: 0.25 },
  { word: 'dog', vector: [1, 0, 0], weight: 1 },
  { word: 'hound', vector: [0.8, 0.6, 0], weight: 2 },
  { word: 'rate', vector: [0, -1, 0], weight: 1 },
]);

function parse(bytes: Uint8Array): WordVectors {
  const parsed = WordVectors.parse(bytes);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.vectors;
}

describe('a table of word vectors', () => {
  it('finds each word in the order of the file', () => {
    const vectors = parse(BYTES);

    expect([vectors.size, vectors.width]).toEqual([4, 3]);
    expect(['the', 'dog', 'hound', 'rate'].map((word) => vectors.rowOf(word))).toEqual([0, 1, 2, 3]);
    expect([0, 1, 2, 3].map((row) => vectors.wordAt(row))).toEqual(['the', 'dog', 'hound', 'rate']);
  });

  it('takes a form it does not know for the word it comes from', () => {
    const vectors = parse(BYTES);

    expect(['dogs', 'hounded', 'rates', 'rating'].map((word) => vectors.rowOf(word))).toEqual([1, 2, 3, 3]);
  });

  it('knows nothing of other words, whatever they are made of', () => {
    const vectors = parse(BYTES);

    expect(['cat', '', 'do', 'dogg', 'собака', '\n', 'the\ndog'].map((word) => vectors.rowOf(word))).toEqual([
      -1, -1, -1, -1, -1, -1, -1,
    ]);
    expect(vectors.get('cat')).toBeNull();
  });

  it('gives a word’s vector as the file has it', () => {
    expect(parse(BYTES).get('hound')).toEqual(Int8Array.of(80, 60, 0));
  });

  it('tells how near two words are', () => {
    const vectors = parse(BYTES);

    const cosines = new Float32Array(5);

    vectors.compare(2, [1, 3, -1, 2], cosines, 1);

    expect(cosines[1]).toBeCloseTo(0.8);
    expect(cosines[2]).toBeCloseTo(-0.6);
    expect([...cosines].map((cosine, i) => (i === 1 || i === 2 ? null : cosine))).toEqual([
      0,
      null,
      null,
      0,
      1,
    ]);
  });

  it('adds the words of a sentence up by their weight', () => {
    const vectors = parse(BYTES);
    const [x, y, z] = vectors.sentenceVector(['the', 'unheard-of', 'dog']);

    expect(vectors.weight(0)).toBeCloseTo(0.25);
    expect(x).toBeCloseTo(1 / Math.hypot(1, 0.25));
    expect(y).toBe(0);
    expect(z).toBeCloseTo(0.25 / Math.hypot(1, 0.25));
  });

  it('points nowhere for a sentence of words it does not know', () => {
    expect(parse(BYTES).sentenceVector(['ceci', 'inconnu'])).toEqual(new Float32Array(3));
  });

  it('reads a table that begins in the middle of a buffer', () => {
    const shifted = new Uint8Array(BYTES.length + 5);
    shifted.set(BYTES, 5);

    expect(parse(shifted.subarray(5)).get('dog')).toEqual(Int8Array.of(100, 0, 0));
  });

  it.each([
    ['an empty file', new Uint8Array(), 'it is not a table of word vectors'],
    [
      'another file',
      new TextEncoder().encode('# Title\n\nA text of more than thirty-two bytes.'),
      'it is not a table of word vectors',
    ],
    [
      'a file cut short',
      BYTES.subarray(0, -4),
      `it has ${BYTES.length - 4} bytes where there should be ${BYTES.length}`,
    ],
  ])('says what is wrong with %s', (_, bytes, reason) => {
    expect(WordVectors.parse(bytes)).toEqual({ ok: false, reason });
  });

  it('does not take a table whose words are not as many as its vectors', () => {
    const bytes = Uint8Array.from(BYTES);
    bytes[bytes.lastIndexOf(10)] = 32;

    expect(WordVectors.parse(bytes)).toEqual({ ok: false, reason: '3 words where there should be 4' });
  });
});
