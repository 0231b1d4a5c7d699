import { expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import { createEngine } from '../../src/engine/engine.js';
import { MAX_COMPARED } from '../../src/engine/limits.js';
import { readEncoding, textsToEncode } from '../../src/engine/meaning/article-encoding.js';
import { Comparer } from '../../src/engine/meaning/comparer.js';
import { loadWordVectors } from '../../src/engine/meaning/load-word-vectors.js';
import { QuestionEncoding } from '../../src/engine/meaning/question-encoding.js';
import { articleFrom } from './article-from.js';

const WIDTH = 4;
const SKY = Float32Array.of(4, 0, 0, 0);
const GRASS = Float32Array.of(0, 4, 0, 0);

/** Its odds are the greater the more a sentence holds of what the question's first number stands for. */
const comparer = new Comparer({
  width: WIDTH,
  numbers: Float32Array.from([
    ...[0, 0, 0, 0, 4, 0],
    ...[0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0],
    ...new Array<number>(3 * 3 * WIDTH + WIDTH + WIDTH).fill(0),
    ...[1, 0, 0, 0],
    ...new Array<number>(2 * WIDTH).fill(0),
  ]),
});

const loaded = loadWordVectors();
const vectors = loaded.ok ? loaded.vectors : null;

/** The sentence that comes first of an article, where the encoder finds all equally near and `tokensOf` what they hold. */
function firstOf(article: Article, question: string, tokensOf: (text: string) => Float32Array) {
  const same = Float32Array.of(1, 0);
  const texts = textsToEncode(article).map((text) => ({ vector: same, tokens: tokensOf(text) }));
  const encoding = new QuestionEncoding(
    new Map([['en', { vector: same, tokens: SKY }]]),
    new Map([[article, readEncoding(article, texts)]]),
    comparer,
  );
  const outcome = createEngine([article], { vectors }).ask(question, { encoding });
  if (outcome.kind === 'answered') return outcome.answer.text;
  return outcome.kind === 'not-said' ? outcome.closest?.text : outcome.kind;
}

it('a sentence that goes together with the question comes first, piece by piece', () => {
  const gates = articleFrom('The red gate opens at nine.\n\nThe blue gate opens at ten.');
  const tokensOf = (text: string) => (text.includes('blue') ? SKY : GRASS);

  expect(firstOf(gates, 'when does the gate open', () => GRASS)).toBe('The red gate opens at nine.');
  expect(firstOf(gates, 'when does the gate open', tokensOf)).toBe('The blue gate opens at ten.');
});

it('of a long article the nearest sentences alone are read together with the question', () => {
  const count = MAX_COMPARED + 20;
  const gates = articleFrom(Array.from({ length: count }, (_, i) => `Gate ${i} opens at nine.`).join('\n\n'));
  const blueIs = (gate: number) => (text: string) => (text.startsWith(`Gate ${gate} `) ? SKY : GRASS);

  expect(firstOf(gates, 'when does it open', blueIs(3))).toBe('Gate 3 opens at nine.');
  const last = count - 1;
  expect(firstOf(gates, 'when does it open', blueIs(last))).not.toBe(`Gate ${last} opens at nine.`);
});
