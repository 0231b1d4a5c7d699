import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadCorpus } from '../../src/article/load-corpus.js';
import { metadataLines } from '../../src/article/metadata.js';

const MEMBERS = fileURLToPath(new URL('../../../shared/members/', import.meta.url));
const GENRES = ['news', 'games', 'tech', 'hobby', 'knowledge', 'places'];

const labelled = z.object({
  id: z.string(),
  article: z.string(),
  answerable: z.boolean(),
  paragraphs: z.array(z.number()).default([]),
  must: z.array(z.string()).default([]),
});

/** Articles as people write them, with questions whose answers' paragraphs were labelled by hand. */
describe.runIf(existsSync(MEMBERS)).each(GENRES)('the members’ articles about %s', (genre) => {
  const fold = (text: string) => text.toLowerCase().replace(/\s+/gu, '');

  it('load without a fault, and every labelled answer is inside one sentence of its paragraph', async () => {
    const { articles, faults } = await loadCorpus(`${MEMBERS}${genre}/corpus`);
    const lines = readFileSync(`${MEMBERS}${genre}/questions.jsonl`, 'utf8').trim().split('\n');
    const questions = lines
      .map((line) => labelled.parse(JSON.parse(line)))
      .filter((question) => question.answerable);

    const lost = questions.filter(({ article: id, paragraphs, must }) => {
      const article = articles.find((one) => one.id === id);
      const sentences = article?.paragraphs.flatMap((paragraph) => paragraph.sentences) ?? [];
      const texts = [
        ...sentences.filter((sentence) => paragraphs.includes(sentence.paragraph)),
        ...(article && paragraphs.includes(0) ? metadataLines(article) : []),
      ].map((line) => fold(line.text));
      return !must.some((answer) => texts.some((text) => text.includes(fold(answer))));
    });

    expect(faults).toEqual([]);
    expect(articles).toHaveLength(6);
    expect(questions.length).toBeGreaterThan(0);
    expect(lost.map((question) => question.id)).toEqual([]);
  });
});
