import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';

const FILE = join(packageRoot(), 'bench', 'encoder', 'out-of-fold.bin');
const HEADER_BYTES = 16;
const KEY_BYTES = 8;

/** The unit vector of a text of a fold's article, by an encoder that has not learnt from that fold. */
export type OutOfFold = (text: string, fold: number) => Float32Array;

/**
 * Reads what `bench/encoder/tune.py` has written: fitted to vectors of the encoder that ships, which has learnt from
 * the same questions, the ranking would trust it too much.
 * @throws Error, from the function that is returned, for a text that the file does not hold: then it is to be made anew
 */
export async function readOutOfFold(): Promise<OutOfFold> {
  const bytes = await readFile(FILE);
  const count = bytes.readUInt32LE(8);
  const width = bytes.readUInt32LE(12);
  const places = new Map<string, number>();
  for (let i = 0; i < count; i++) {
    const at = HEADER_BYTES + i * KEY_BYTES;
    places.set(bytes.toString('hex', at, at + KEY_BYTES), HEADER_BYTES + count * KEY_BYTES + i * width);
  }
  return (text, fold) => {
    const key = createHash('sha256').update(`${fold} ${text}`).digest().toString('hex', 0, KEY_BYTES);
    const at = places.get(key);
    if (at === undefined)
      throw new Error(`${FILE} does not hold “${text.slice(0, 60)}”: see bench/encoder/README.md`);
    const row = Float32Array.from({ length: width }, (_, i) => bytes.readInt8(at + i));
    const length = Math.hypot(...row) || 1;
    return row.map((value) => value / length);
  };
}
