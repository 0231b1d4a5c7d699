import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import { EncodedLibrary, MAX_ENCODED_SENTENCES } from '../../src/encoder-thread/encoded-library.js';
import type { EncodeOptions, EncodeOutcome } from '../../src/encoder-thread/encoder-client.js';
import { createEngine } from '../../src/engine/engine.js';
import type { Comparer } from '../../src/engine/meaning/comparer.js';
import { loadWordVectors } from '../../src/engine/meaning/load-word-vectors.js';
import { articleFrom } from '../engine/article-from.js';
import { silentComparer } from '../engine/meaning/silent-comparer.js';

/** Texts about blue things point one way, all others another. */
class ColourEncoder {
  comparer: Comparer | null = silentComparer();
  readonly asked: string[] = [];

  async encode(texts: readonly string[], _options?: EncodeOptions): Promise<EncodeOutcome> {
    this.asked.push(...texts);
    const encodings = texts.map((text) => ({
      vector: /blue|sky/.test(text) ? Float32Array.of(1, 0) : Float32Array.of(0, 1),
      tokens: new Float32Array(),
    }));
    return { ok: true, encodings };
  }
}

const loaded = loadWordVectors();
const vectors = loaded.ok ? loaded.vectors : null;
const GATES = 'The red gate opens at nine.\n\nThe blue gate opens at ten.\n\nThe grey gate opens at six.';

function firstOf(
  articles: readonly Article[],
  question: string,
  encoding: Awaited<ReturnType<EncodedLibrary['read']>>,
) {
  const outcome = createEngine(articles, { vectors }).ask(question, { encoding });
  if (outcome.kind === 'answered') return outcome.answer.paragraph;
  return outcome.kind === 'not-said' ? outcome.closest?.paragraph : outcome.kind;
}

describe('articles that have been encoded', () => {
  it('are asked with what the encoder makes of the question', async () => {
    const gates = articleFrom(GATES);
    const library = new EncodedLibrary(new ColourEncoder());
    await library.learn([gates]);

    const blue = await library.read('when does the gate by the sky open');

    expect(firstOf([gates], 'when does the gate open', undefined)).toBe(1);
    expect(firstOf([gates], 'when does the gate open', blue)).toBe(2);
  });

  it('are asked without it where one has changed since', async () => {
    const library = new EncodedLibrary(new ColourEncoder());
    await library.learn([articleFrom(GATES)]);

    const blue = await library.read('when does the gate by the sky open');

    expect(firstOf([articleFrom(GATES)], 'when does the gate open', blue)).toBe(1);
  });

  it('are encoded once', async () => {
    const encoder = new ColourEncoder();
    const library = new EncodedLibrary(encoder);
    const [gates, more] = [articleFrom(GATES), articleFrom('One more.')];
    await library.learn([gates]);

    expect(await library.learn([gates, more])).toBe(2);

    expect(encoder.asked.slice(3)).toEqual(['One more.']);
  });

  it('are English', async () => {
    const encoder = new ColourEncoder();

    const known = await new EncodedLibrary(encoder).learn([articleFrom('Ein Tor.', { language: 'de' })]);

    expect([known, encoder.asked]).toEqual([0, []]);
  });

  it('are no more than fit into memory', async () => {
    const encoder = new ColourEncoder();
    const long = articleFrom(Array.from({ length: MAX_ENCODED_SENTENCES }, () => 'A gate.').join('\n\n'));

    const known = await new EncodedLibrary(encoder).learn([articleFrom(GATES), long]);

    expect([known, encoder.asked.length]).toEqual([1, 3]);
  });
});

describe('a question goes without the encoder', () => {
  it('that is not ready, which is not even asked', async () => {
    const encoder = new ColourEncoder();
    encoder.comparer = null;

    expect(await new EncodedLibrary(encoder).read('when?')).toBeUndefined();
    expect(encoder.asked).toEqual([]);
  });

  it('that fails', async () => {
    const encode = async (): Promise<EncodeOutcome> => ({ ok: false, reason: 'missing' });

    expect(await new EncodedLibrary({ comparer: silentComparer(), encode }).read('when?')).toBeUndefined();
  });

  it('that takes too long', async () => {
    const encode = () => new Promise<EncodeOutcome>(() => {});

    expect(await new EncodedLibrary({ comparer: silentComparer(), encode }).read('when?', 1)).toBeUndefined();
  });
});
