import { z } from 'zod';
import type { Outcome, Passage } from '../engine/outcome.js';

const schema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  question: z.string(),
  article: z.string().optional(),
  answerable: z.boolean().default(true),
  paragraphs: z.array(z.int().min(0)).optional(),
  must: z.array(z.string()).optional(),
  style: z.string().optional(),
});

/** A question with what is known of its answer: a line of a file that `pincite eval` reads. */
export type LabelledQuestion = z.output<typeof schema>;

export type LabelledQuestionsResult =
  | { readonly ok: true; readonly questions: readonly LabelledQuestion[] }
  | { readonly ok: false; readonly line: number; readonly reason: string };

/** Reads JSON Lines; blank lines are passed over. The first line that is not a question is named, from 1. */
export function parseLabelledQuestions(text: string): LabelledQuestionsResult {
  const questions: LabelledQuestion[] = [];
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const parsed = parseLine(line);
    if (typeof parsed === 'string') return { ok: false, line: i + 1, reason: parsed };
    questions.push(parsed);
  }
  return { ok: true, questions };
}

function parseLine(line: string): LabelledQuestion | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'this is not JSON';
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  return result.error.issues
    .map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`)
    .join('; ');
}

/** The best passage of an outcome, shown as an answer or not; null where there is none. */
export function bestPassage(outcome: Outcome): Passage | null {
  if (outcome.kind === 'answered') return outcome.answer;
  if (outcome.kind === 'not-said' || outcome.kind === 'small-talk') return outcome.closest;
  return null;
}

/** Does a passage come from one of the question's paragraphs? */
export function isRightParagraph(question: LabelledQuestion, passage: Passage | null): boolean {
  if (!passage || !question.answerable) return false;
  if (question.article !== undefined && passage.article.id !== question.article) return false;
  return question.paragraphs === undefined || question.paragraphs.includes(passage.paragraph);
}

/** Does it also hold one of the texts that an answer must hold, letter case and white space aside? */
export function isRightSentence(question: LabelledQuestion, passage: Passage | null): boolean {
  if (!passage || !isRightParagraph(question, passage)) return false;
  const text = plain(passage.text);
  return question.must === undefined || question.must.some((must) => text.includes(plain(must)));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
