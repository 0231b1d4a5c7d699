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
const GATES = 'The red gate opens at ten.\n\nThe blue gate opens at six.\n\nThe grey gate opens at nine.';

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

    const blue = await library.read('when does the gate by the sky open', [gates]);

    expect(firstOf([gates], 'when does the gate open', undefined)).not.toBe(2);
    expect(firstOf([gates], 'when does the gate open', blue)).toBe(2);
  });

  it('are asked without it where one has changed since', async () => {
    const library = new EncodedLibrary(new ColourEncoder());
    await library.learn([articleFrom(GATES)]);
    const changed = articleFrom(GATES);

    const blue = await library.read('when does the gate by the sky open', [changed]);

    expect(firstOf([changed], 'when does the gate open', blue)).not.toBe(2);
  });

  it('are encoded once', async () => {
    const encoder = new ColourEncoder();
    const library = new EncodedLibrary(encoder);
    const [gates, more] = [articleFrom(GATES), articleFrom('One more.')];
    await library.learn([gates]);

    expect(await library.learn([gates, more])).toBe(2);

    expect(encoder.asked.slice(3)).toEqual(['One more.']);
  });

  it('are read word by word in English where they are of another language that has a glossary', async () => {
    const encoder = new ColourEncoder();
    const library = new EncodedLibrary(encoder);
    const gates = articleFrom('Das rote Tor öffnet um neun.\n\nDas blaue Tor öffnet um zehn.', {
      language: 'de',
    });
    await library.learn([gates]);

    const blue = await library.read('Wann öffnet das Tor am Himmel?', [gates]);

    expect(encoder.asked).toEqual([
      expect.stringMatching(/red gate/),
      expect.stringMatching(/blue gate/),
      expect.stringMatching(/when .*gate .*sky/),
    ]);
    expect(firstOf([gates], 'wann öffnet das Tor', blue)).toBe(2);
  });

  it('are left out where there is no glossary for their language', async () => {
    const encoder = new ColourEncoder();

    const known = await new EncodedLibrary(encoder).learn([articleFrom('Yksi portti.', { language: 'fi' })]);

    expect([known, encoder.asked]).toEqual([0, []]);
  });

  it('are no more than fit into memory', async () => {
    const encoder = new ColourEncoder();
    const long = articleFrom(Array.from({ length: MAX_ENCODED_SENTENCES }, () => 'A gate.').join('\n\n'));

    const known = await new EncodedLibrary(encoder).learn([articleFrom(GATES), long]);

    expect([known, encoder.asked.length]).toEqual([1, 3]);
  });
});

describe('the lessons of encoded articles', () => {
  const front = 'taught:\n  - paragraph: 2\n    questions: [when can i see the sky]';
  const taught = () => articleFrom(GATES, { front });

  it('are read after all sentences, and made ready before a question meets them', async () => {
    const encoder = new ColourEncoder();
    const ready: string[] = [];
    const library = new EncodedLibrary(encoder, async ({ id }, encoded) => {
      ready.push(`${id}: ${encoded.length}`);
    });
    const [gates, more] = [taught(), articleFrom('One more.')];

    await library.learn([gates, more]);

    expect(encoder.asked.slice(3)).toEqual(['One more.', 'when can i see the sky']);
    expect(ready).toEqual(['test: 1']);
    const asked = await library.read('the sky', [gates]);
    expect(asked?.withLessons(gates)?.lessons).toEqual([Float32Array.of(1, 0)]);
  });

  it('are left out where they no longer fit into memory', async () => {
    const encoder = new ColourEncoder();
    const gates = taught();
    const library = new EncodedLibrary(encoder);

    await library.learn([gates], 3);

    const asked = await library.read('the sky', [gates]);
    expect(asked?.has(gates)).toBe(true);
    expect(asked?.withLessons(gates)).toBeNull();
  });
});

function readWith(encode: () => Promise<EncodeOutcome>, patience?: number) {
  const library = new EncodedLibrary({ comparer: silentComparer(), encode });
  return library.read('when?', [articleFrom(GATES)], patience);
}

describe('a question goes without the encoder', () => {
  it('that is not ready, which is not even asked', async () => {
    const encoder = new ColourEncoder();
    encoder.comparer = null;

    expect(await new EncodedLibrary(encoder).read('when?', [articleFrom(GATES)])).toBeUndefined();
    expect(encoder.asked).toEqual([]);
  });

  it('that fails', async () => {
    const encode = async (): Promise<EncodeOutcome> => ({ ok: false, reason: 'missing' });

    expect(await readWith(encode)).toBeUndefined();
  });

  it('that takes too long', async () => {
    const encode = () => new Promise<EncodeOutcome>(() => {});

    expect(await readWith(encode, 1)).toBeUndefined();
  });
});
