import type { Article } from '../../src/article/article.js';
import { peerSearcher, pinciteNoEncoder, type Searcher } from '../accuracy/searcher.js';
import { miniSearchTypos } from '../peers/minisearch.js';
import { membersSet } from '../question-sets.js';
import { formatMegabytes, formatShare } from '../report/format.js';
import { reportProgress } from '../report/progress.js';
import type { Table } from '../report/table.js';
import { largeCorpus } from './large-corpus.js';
import { type MisspeltQuestion, misspeltQuestions } from './misspelt-questions.js';
import { timeCells } from './speed-section.js';
import { timeOf, timeRounds } from './time-rounds.js';

const SENTENCES = 100_000;
const QUESTIONS = 100;
const ROUNDS = { rounds: 7, warmUp: 30, budget: 90_000 };

interface Built {
  readonly name: string;
  readonly ask: ReturnType<Searcher['open']>;
  readonly ms: number;
  readonly bytes: number;
}

/** A corpus of 100,000 sentences and a misspelt word in every question. */
export async function largeTables(): Promise<Table[]> {
  const { articles: source } = await membersSet('fit');
  reportProgress('large corpus: making it');
  const articles = largeCorpus(source, SENTENCES);
  const questions = misspeltQuestions(articles, QUESTIONS);
  const built = [peerSearcher(miniSearchTypos), pinciteNoEncoder].map((searcher) => {
    reportProgress(`large corpus: ${searcher.name} builds its index`);
    return build(searcher, articles, questions);
  });
  reportProgress('large corpus: asking');
  const timings = timeRounds(
    built.map(({ name, ask }) => ({
      name,
      asks: questions.map(
        ({ question }) =>
          () =>
            ask(question),
      ),
    })),
    ROUNDS,
  );
  return [
    {
      title: '100,000 sentences, a misspelt word in every question',
      note: `Building includes the first question. p50 and p99 in milliseconds, and in brackets how many times Pincite's own: ${QUESTIONS} questions, each question's time being the median of up to ${ROUNDS.rounds} rounds after some to warm up. Found: questions whose first hit is the sentence that their words were taken from, %.`,
      head: ['', 'build, s', 'memory, MB', 'p50', 'p99', 'found'],
      rows: built.map(({ name, ask, ms, bytes }, i) => [
        name,
        (ms / 1_000).toFixed(1),
        formatMegabytes(bytes),
        ...timeCells(timings[i], timings.at(-1)),
        formatShare(
          questions.filter(({ question, sentence }) => ask(question)?.text === sentence).length,
          QUESTIONS,
        ),
      ]),
    },
  ];
}

function build(
  searcher: Searcher,
  articles: readonly Article[],
  questions: readonly MisspeltQuestion[],
): Built {
  const before = heldBytes();
  let ask: Built['ask'] = () => null;
  const ms = timeOf(() => {
    ask = searcher.open(articles, 'en');
    ask(questions[0]?.question ?? '');
  });
  return { name: searcher.name, ask, ms, bytes: heldBytes() - before };
}

/** Bytes in use once the garbage is collected, where Node was started with `--expose-gc`. */
function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
