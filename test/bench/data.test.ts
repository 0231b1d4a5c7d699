import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Article } from '../../src/article/article.js';
import { loadCorpus } from '../../src/article/load-corpus.js';

const GENRES = ['games', 'hobby', 'knowledge', 'news', 'places', 'tech'] as const;

const common = { id: z.string().min(1), question: z.string().min(1).max(300), article: z.string().min(1) };
const questionSchema = z.discriminatedUnion('answerable', [
  z.strictObject({
    ...common,
    answerable: z.literal(true),
    paragraphs: z.array(z.int().min(0)).min(1),
    must: z.array(z.string().min(1)).min(1),
    style: z.enum(['paraphrase', 'typo', 'casual', 'keyword', 'plain', 'long', 'metadata']),
  }),
  z.strictObject({
    ...common,
    answerable: z.literal(false),
    paragraphs: z.tuple([]),
    must: z.tuple([]),
    style: z.enum(['near', 'offtopic', 'smalltalk', 'injection', 'gibberish']),
  }),
]);
const practiceSchema = z.strictObject({
  ...common,
  answerable: z.boolean(),
  paragraphs: z.array(z.int().min(1)).max(1),
  must: z.array(z.string()).max(1),
});

const dialogueSchema = z.strictObject({
  ...common,
  turns: z.array(z.string()).min(1),
  answerable: z.literal(true),
  paragraphs: z.array(z.int().min(1)).min(1),
  must: z.array(z.string().min(1)).min(1),
});

type BenchQuestion = z.infer<typeof questionSchema>;

const splitSchema = z.record(
  z.enum(GENRES),
  z.strictObject({
    fit: z.array(z.string()).length(3),
    measure: z.array(z.string()),
    spent: z.array(z.string()).default([]),
  }),
);

const fit = readQuestions('bench/data/article/fit.jsonl');
const measure = readQuestions('bench/data/article/measure.jsonl');
const members = GENRES.map((genre) => readQuestions(`bench/data/members/${genre}/questions.jsonl`));
const split = splitSchema.parse(JSON.parse(readFileSync('bench/data/members/split.json', 'utf8')));

const corpora = await Promise.all(
  ['corpus', ...GENRES.map((genre) => `bench/data/members/${genre}/corpus`)].map((dir) => loadCorpus(dir)),
);
const [shipped, ...byGenre] = corpora.map(({ articles }) => articles.map(({ id }) => id));
const articles = new Map(
  corpora.flatMap((corpus) => corpus.articles.map((article) => [article.id, article])),
);

describe('the articles asked about', () => {
  it('load without a fault', () => {
    expect(corpora.flatMap(({ faults }) => faults)).toEqual([]);
    expect(shipped).toContain('nasa-roscosmos');
    expect(byGenre.map((ids) => ids.length)).toEqual([6, 6, 6, 6, 6, 6]);
  });
});

describe('the questions', () => {
  const all = [...fit, ...measure, ...members.flat()];

  it('each have an id of their own', () => {
    expect(repeated(all.map(({ id }) => id))).toEqual([]);
  });

  it('are asked of an article once, in one half only', () => {
    expect(repeated(all.map(({ article, question }) => `${article}: ${plain(question)}`))).toEqual([]);
  });

  it('find one of `must` in every paragraph they name', () => {
    const wrong = all.filter(({ article, paragraphs, must }) =>
      paragraphs.some((number) => {
        const paragraph = plain(passagesOf(articles.get(article), number).join(' '));
        return !must.some((text) => paragraph.includes(plain(text)));
      }),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('the halves of the questions about the shipped article', () => {
  const halves = [fit, measure];

  it('are about that article', () => {
    expect(new Set(halves.flat().map(({ article }) => article))).toEqual(new Set(['nasa-roscosmos']));
  });

  it('find each of `must` within one sentence', () => {
    const wrong = halves.flat().filter(({ article, paragraphs, must }) => {
      const passages = paragraphs.flatMap((number) => passagesOf(articles.get(article), number)).map(plain);
      return !must.every((text) => passages.some((passage) => passage.includes(plain(text))));
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ['fit', fit, 52],
    ['measure', measure, 42],
  ])('%s has the promised number of each style', (_, half, paraphrases) => {
    expect(countBy(half, ({ style }) => [style])).toEqual({
      paraphrase: paraphrases,
      typo: 28,
      casual: 29,
      keyword: 18,
      plain: 18,
      long: 9,
      metadata: 15,
      near: 39,
      offtopic: 12,
      smalltalk: 12,
      injection: 7,
      gibberish: 7,
    });
  });

  it('both ask about the metadata and all nine paragraphs, ten times or more', () => {
    const counts = halves.map((half) => countBy(half, ({ paragraphs }) => paragraphs));
    for (const count of counts) {
      expect(Object.keys(count)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
      expect(Math.min(...Object.values(count))).toBeGreaterThanOrEqual(10);
    }
  });
});

describe('the questions of members', () => {
  it('ask every article of their genre forty times what it says and sixteen times what it does not', () => {
    const counts = members.map((questions) =>
      countBy(questions, ({ article, answerable }) => [`${article} ${answerable}`]),
    );
    const promised = byGenre.map((ids) =>
      Object.fromEntries(
        ids.flatMap((id) => [
          [`${id} true`, 40],
          [`${id} false`, 16],
        ]),
      ),
    );
    expect(counts).toEqual(promised);
  });

  it('are split by the SHA-256 of the article id, the first three for fitting', () => {
    const digest = (id: string) => createHash('sha256').update(id).digest('hex');
    const sorted = byGenre.map((ids) => ids.toSorted((a, b) => (digest(a) < digest(b) ? -1 : 1)));
    expect(GENRES.map((genre) => [...split[genre].fit])).toEqual(sorted.map((ids) => ids.slice(0, 3)));
    expect(GENRES.map((genre) => [...split[genre].measure, ...split[genre].spent].toSorted())).toEqual(
      sorted.map((ids) => ids.slice(3).toSorted()),
    );
  });
});

describe.each(['translated/de', 'translated/es', 'translated/ru', 'translated/zh'])(
  'the members’ articles and questions in %s',
  async (path) => {
    const folder = `bench/data/${path}`;
    const { articles: texts, faults } = await loadCorpus(`${folder}/corpus`);
    const asked = readQuestions(`${folder}/questions.jsonl`);

    it('load without a fault, all in that language', () => {
      expect(faults).toEqual([]);
      expect(new Set(texts.map(({ language }) => language))).toEqual(new Set([path.split('/')[1]]));
    });

    it('have an id of their own, and are asked of an article that is there', () => {
      const ids = texts.map(({ id }) => id);
      expect(repeated(asked.map(({ id }) => id))).toEqual([]);
      expect(asked.filter(({ article }) => !ids.includes(article)).map(({ id }) => id)).toEqual([]);
    });

    it('name one sentence that answers, or none', () => {
      const wrong = asked.filter(({ article, answerable, paragraphs, must }) => {
        const text = texts.find(({ id }) => id === article);
        const passages = paragraphs.flatMap((number) => passagesOf(text, number));
        const right = passages.filter((passage) => must.some((part) => passage.includes(part)));
        return right.length !== (answerable ? 1 : 0);
      });
      expect(wrong.map(({ id }) => id)).toEqual([]);
    });
  },
);

it.each(['de', 'es', 'ru', 'zh'])('articles in %s are of every genre, of either half', async (language) => {
  const { articles: texts } = await loadCorpus(`bench/data/translated/${language}/corpus`);
  const genresOf = (half: 'fit' | 'measure') =>
    GENRES.filter((genre) => texts.some(({ id }) => split[genre][half].includes(id)));
  expect([genresOf('fit'), genresOf('measure')]).toEqual([GENRES, GENRES]);
});

it('the shipped article is taught no question twice, and none of the measuring half', async () => {
  const { articles: taught } = await loadCorpus('corpus');
  const lessons = taught.flatMap((article) => article.lessons.map(({ question }) => plain(question)));
  expect(lessons.length).toBeGreaterThan(3_000);
  expect(repeated(lessons)).toEqual([]);
  const asked = new Set(measure.map(({ question }) => plain(question)));
  expect(lessons.filter((question) => asked.has(question))).toEqual([]);
});

describe('the practice texts and the dialogues', () => {
  const dialogues = ['fit', 'measure'].map((half) =>
    readLines(`bench/data/follow-ups/${half}.jsonl`, dialogueSchema),
  );

  it.each(['practice', 'encoder-practice'])(
    'name one sentence that answers each question of %s, or none',
    async (folder) => {
      const practised = readLines(`bench/data/${folder}/questions.jsonl`, practiceSchema);
      const { articles: texts, faults } = await loadCorpus(`bench/data/${folder}/corpus`);
      const sentences = new Map(
        texts.map(({ id, paragraphs }) => [id, paragraphs.flatMap((paragraph) => paragraph.sentences)]),
      );
      const wrong = practised.filter(({ article, answerable, paragraphs, must }) => {
        const right = sentences
          .get(article)
          ?.filter(({ paragraph, text }) => paragraphs.includes(paragraph) && must.includes(text));
        return right?.length !== (answerable ? 1 : 0);
      });
      expect(faults).toEqual([]);
      expect(wrong.map(({ id }) => id)).toEqual([]);
    },
  );

  it('ask, in dialogues, articles of the fitting half alone', () => {
    const fitting = ['nasa-roscosmos', ...GENRES.flatMap((genre) => split[genre].fit)];
    const asked = dialogues.map((half) => [...new Set(half.map(({ article }) => article))]);
    expect(asked.flat().filter((article) => !fitting.includes(article))).toEqual([]);
    expect(repeated(asked.flat())).toEqual([]);
  });

  it('find what a dialogue’s last answer must hold in a sentence of the paragraphs it names', () => {
    const wrong = dialogues.flat().filter(({ article, paragraphs, must }) => {
      const passages = paragraphs.flatMap((number) => passagesOf(articles.get(article), number)).map(plain);
      return !must.some((text) => passages.some((passage) => passage.includes(plain(text))));
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

function readLines<T>(path: string, schema: z.ZodType<T>): T[] {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

function readQuestions(path: string): BenchQuestion[] {
  return readLines(path, questionSchema);
}

/** What can be quoted from a paragraph; 0 is the metadata. */
function passagesOf(article: Article | undefined, paragraph: number): string[] {
  if (paragraph > 0) return article?.paragraphs[paragraph - 1]?.sentences.map(({ text }) => text) ?? [];
  const { author, publisher, place, published, url, editors = [] } = article ?? {};
  return [author, publisher, place, published, url, ...editors].filter((text) => typeof text === 'string');
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, i) => texts.indexOf(text) !== i);
}

function countBy<T>(items: readonly T[], keysOf: (item: T) => readonly (string | number)[]) {
  const counts: Record<string, number> = {};
  for (const key of items.flatMap(keysOf)) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
