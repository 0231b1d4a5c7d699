import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Comparer } from '../../src/engine/meaning/comparer.js';
import type { TextEncoding } from '../../src/engine/meaning/text-encoding.js';
import { packageRoot } from '../../src/package-root.js';

const FILE = join(packageRoot(), 'bench', 'encoder', 'out-of-fold.bin');
const HEADER_BYTES = 28;
const KEY_BYTES = 8;

/** What texts of a fold's articles look like to an encoder that has not learnt from that fold. */
export interface OutOfFold {
  /** @throws Error for a text that the file does not hold: then it is to be made anew */
  encode(text: string, fold: number): TextEncoding;
  comparerOf(fold: number): Comparer;
}

/**
 * Reads what `bench/encoder/tune.py` has written and describes: fitted to what the encoder that ships makes of texts,
 * which has learnt from the same questions, the ranking would trust it too much.
 */
export async function readOutOfFold(): Promise<OutOfFold> {
  const bytes = await readFile(FILE);
  const [texts = 0, width = 0, kept = 0, folds = 0, numbers = 0] = [8, 12, 16, 20, 24].map((at) =>
    bytes.readUInt32LE(at),
  );
  const scalesAt = HEADER_BYTES + 4 * folds * numbers;
  const countsAt = scalesAt + 4 * texts;
  const keysAt = countsAt + 4 * texts;
  const vectorsAt = keysAt + KEY_BYTES * texts;
  const comparers = Array.from({ length: folds }, (_, fold) => {
    const at = HEADER_BYTES + 4 * fold * numbers;
    const floats = Float32Array.from({ length: numbers }, (_, i) => bytes.readFloatLE(at + 4 * i));
    return new Comparer({ width: kept, numbers: floats });
  });
  const places = new Map<string, { readonly text: number; readonly tokensAt: number }>();
  let tokensAt = vectorsAt + width * texts;
  for (let text = 0; text < texts; text++) {
    const at = keysAt + KEY_BYTES * text;
    places.set(bytes.toString('hex', at, at + KEY_BYTES), { text, tokensAt });
    tokensAt += kept * bytes.readUInt32LE(countsAt + 4 * text);
  }
  return {
    comparerOf(fold) {
      const comparer = comparers[fold];
      if (!comparer) throw new Error(`${FILE} holds no comparer`);
      return comparer;
    },
    encode(text, fold) {
      const key = createHash('sha256').update(`${fold} ${text}`).digest().toString('hex', 0, KEY_BYTES);
      const place = places.get(key);
      if (!place)
        throw new Error(`${FILE} does not hold “${text.slice(0, 60)}”: see bench/encoder/README.md`);
      const row = Float32Array.from({ length: width }, (_, i) =>
        bytes.readInt8(vectorsAt + place.text * width + i),
      );
      const length = Math.hypot(...row) || 1;
      const scale = bytes.readFloatLE(scalesAt + 4 * place.text);
      const count = kept * bytes.readUInt32LE(countsAt + 4 * place.text);
      return {
        vector: row.map((value) => value / length),
        tokens: Float32Array.from({ length: count }, (_, i) => scale * bytes.readInt8(place.tokensAt + i)),
      };
    },
  };
}
