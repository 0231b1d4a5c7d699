import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteRows } from '../../../src/engine/meaning/byte-rows.js';

const START = 5;

function product(bytes: Int8Array, width: number, one: number, other: number): number {
  let sum = 0;
  for (let i = 0; i < width; i++)
    sum += (bytes[START + one * width + i] ?? 0) * (bytes[START + other * width + i] ?? 0);
  return sum;
}

// 16 and 48 are what the kernel takes, 20 is multiplied by hand.
it.each([16, 48, 20])('multiplies a row of %i bytes with others, more than fit at a time', (width) => {
  const count = 4;
  const others = fc.array(fc.integer({ min: -1, max: count - 1 }), { maxLength: 150 });
  const given = fc.int8Array({ minLength: START + count * width, maxLength: START + count * width });
  fc.assert(
    fc.property(given, others, fc.nat(count - 1), (bytes, places, place) => {
      const rows = new ByteRows(new Uint8Array(bytes.buffer.slice(0)), START, width, count);
      const products = new Float32Array(places.length + 1).fill(7);

      rows.products(place, places, products, 1);

      const expected = places.map((other) => (other < 0 ? 0 : product(bytes, width, place, other)));
      expect([...products]).toEqual([7, ...expected]);
    }),
    { numRuns: 20 },
  );
});
