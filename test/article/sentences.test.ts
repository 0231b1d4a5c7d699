import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_SENTENCE_LENGTH } from '../../src/article/limits.js';
import { splitSentences } from '../../src/article/sentences.js';

/** Splits at ‖ what a reader would, and checks that the splitter sees the same. */
function expectSentences(marked: string, language: string): void {
  const sentences = marked.split(/\s*‖\s*/);
  const text = marked.replaceAll('‖', '');
  const found = splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(sentences);
}

describe('English sentences', () => {
  it.each([
    'U.S. Transportation Secretary Ann Roe left. ‖She flew.',
    'The Mali-U.S. joint force met in Washington, D.C. ‖The talks went on.',
    'She came to Hamtramck, Mich., in 1971. ‖He did not.',
    'Fry it for 25 min., until it is brown. ‖Then eat, i.e. enjoy.',
    'Sales rose in the year to Sept. 30, up 3.5 per cent. ‖On Dec. 6 they fell.',
    'The case, Roe v. City of Ellery, No. 2024-0318, goes on. ‖It is old.',
    'J. R. R. Tolkien met Mr. C. S. Lewis Jr. in St. Petersburg. ‖They ate.',
    'Take fruit, e.g. Pears. ‖Wash it.',
    'He waited... and waited. ‖Then he slept… ‖Roe woke.',
    '“Is it sad?” she asked. ‖“No!” ‖He left.',
    '“Is it sad?” Vance asked. ‖“Yes,” said Poe.',
    '"Really?!" he said. ‖"It is."',
    'We live in the U.S. ‖He lives in the U.K. ‖You do not.',
    'We met at 5 p.m. ‖Korsmo was late. ‖We open at 8 p.m. Eastern, or 6 p.m. Lisbon time.',
    'It sank. ‖(Ours is another matter.) ‖Hulls are old.',
    'It works for Cobalt Inc. ‖The next one does not.',
    'It fell in May. ‖Roe saw it.',
    'It fell from 9.75 oz. to 9.25.',
    'It was published.[12] ‖It was read.[citation needed] ‖It was lost.:121,154 ‖It was found.',
    'Sales of phones fell. ‖iPhone sales rose.',
    'Call Node.js now. ‖See example.com for the rest.',
    'It ended.‖The next began.',
    'all in small letters. ‖like this. ‖and this.',
    'The 5" pipe broke. ‖It was old.',
    '1. Mix the flour. ‖Bake it.',
    'Cllr. Mbeki drove a Mule Mk. II there. ‖It broke.',
    'The 5" pipe came from the U.S. ‖It was old.',
  ])('%s', (marked) => {
    expectSentences(marked, 'en');
  });

  it('keep a quotation of several sentences whole when it is short, and part it when it is long', () => {
    const long = Array.from(
      { length: 12 },
      (_, i) => `Mrs. Poe has lost plank number ${i}0 of the pier to the sea.`,
    );

    expectSentences('“It is old. It is wet,” he said. ‖We left.', 'en');
    expectSentences(`“${long.join(' ‖')}” ‖We left.`, 'en');
  });
});

describe('sentences of other languages', () => {
  it.each([
    ['de', 'Am 1. Januar kam z. B. Dr. Ott. ‖Er blieb bis zum 3. Mai.'],
    [
      'de',
      'Aus dem 18. Jahrhundert stammt es. ‖Im 21. Jahrhundert sank es weit unten. ‖2012 stand es auf Platz 9.',
    ],
    ['de', '»Kommst du?« fragte er. ‖„Ja.“ ‖Sie ging.'],
    ['es', 'El Sr. Pérez y Malcolm K. Hughes hablaron del alcalde W. Haydon Burns. ‖Sin embargo, llovió.'],
    ['es', 'La Y. pestis mide 3 mm. ‖Mata mucho. ‖Lo dicen Jones et al. 1998 y otros.'],
    ['es', 'Es la 12.ª ciudad. ‖EE. UU. es grande.'],
    ['fr', 'M. Dupont est là. ‖« Oui », dit-il.'],
    ['ru', 'В 1955 г. Иванов приехал. ‖Он родился в г. Москве. ‖Это было в 1990 г. ‖Потом он уехал.'],
    ['ru', 'А. С. Пушкин и Т.Т. Цуй жили на ул. Ленина, д. 5. ‖Во 2 в. до н. э. и т. д.'],
    ['zh', '他来了。‖2000年他走了！‖“真的吗？”她问。‖他有3.5元。'],
    ['zh', '他说：“你好。我来了。”‖然后走了。'],
    ['ja', '彼は「行きます。」と言った。‖そして行った。'],
    ['hi', 'यह एक वाक्य है। ‖यह दूसरा है।'],
    ['ar', 'هذه جملة. ‖هل هذه جملة؟ ‖نعم.'],
    ['no such language', 'It rained. ‖It stopped.'],
    ['EN-gb', 'Mr. Roe left. ‖It rained.'],
  ])('%s: %s', (language, marked) => {
    expectSentences(marked, language);
  });
});

describe('a sentence', () => {
  it('ends with its line', () => {
    expectSentences('Take: ‖rats ‖two cats. ‖Go.'.replaceAll(' ‖', '\n‖'), 'en');
  });

  it('is never mere punctuation when there is a word to join it to', () => {
    expectSentences('... \n👍\nIt rained. !! ‖It stopped.\n* * *', 'en');
    expectSentences('👍 . . .', 'en');
    expectSentences('他来了。 。', 'zh');
  });

  it('too long to quote is cut at a semicolon, else at a comma, else at a space, else anywhere', () => {
    const cutsOf = (unit: string) => {
      const text = unit.repeat(2_000 / unit.length);
      return splitSentences(text, 'en').map(({ start, end }) => text.slice(start, end));
    };

    expect(cutsOf('the pier, the rats; ')[0]).toMatch(/rats;$/);
    expect(cutsOf('the pier, the rats ')[0]).toMatch(/pier,$/);
    expect(cutsOf('the pier ')[0]).toHaveLength(1_497);
    expect(cutsOf('x')[0]).toHaveLength(1_500);
    expect(cutsOf('x😀x')[0]).not.toMatch(/\p{Surrogate}/u);
  });
});

describe('whatever the text and the language', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      '. ',
      '.',
      '? ',
      '“',
      '”',
      '"',
      '(',
      ') ',
      '\n',
      '\r',
      '\u2028',
      ' ',
      '\u00a0',
      '。',
      '」',
      '…',
      'A',
      'St. ',
      'p.m. ',
    ),
    fc.constantFrom(
      'The',
      'x'.repeat(900),
      '12',
      'г. ',
      '\ud800',
      '\0',
      '👍',
      '\u202e',
      '1. ',
      '[1]',
      ':12 ',
      'z. B. ',
      'said',
    ),
  );
  const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));
  const language = fc.oneof(fc.constantFrom('en', 'de', 'es', 'ru', 'zh', 'ja', 'pt-BR', 'xx'), fc.string());

  it('its sentences and the white space between them are the text', () => {
    fc.assert(
      fc.property(text, language, (text, language) => {
        let rebuilt = '';
        for (const { start, end } of splitSentences(text, language)) {
          const gap = text.slice(rebuilt.length, start);
          expect(gap.trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          rebuilt += gap + text.slice(start, end);
        }
        expect(text.startsWith(rebuilt)).toBe(true);
        expect(text.slice(rebuilt.length).trim()).toBe('');
      }),
    );
  });

  it('no sentence is too long, begins or ends with white space, or lacks a word', () => {
    fc.assert(
      fc.property(text, language, (text, language) => {
        const sentences = splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
        for (const sentence of sentences) {
          expect(sentence.length).toBeLessThanOrEqual(MAX_SENTENCE_LENGTH);
          expect(sentence).toBe(sentence.trim());
        }
        if (/[\p{L}\p{N}]/u.test(text) && text.length <= MAX_SENTENCE_LENGTH) {
          expect(sentences.filter((sentence) => !/[\p{L}\p{N}]/u.test(sentence))).toEqual([]);
        }
      }),
    );
  });
});
