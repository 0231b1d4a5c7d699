import { loadEncoder } from '../../src/engine/meaning/encoder/load-encoder.js';
import { articleSet, membersSet, tuneSet } from '../question-sets.js';

/**
 * Encodes every question, sentence and paragraph of the fitting halves and prints each as a line of JSON, for
 * `compare.py`: `{text, vector, ms}`.
 */
const loaded = loadEncoder();
if (!loaded.ok) throw new Error(loaded.reason);
const texts = new Set<string>();
for (const set of [await articleSet('fit'), await membersSet('fit'), await tuneSet('en', 'fit')]) {
  for (const { question } of set?.questions ?? []) texts.add(question);
  for (const { sentences } of set?.articles.flatMap(({ paragraphs }) => paragraphs) ?? []) {
    for (const { text } of sentences) texts.add(text);
    texts.add(sentences.map(({ text }) => text).join(' '));
  }
}
for (const text of texts) {
  const start = performance.now();
  const { vector } = loaded.encoder.encode(text);
  const ms = performance.now() - start;
  process.stdout.write(`${JSON.stringify({ text, vector: [...vector], ms })}\n`);
}
