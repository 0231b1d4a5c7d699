import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Comparer } from '../../../../src/engine/meaning/comparer.js';
import { loadEncoder } from '../../../../src/engine/meaning/encoder/load-encoder.js';
import { SentenceEncoder } from '../../../../src/engine/meaning/encoder/sentence-encoder.js';
import { packageRoot } from '../../../../src/package-root.js';

function shipped(): SentenceEncoder {
  const loaded = loadEncoder();
  if (!loaded.ok) throw new Error(loaded.reason);
  return loaded.encoder;
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

describe('the encoder that ships', () => {
  const encoder = shipped();
  const { vector: poodle } = encoder.encode('can i bring my poodle');
  const { vector: dogs } = encoder.encode('Only service dogs are allowed inside.');

  // Of the unrounded weights, computed by `bench/vectors/encoder.py` and `bench/encoder/comparer.py`.
  it.each([
    ['can i bring my poodle', 'Only service dogs are allowed inside.', 0.7116, 6.2667, -2.4877],
    ['can i bring my poodle', 'Entry is free on Mondays.', 0.1591, 2.0653, -3.9313],
    ['how much is a ticket', 'Only service dogs are allowed inside.', -0.1508, 1.3502, -11.5228],
    ['how much is a ticket', 'Entry is free on Mondays.', 0.302, 2.2898, -12.2114],
    ['naïve café ☕☕ in 東京', 'Entry is free on Mondays.', 0.0658, 0.8013, -2.3405],
  ])('finds “%s” as near to “%s” as the original does', (text, other, cosine, which, whether) => {
    const question = encoder.encode(text);
    const sentence = encoder.encode(other);
    const compare = new Comparer(encoder.comparerWeights).to(question.tokens);

    expect(Math.abs(dot(question.vector, sentence.vector) - cosine)).toBeLessThan(0.01);
    const odds = compare(sentence.tokens);
    expect(Math.abs(odds.which - which)).toBeLessThan(0.25);
    expect(Math.abs(odds.whether - whether)).toBeLessThan(0.25);
  });

  it('points where the original does', () => {
    const original = [0.0568, 0.0368, -0.0552, -0.0218, -0.0547, 0.0506];

    expect(original.filter((value, i) => Math.abs(value - (poodle[i] ?? 0)) > 0.005)).toEqual([]);
  });

  it('gives vectors of length 1, the same each time, whatever came between', () => {
    const { vector: again } = encoder.encode('can i bring my poodle');

    expect([dot(poodle, poodle), dot(dogs, dogs)].map((length) => length.toFixed(5))).toEqual([
      '1.00000',
      '1.00000',
    ]);
    expect(again).toEqual(poodle);
  });

  it.each(['', '   ', '\n\t'])('gives zeros for no text: %j', (text) => {
    expect(encoder.encode(text)).toEqual({
      vector: new Float32Array(encoder.width),
      tokens: new Float32Array(),
    });
  });

  it('reads the first hundred words of a long text', () => {
    const long = encoder.encode('word '.repeat(10_000));

    expect(long).toEqual(encoder.encode('word '.repeat(128)));
    expect(encoder.encode('x'.repeat(1_000_000)).vector).toHaveLength(encoder.width);
  });
});

describe('a file that is no encoder', () => {
  it('is said not to be there, by its name', () => {
    const loaded = loadEncoder('/no/such/encoder.bin');

    expect(loaded.ok ? '' : loaded.reason).toContain('/no/such/encoder.bin');
  });

  it.each([
    ['an empty one', new Uint8Array(0), 'it is not a sentence encoder'],
    ['another', Buffer.from('PINCVEC1 and more than thirty-six bytes'), 'it is not a sentence encoder'],
  ])('%s', (_, bytes, reason) => {
    expect(SentenceEncoder.parse(bytes)).toEqual({ ok: false, reason });
  });

  it('is cut off', () => {
    const path = join(packageRoot(), 'src', 'engine', 'meaning', 'encoder.bin');
    const bytes = readFileSync(path);

    expect(SentenceEncoder.parse(bytes.subarray(0, -1))).toEqual({
      ok: false,
      reason: `it has ${bytes.length - 1} bytes where there should be ${bytes.length}`,
    });
  });

  it('has widths that nothing can be multiplied with', () => {
    const header = Buffer.alloc(36);
    header.write('PINCENC3', 'ascii');
    for (const [i, size] of [10, 4_000_000_000, 7, 0, 4, 5, 0].entries())
      header.writeUInt32LE(size, 8 + 4 * i);

    expect(SentenceEncoder.parse(header)).toEqual({
      ok: false,
      reason: 'no encoder has these widths: 4000000000, 7, 0, 5 with 4 heads',
    });
  });
});
