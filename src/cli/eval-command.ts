import { readFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { formatFault } from '../article/format-fault.js';
import { MAX_ENCODED_SENTENCES } from '../encoder-thread/encoded-library.js';
import { DEFAULT_TOP } from '../engine/limits.js';
import type { Engine } from '../engine/outcome.js';
import { answerRecord } from './answer-record.js';
import { encodeCorpus, type ReadQuestion } from './encode-corpus.js';
import { EXIT } from './exit-code.js';
import { explainFileError } from './explain-file-error.js';
import {
  bestPassage,
  isRightParagraph,
  isRightSentence,
  type LabelledQuestion,
  parseLabelledQuestions,
} from './labelled-question.js';
import { openCorpus } from './open-corpus.js';
import { complain, print } from './output.js';
import { Progress } from './progress.js';

interface Options {
  readonly corpus: string;
  readonly top: number;
  readonly json?: boolean;
}

/** `pincite eval`: asks every question of a file, and prints each answer or how many were right. */
export function evalCommand(defaultCorpus: string): Command {
  return new Command('eval')
    .description('Ask every question of a JSON Lines file and count the right answers')
    .argument(
      '<questions.jsonl>',
      'a line each: {"id", "question", "article"?, "answerable"?, "paragraphs"?, "must"?}',
    )
    .option('--corpus <dir>', 'folder with the articles', defaultCorpus)
    .option('--top <n>', 'how many sentences to name, the best included', wholeNumber, DEFAULT_TOP)
    .option('--json', 'print a line of JSON for each question instead of the summary')
    .addHelpText(
      'after',
      `
Examples:
  $ npx pincite eval bench/data/article/fit.jsonl
  $ npx pincite eval questions.jsonl --corpus my-articles --json > answers.jsonl`,
    )
    .action(async (file: string, options: Options) => {
      process.exitCode = await evaluate(file, options);
    });
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 50)
    throw new InvalidArgumentError('It must be 1 to 50.');
  return value;
}

async function evaluate(file: string, options: Options): Promise<number> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    complain(`Cannot read ${file}: ${explainFileError(error)}`);
    return EXIT.error;
  }
  const parsed = parseLabelledQuestions(text);
  if (!parsed.ok) {
    complain(`${file}:${parsed.line}: ${parsed.reason}`);
    return EXIT.error;
  }
  const opened = await openCorpus(options.corpus);
  for (const fault of opened.faults) complain(formatFault(fault));
  if (!opened.ok) {
    complain(opened.reason);
    return EXIT.error;
  }
  const read = encodeCorpus(opened.engine.articles, MAX_ENCODED_SENTENCES);
  const tally = new Tally();
  const progress = new Progress('questions', parsed.questions.length);
  for (const question of parsed.questions) {
    const record = askOne(question, opened.engine, read, options.top, tally);
    if (options.json) print(JSON.stringify(record));
    progress.step();
  }
  progress.end();
  if (!options.json) print(tally.summary());
  return EXIT.ok;
}

function askOne(
  question: LabelledQuestion,
  engine: Engine,
  read: ReadQuestion,
  top: number,
  tally: Tally,
): object {
  const started = process.hrtime.bigint();
  const outcome = engine.ask(question.question, {
    articleId: question.article,
    top,
    encoding: read(question.question),
  });
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  const record = answerRecord(outcome);
  const best = bestPassage(outcome);
  tally.add({
    answerable: question.answerable,
    answered: record.answered,
    rightParagraph: isRightParagraph(question, best),
    rightSentence: isRightSentence(question, best),
    ms,
  });
  return { id: question.id, question: question.question, ...record, ms: Number(ms.toFixed(3)) };
}

interface Asked {
  readonly answerable: boolean;
  readonly answered: boolean;
  readonly rightParagraph: boolean;
  readonly rightSentence: boolean;
  readonly ms: number;
}

/** Counts what came of the questions of one run. */
class Tally {
  readonly #asked: Asked[] = [];

  add(asked: Asked): void {
    this.#asked.push(asked);
  }

  summary(): string {
    const answerable = this.#asked.filter((asked) => asked.answerable);
    const unanswerable = this.#asked.filter((asked) => !asked.answerable);
    const right = answerable.filter((asked) => asked.rightSentence);
    const times = this.#asked.map(({ ms }) => ms).sort((a, b) => a - b);
    return [
      `questions          ${this.#asked.length} (${answerable.length} answerable)`,
      `right sentence     ${share(right.length, answerable.length)}`,
      `right paragraph    ${share(answerable.filter((asked) => asked.rightParagraph).length, answerable.length)}`,
      `right and shown    ${share(right.filter((asked) => asked.answered).length, right.length)} of the right ones`,
      `wrongly answered   ${share(unanswerable.filter((asked) => asked.answered).length, unanswerable.length)} of what is not answerable`,
      `time a question    p50 ${quantile(times, 0.5).toFixed(2)} ms, p99 ${quantile(times, 0.99).toFixed(2)} ms`,
    ].join('\n');
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} % (${part}/${whole})`;
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}
