import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../package-root.js';

/** The file is little-endian: this, two uint32, the texts' keys, and for each text a row of signed bytes. */
const MAGIC = 'PINCKNW1';
const HEADER_BYTES = 16;
const KEY_BYTES = 8;
const LARGEST = 127;

/**
 * What the sentence encoder makes of texts that ship, as a whole: the questions that the articles' lessons answer, which
 * would take it some seconds at every start.
 */
export class KnownEncodings {
  readonly #vectors: ReadonlyMap<string, Float32Array>;

  private constructor(vectors: ReadonlyMap<string, Float32Array>) {
    this.#vectors = vectors;
  }

  /** Knows no text. */
  static readonly none = new KnownEncodings(new Map());

  /** Reads the bytes of an `encoded-lessons.bin`; anything else knows no text. */
  static parse(bytes: Uint8Array): KnownEncodings {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER_BYTES || String.fromCharCode(...bytes.subarray(0, MAGIC.length)) !== MAGIC)
      return KnownEncodings.none;
    const count = view.getUint32(8, true);
    const width = view.getUint32(12, true);
    const rowsAt = HEADER_BYTES + count * KEY_BYTES;
    if (bytes.length !== rowsAt + count * width) return KnownEncodings.none;
    const vectors = new Map<string, Float32Array>();
    for (let text = 0; text < count; text++) {
      const keyAt = HEADER_BYTES + text * KEY_BYTES;
      const row = bytes.subarray(rowsAt + text * width, rowsAt + (text + 1) * width);
      vectors.set(hexOf(bytes.subarray(keyAt, keyAt + KEY_BYTES)), unitVector(new Int8Array(row)));
    }
    return new KnownEncodings(vectors);
  }

  /** The bytes of a file that knows these texts' unit vectors, all of one length, right to about 0.005. */
  static pack(encodings: ReadonlyMap<string, Float32Array>): Uint8Array {
    const [first] = encodings.values();
    const width = first?.length ?? 0;
    const head = Buffer.alloc(HEADER_BYTES);
    head.write(MAGIC, 'latin1');
    head.writeUInt32LE(encodings.size, 8);
    head.writeUInt32LE(width, 12);
    const keys = Array.from(encodings.keys(), (text) => Buffer.from(keyOf(text), 'hex'));
    const rows = Array.from(encodings.values(), (vector) => {
      const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
      return Buffer.from(Int8Array.from(vector, (value) => Math.round((value / largest) * LARGEST)).buffer);
    });
    return Buffer.concat([head, ...keys, ...rows]);
  }

  /** The text's unit vector; null where it is not known. */
  of(text: string): Float32Array | null {
    return this.#vectors.get(keyOf(text)) ?? null;
  }
}

/** Of the texts that ship with the encoder; none where the file is missing. */
export function loadKnownEncodings(
  path = join(packageRoot(), 'src', 'engine', 'meaning', 'encoded-lessons.bin'),
): KnownEncodings {
  try {
    return KnownEncodings.parse(readFileSync(path));
  } catch {
    return KnownEncodings.none;
  }
}

function unitVector(row: Int8Array): Float32Array {
  const length = Math.hypot(...row) || 1;
  return Float32Array.from(row, (value) => value / length);
}

function keyOf(text: string): string {
  return hexOf(createHash('sha256').update(text).digest().subarray(0, KEY_BYTES));
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
