import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import { flattenText } from '../../src/bot/escape-text.js';
import { findPassages } from '../../src/bot/find-passages.js';
import { findPlace, formatReference } from '../../src/bot/passage-reference.js';
import { readQuestion } from '../../src/bot/read-question.js';
import { renderArticle } from '../../src/bot/render-article.js';
import { renderArticleList } from '../../src/bot/render-article-list.js';
import { renderContext } from '../../src/bot/render-context.js';
import { renderOutcome } from '../../src/bot/render-outcome.js';
import { renderPassages } from '../../src/bot/render-passages.js';
import type { Reply } from '../../src/bot/reply.js';
import { toPayload } from '../../src/bot/reply-payload.js';
import { suggestArticles } from '../../src/bot/suggest-articles.js';
import { createEngine } from '../../src/engine/engine.js';
import type { Passage } from '../../src/engine/outcome.js';
import { makeArticle } from './make-article.js';
import { nodesIn, parseMarkdown } from './parse-markdown.js';
import { showMarkdown } from './show-markdown.js';

/** Words that Discord, Markdown or the engine might trip over, and plain ones to match. */
const word = fc.constantFrom(
  ...[
    'crew',
    'base',
    'June',
    'moon',
    'ice',
    'Who',
    'the',
    '3.2',
    '-',
    '#',
    '>',
    '1.',
    '-#',
    '>>>',
    '*',
    '**',
    '__',
  ],
  ...[
    '||',
    '~~',
    '```',
    '`',
    '\\',
    '[x](y)',
    ']',
    '[',
    '<@1>',
    '<@&2>',
    '<#3>',
    '<t:4:R>',
    '@everyone',
    '@here',
  ],
  ...[
    ':smile:',
    'https://a.b/c_(d)',
    '<https://a.b>',
    '…',
    '👩‍🚀',
    'é',
    '\u0301\u0301',
    '東京',
    '‮abc',
    'עברית',
    '\u0000',
  ],
  ...['\n', '\u2028', 'x'.repeat(60), '*'.repeat(60)],
);
const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));
const anyText = fc.oneof(text, fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }));
/** Mostly short, now and then longer than any message. */
const sentence = fc
  .tuple(anyText, fc.constantFrom(1, 1, 1, 40))
  .map(([part, times]) => Array(times).fill(part).join(' '))
  .filter((whole) => whole.trim() !== '');
const paragraphs = fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 5,
});
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value);
const article = fc
  .record({
    paragraphs,
    title: sentence,
    author: maybe(sentence),
    publisher: maybe(sentence),
    published: maybe(fc.constantFrom('2031-03-07', '2031-03', '2031')),
    url: maybe(
      fc.oneof(
        fc.webUrl(),
        text.map((path) => `https://a.b/${path}`),
      ),
    ),
  })
  .map(({ paragraphs: texts, ...facts }) => makeArticle(texts, facts));

/** What the bot's own Markdown is made of; anything else has come out of an article or a question. */
const OWN_MARKDOWN = [
  'text',
  'twemoji',
  'strong',
  'blockQuote',
  'br',
  'subtext',
  'link',
  'inlineCode',
  'underline',
];

/** Holds for everything the bot sends. */
function expectSendable(reply: Reply): void {
  const payload = toPayload(reply);
  expect(payload.content.length).toBeLessThanOrEqual(2_000);
  expect(payload.content.trim()).not.toBe('');
  expect(payload.content).not.toMatch(/\p{Surrogate}/u);
  expect(payload.allowedMentions).toEqual({ parse: [], repliedUser: false });
  const types = nodesIn(parseMarkdown(payload.content)).map(({ type }) => type);
  expect(types.filter((type) => !OWN_MARKDOWN.includes(type))).toEqual([]);
  const ids = reply.buttons.map(({ id }) => id);
  expect(ids.length).toBeLessThanOrEqual(5);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Math.max(0, ...ids.map((id) => id.length))).toBeLessThanOrEqual(100);
}

/** Whether a quote is a piece of a text, with or without the ellipsis that a cut adds at its ends. */
function isPieceOf(quote: string, whole: string): boolean {
  const shown = [
    quote,
    quote.replace(/^…/, ''),
    quote.replace(/…$/, ''),
    quote.replace(/^…/, '').replace(/…$/, ''),
  ];
  return shown.some((piece) => whole.includes(piece));
}

function quotesIn(markdown: string): string[] {
  const lines = markdown.split('\n').filter((line) => line.startsWith('> '));
  return lines.map((line) => showMarkdown(line.slice(2)));
}

function textsOf({ paragraphs: all }: Article): string[] {
  return all.flatMap((paragraph) => paragraph.sentences.map((each) => flattenText(each.text)));
}

function everyPassage(source: Article): Passage[] {
  return source.paragraphs.flatMap((paragraph) =>
    paragraph.sentences.map((each): Passage => {
      const matches = [
        { start: 1, end: 3 },
        { start: Math.floor(each.text.length / 2), end: each.text.length },
      ];
      const passage = { article: source, paragraph: paragraph.number, sentence: each, text: each.text };
      return { ...passage, matches, confidence: 1, signals: [] };
    }),
  );
}

const RUNS = { numRuns: 60 };

describe('whatever the article and the question', () => {
  it('an answer quotes a verbatim piece of its sentence, cites it, and can be sent', () => {
    fc.assert(
      fc.property(article, (source) => {
        const engine = createEngine([source]);
        for (const answer of everyPassage(source)) {
          const { reply } = renderOutcome(
            { kind: 'answered', taught: false, answer, others: everyPassage(source) },
            engine,
          );

          expectSendable(reply);
          const [quote = '', ...more] = quotesIn(reply.text);
          expect(more).toEqual([]);
          expect(isPieceOf(quote, flattenText(answer.text))).toBe(true);
          expect(reply.text).toMatch(
            new RegExp(`\n-# .*¶ ${answer.paragraph} of ${source.paragraphs.length}`),
          );
        }
      }),
      RUNS,
    );
  });

  it('what the engine makes of it can be sent, and an answer is the corpus’s own words', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(article, { minLength: 1, maxLength: 2 }),
        anyText,
        async (sources, question) => {
          // An id and a version of its own, as every article has.
          const articles = sources.map((source, i) => ({ ...source, id: `a${i}`, version: `v0123456_${i}` }));
          const engine = createEngine(articles);

          const outcome = engine.ask(readQuestion(question));
          const { reply } = renderOutcome(outcome, engine);

          expectSendable(reply);
          if (outcome.kind === 'answered' && outcome.answer.sentence) {
            const [quote = ''] = quotesIn(reply.text);
            expect(articles.flatMap(textsOf).some((whole) => isPieceOf(quote, whole))).toBe(true);
          } else if (outcome.kind !== 'answered') {
            expect(quotesIn(reply.text)).toEqual([]);
          }
          expect((await findPassages({ engine }, question, 4)).length).toBeLessThanOrEqual(4);
        },
      ),
      RUNS,
    );
  });

  it('contexts and other passages are verbatim and can be sent', () => {
    fc.assert(
      fc.property(article, (source) => {
        const passages = everyPassage(source);
        expectSendable({ text: renderPassages('Here.', passages.slice(0, 4)), buttons: [] });
        for (const passage of passages) {
          const place = findPlace([source], formatReference(passage) ?? '');
          if (!place) throw new Error('the reference leads nowhere');
          const context = renderContext(place);

          expectSendable({ text: context, buttons: [] });
          const around = source.paragraphs.slice(Math.max(0, passage.paragraph - 2), passage.paragraph + 1);
          const quotes = quotesIn(context);
          expect(quotes).toHaveLength(around.length);
          for (const [i, quote] of quotes.entries()) {
            expect(isPieceOf(quote, flattenText(around[i]?.text ?? ''))).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  it('lists, pages and suggestions hold what Discord takes', () => {
    fc.assert(
      fc.property(article, anyText, fc.integer({ min: -5, max: 50 }), (source, typed, page) => {
        const articles = Array.from({ length: 30 }, (_, i) => ({
          ...source,
          id: `${i}${'i'.repeat(i * 5)}`,
        }));

        expectSendable(renderArticle(source, page));
        expectSendable(renderArticleList(articles, page));
        const choices = suggestArticles(articles, typed);

        expect(choices.length).toBeLessThanOrEqual(25);
        for (const { name, value } of choices) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(100);
          expect(value.length).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 30 },
    );
  });
});
