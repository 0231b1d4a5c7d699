import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../package-root.js';
import { type ParsedEncoder, SentenceEncoder } from './sentence-encoder.js';

/**
 * Reads the sentence encoder: 7 MB in one go. Where it is missing or damaged the reason is for the log.
 * @param path by default the one that ships, which the build leaves where it is
 */
export function loadEncoder(
  path = join(packageRoot(), 'src', 'engine', 'meaning', 'encoder.bin'),
): ParsedEncoder {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
  return SentenceEncoder.parse(bytes);
}
