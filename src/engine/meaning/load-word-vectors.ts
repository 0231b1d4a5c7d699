import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../package-root.js';
import { type ParsedVectors, WordVectors } from './word-vectors.js';

/**
 * Reads the table of word vectors: 8 MB in one go, some 20 ms. Where it is missing or damaged the engine goes
 * without, and the reason is for the log.
 * @param path by default the table that ships, which the build leaves where it is
 */
export function loadWordVectors(
  path = join(packageRoot(), 'src', 'engine', 'meaning', 'vectors.bin'),
): ParsedVectors {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
  return WordVectors.parse(bytes);
}
