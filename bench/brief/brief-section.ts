import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Article, Sentence } from '../../src/article/article.js';
import { packageRoot } from '../../src/package-root.js';
import { BRIEF_LENGTHS, type BriefLength, brief } from '../../src/summary/brief.js';
import { articleSet, membersSet } from '../question-sets.js';
import { formatShare } from '../report/format.js';
import type { Table } from '../report/table.js';

const FILE = join(packageRoot(), 'bench', 'data', 'briefs.json');

/** Article id → places of the sentences that a person found to carry it, as `paragraph.sentence`, the latter from 0. */
const chosenByHand = z.record(z.string(), z.array(z.string()));

const LENGTHS = Object.keys(BRIEF_LENGTHS).filter((name): name is BriefLength => name in BRIEF_LENGTHS);

/** Ways to shorten an article, the common baseline among them: its first sentences. */
const WAYS: Readonly<Record<string, (article: Article, length: BriefLength) => readonly Sentence[]>> = {
  'the first sentences': (article, length) =>
    article.paragraphs.flatMap(({ sentences }) => sentences).slice(0, BRIEF_LENGTHS[length]),
  'the first of each paragraph': (article, length) =>
    article.paragraphs.flatMap(({ sentences }) => sentences.slice(0, 1)).slice(0, BRIEF_LENGTHS[length]),
  'Pincite’s brief': brief,
};

/** How many of a brief's sentences a person had chosen too. */
export async function briefTables(): Promise<Table[]> {
  const chosen = new Map(Object.entries(chosenByHand.parse(JSON.parse(await readFile(FILE, 'utf8')))));
  const articles = [...(await articleSet('fit')).articles, ...(await membersSet('fit')).articles].filter(
    ({ id }) => chosen.has(id),
  );
  const share = (way: (typeof WAYS)[string], length: BriefLength) => {
    const taken = articles.flatMap((article) =>
      way(article, length).map(({ paragraph, index }) =>
        chosen.get(article.id)?.includes(`${paragraph}.${index}`),
      ),
    );
    return formatShare(taken.filter(Boolean).length, taken.length);
  };
  return [
    {
      title: 'Briefs',
      note: `Share of a brief’s sentences that a person found to carry the article too, %; ${articles.length} articles, so that ten points are noise.`,
      head: ['', ...LENGTHS.map((length) => `${BRIEF_LENGTHS[length]} sentences`)],
      rows: Object.entries(WAYS).map(([name, way]) => [name, ...LENGTHS.map((length) => share(way, length))]),
    },
  ];
}
