/** A `vectors.bin` of three numbers a word, for tests: components -1 to 1, weights 0 to 2.55. */
export function wordTable(
  entries: readonly { word: string; vector: readonly number[]; weight: number }[],
): Uint8Array {
  const width = 3;
  const words = Buffer.from(entries.map(({ word }) => word).join('\n'), 'ascii');
  const header = Buffer.alloc(32);
  header.write('PINCVEC1', 'ascii');
  header.writeUInt32LE(entries.length, 8);
  header.writeUInt32LE(width, 12);
  header.writeUInt32LE(words.length, 16);
  header.writeFloatLE(100, 20);
  header.writeFloatLE(0.01, 24);
  const rows = Int8Array.from(entries.flatMap(({ vector }) => vector.map((value) => value * 100)));
  const weights = Uint8Array.from(entries.map(({ weight }) => weight * 100));
  return Buffer.concat([header, Buffer.from(rows.buffer), weights, words]);
}
