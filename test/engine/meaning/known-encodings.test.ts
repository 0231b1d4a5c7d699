import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../src/article/load-corpus.js';
import { lessonsToEncode } from '../../../src/engine/meaning/article-encoding.js';
import { dotProduct } from '../../../src/engine/meaning/dot-product.js';
import { loadEncoder } from '../../../src/engine/meaning/encoder/load-encoder.js';
import { KnownEncodings, loadKnownEncodings } from '../../../src/engine/meaning/known-encodings.js';
import { packageRoot } from '../../../src/package-root.js';

describe('the lessons that ship', () => {
  it('are known as the encoder that ships sees them', async () => {
    const encoder = loadEncoder();
    if (!encoder.ok) throw new Error(encoder.reason);
    const { articles } = await loadCorpus(join(packageRoot(), 'corpus'));
    const texts = articles.flatMap(lessonsToEncode);
    const known = loadKnownEncodings();

    expect(texts.filter((text) => !known.of(text))).toEqual([]);
    const some = texts.filter((_, i) => i % 50 === 0);
    const cosines = some.map((text) =>
      dotProduct(known.of(text) ?? new Float32Array(), encoder.encoder.encode(text).vector),
    );
    expect(Math.min(...cosines)).toBeGreaterThan(0.999);
  });
});

describe('texts whose encodings are known', () => {
  const bytes = KnownEncodings.pack(new Map([['when does it open', Float32Array.of(0.6, -0.8)]]));

  it('are told from others', () => {
    const known = KnownEncodings.parse(bytes);

    expect([...(known.of('when does it open') ?? [])]).toEqual([
      expect.closeTo(0.6, 2),
      expect.closeTo(-0.8, 2),
    ]);
    expect(known.of('when does it close')).toBeNull();
  });

  it.each([
    ['missing', () => loadKnownEncodings('/nowhere/encoded-lessons.bin')],
    ['cut short', () => KnownEncodings.parse(bytes.subarray(0, bytes.length - 1))],
    ['something else', () => KnownEncodings.parse(new TextEncoder().encode('a text file of some length'))],
  ])('are none where the file is %s', (_, load) => {
    expect(load().of('when does it open')).toBeNull();
  });
});
