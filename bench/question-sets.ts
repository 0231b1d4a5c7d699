import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Article } from '../src/article/article.js';
import { loadCorpus } from '../src/article/load-corpus.js';
import { type LabelledQuestion, parseLabelledQuestions } from '../src/cli/labelled-question.js';
import { packageRoot } from '../src/package-root.js';

/** `fit` may be looked into while tuning; of `measure` only totals are ever looked at. */
export type Half = 'fit' | 'measure';

/** Questions of one kind, with the articles they are put to. */
export interface QuestionSet {
  readonly name: string;
  readonly half: Half;
  readonly language: string;
  readonly articles: readonly Article[];
  readonly questions: readonly LabelledQuestion[];
  /** Ids of the articles that those of the set are dealt to folds with, where there are more than its own. */
  readonly dealtWith?: readonly string[];
}

const DATA = join(packageRoot(), 'bench', 'data');
/** Encyclopedic questions that are not the project's own to ship; measured where they are at hand. */
const TUNE = join(packageRoot(), '..', 'shared', 'tune');
/** The news story that the shipped article retells; neither is it. */
const STORY = join(packageRoot(), '..', 'shared', 'seed');

const splitFile = z.record(
  z.string(),
  z.object({ fit: z.array(z.string()), measure: z.array(z.string()), spent: z.array(z.string()).optional() }),
);

/** Questions about the shipped article. */
export async function articleSet(half: Half): Promise<QuestionSet> {
  const { articles } = await loadCorpus(join(packageRoot(), 'corpus'));
  const questions = await readQuestions(join(DATA, 'article', `${half}.jsonl`));
  return { name: 'shipped article', half, language: 'en', articles, questions };
}

/** The same questions, put to the news story that the shipped article retells, or null where it is not at hand. */
export async function storySet(half: Half): Promise<QuestionSet | null> {
  if (!existsSync(STORY)) return null;
  const { articles } = await loadCorpus(STORY);
  const shipped = await articleSet(half);
  const id = shipped.articles[0]?.id ?? '';
  return { ...shipped, name: 'original story', articles: articles.map((article) => ({ ...article, id })) };
}

/** Members' questions of all six genres, split by article as `split.json` says. */
export async function membersSet(half: Half): Promise<QuestionSet> {
  const split = splitFile.parse(JSON.parse(await readFile(join(DATA, 'members', 'split.json'), 'utf8')));
  const articles: Article[] = [];
  const questions: LabelledQuestion[] = [];
  for (const [genre, halves] of Object.entries(split)) {
    const chosen = new Set(halves[half]);
    const corpus = await loadCorpus(join(DATA, 'members', genre, 'corpus'));
    articles.push(...corpus.articles.filter(({ id }) => chosen.has(id)));
    const all = await readQuestions(join(DATA, 'members', genre, 'questions.jsonl'));
    questions.push(...all.filter(({ article }) => article !== undefined && chosen.has(article)));
  }
  return { name: 'members', half, language: 'en', articles, questions };
}

/** Languages that members' articles were translated to. */
const TRANSLATED = ['de', 'es', 'ru', 'zh'];

/** In each of these languages one of the members' articles of every genre, with the questions about it. */
export function translations(half: Half): Promise<QuestionSet[]> {
  return Promise.all(TRANSLATED.map((language) => translatedSet(language, half)));
}

async function translatedSet(language: string, half: Half): Promise<QuestionSet> {
  const dir = join(DATA, 'translated', language);
  const { articles } = await membersSet(half);
  const dealtWith = articles.map(({ id }) => id);
  const corpus = await loadCorpus(join(dir, 'corpus'));
  const own = corpus.articles.filter(({ id }) => dealtWith.includes(id));
  const ids = new Set(own.map(({ id }) => id));
  const questions = await readQuestions(join(dir, 'questions.jsonl'));
  return {
    name: `members ${language}`,
    half,
    language,
    articles: own,
    questions: questions.filter(({ article }) => article !== undefined && ids.has(article)),
    dealtWith,
  };
}

/**
 * Short texts with questions, written to learn from and for nothing else.
 * @param folder `encoder-practice` for those that only the sentence encoder learns from
 */
export async function practiceSet(
  folder: 'practice' | 'encoder-practice' = 'practice',
): Promise<QuestionSet> {
  const { articles } = await loadCorpus(join(DATA, folder, 'corpus'));
  const questions = await readQuestions(join(DATA, folder, 'questions.jsonl'));
  return { name: folder, half: 'fit', language: 'en', articles, questions };
}

/** A question that leans on others, and these, oldest first. */
export interface Dialogue {
  readonly turns: readonly string[];
  readonly question: LabelledQuestion;
}

const turnsOfLine = z.object({ turns: z.array(z.string()) });

/** Short dialogues about articles of the fitting half; split by article. */
export async function dialogues(half: Half): Promise<Dialogue[]> {
  const file = join(DATA, 'follow-ups', `${half}.jsonl`);
  const questions = await readQuestions(file);
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return questions.map((question, i) => ({
    turns: turnsOfLine.parse(JSON.parse(lines[i] ?? '')).turns,
    question,
  }));
}

/** Encyclopedic questions, or null where they are not at hand. Split by article, by the hash of its id. */
export async function tuneSet(language: string, half: Half | 'all'): Promise<QuestionSet | null> {
  const dir = join(TUNE, language);
  if (!existsSync(dir)) return null;
  const { articles } = await loadCorpus(join(dir, 'corpus'));
  const sorted = articles.map(({ id }) => id).sort((a, b) => (sha256(a) < sha256(b) ? -1 : 1));
  const middle = sorted.length / 2;
  const chosen = new Set(
    half === 'all' ? sorted : half === 'fit' ? sorted.slice(0, middle) : sorted.slice(middle),
  );
  const questions = await readQuestions(join(dir, 'questions.jsonl'));
  return {
    name: `encyclopedic ${language}`,
    half: half === 'all' ? 'measure' : half,
    language,
    articles: articles.filter(({ id }) => chosen.has(id)),
    questions: questions.filter(({ article }) => article !== undefined && chosen.has(article)),
  };
}

/** The languages for which encyclopedic questions are at hand. */
export async function tuneLanguages(): Promise<string[]> {
  if (!existsSync(TUNE)) return [];
  const entries = await readdir(TUNE, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** @throws Error naming the line, since a faulty file here is a bug */
async function readQuestions(file: string): Promise<readonly LabelledQuestion[]> {
  const parsed = parseLabelledQuestions(await readFile(file, 'utf8'));
  if (!parsed.ok) throw new Error(`${file}:${parsed.line}: ${parsed.reason}`);
  return parsed.questions;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
