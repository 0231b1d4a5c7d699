import { loadWordVectors } from '../src/engine/meaning/load-word-vectors.js';

const parsed = loadWordVectors();
if (!parsed.ok) throw new Error(`The word vectors that ship cannot be read: ${parsed.reason}`);

/** The word vectors that ship, as the bot uses them. */
export const wordVectors = parsed.vectors;
