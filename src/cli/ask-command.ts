import { Command } from 'commander';
import { citationOf, formatCitation } from '../article/citation.js';
import { formatFault } from '../article/format-fault.js';
import { MAX_QUESTION_LENGTH } from '../engine/limits.js';
import type { NotSaidReason, Outcome, Passage, UnaskableReason } from '../engine/outcome.js';
import { plainText } from '../playground/terminal/plain-text.js';
import { answerRecord } from './answer-record.js';
import { encodeCorpus } from './encode-corpus.js';
import { EXIT } from './exit-code.js';
import { explainRanking } from './explain-ranking.js';
import { openCorpus } from './open-corpus.js';
import { complain, print } from './output.js';
import { terminalStyle } from './terminal-style.js';

interface Options {
  readonly corpus: string;
  readonly article?: string;
  readonly explain?: boolean;
  readonly json?: boolean;
}

/** `pincite ask`: one question, one answer; exit 0 answered, 2 the article does not say, 1 an error. */
export function askCommand(defaultCorpus: string): Command {
  return new Command('ask')
    .description('Ask the articles a question')
    .argument('<question...>', 'the question; quotes around it are optional')
    .option('--corpus <dir>', 'folder with the articles', defaultCorpus)
    .option('--article <id>', 'ask this article only (its file name without the ending)')
    .option('--explain', 'show what spoke for the best passage and for the runner-up')
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      `
Exit code: 0 answered, 2 the article does not say, 1 an error.

Examples:
  $ npx pincite ask "When did the two heads last meet?"
  $ npx pincite ask --article nasa-roscosmos --json who is nasas interim head
  $ npx pincite ask --explain where does duffy travel`,
    )
    .action(async (words: string[], options: Options) => {
      process.exitCode = await ask(words.join(' '), options);
    });
}

/** Sentences that the encoder reads for one question: about a second's worth. */
const MOST_ENCODED = 200;

async function ask(question: string, options: Options): Promise<number> {
  const opened = await openCorpus(options.corpus);
  for (const fault of opened.faults) complain(formatFault(fault));
  if (!opened.ok) {
    complain(opened.reason);
    return EXIT.error;
  }
  const { articles } = opened.engine;
  const asked =
    options.article === undefined ? articles : articles.filter(({ id }) => id === options.article);
  const encoding = encodeCorpus(asked, MOST_ENCODED)(question);
  const outcome = opened.engine.ask(question, { articleId: options.article, encoding });
  if (outcome.kind === 'unknown-article') {
    const ids = opened.engine.articles.map(({ id }) => id);
    complain(
      `There is no article “${outcome.articleId}”. There is: ${ids.slice(0, 20).join(', ')}${ids.length > 20 ? ', …' : ''}.`,
    );
    return EXIT.error;
  }
  if (outcome.kind === 'unaskable') {
    complain(UNASKABLE[outcome.reason]);
    return EXIT.error;
  }
  print(options.json ? JSON.stringify({ question, ...answerRecord(outcome) }) : describe(outcome));
  if (options.explain && !options.json) print(`\n${explainRanking(outcome)}`);
  return outcome.kind === 'answered' ? EXIT.ok : EXIT.notSaid;
}

const UNASKABLE: Readonly<Record<UnaskableReason, string>> = {
  empty: 'The question is empty. Ask in a few words, e.g. npx pincite ask "when did they last meet".',
  'too-long': `The question is longer than ${MAX_QUESTION_LENGTH} characters. Ask it in a sentence or two.`,
  'no-words':
    'There is no word in that question. Ask in a few words, e.g. npx pincite ask "when did they last meet".',
};

const NOT_SAID: Readonly<Record<NotSaidReason, string>> = {
  'nothing-matches': 'The article does not say: nothing in it matches the question.',
  'key-word-missing': 'The article does not say',
  'not-sure': 'The article does not say, as far as can be told.',
};

function describe(outcome: Exclude<Outcome, { kind: 'unaskable' | 'unknown-article' }>): string {
  const style = terminalStyle(process.stdout);
  if (outcome.kind === 'answered') {
    const { answer, otherArticle } = outcome;
    return otherArticle
      ? `${quotation(answer)}\n\nAnother article says:\n${quotation(otherArticle)}`
      : quotation(answer);
  }
  if (outcome.kind === 'small-talk') {
    return 'I look up what an article says. Ask me something about it, e.g. "when did they last meet".';
  }
  const missing = outcome.missing.map((word) => `“${plainText(word)}”`).join(', ');
  const verdict =
    outcome.reason === 'key-word-missing' && missing
      ? `The article does not say: it never mentions ${missing}.`
      : NOT_SAID[outcome.reason];
  if (!outcome.closest) return verdict;
  return `${verdict}\n\n${style('dim', 'The closest passage, which may not answer it:')}\n${quotation(outcome.closest)}`;
}

function quotation(passage: Passage): string {
  const style = terminalStyle(process.stdout);
  let quoted = '';
  let from = 0;
  for (const { start, end } of passage.matches) {
    quoted +=
      plainText(passage.text.slice(from, start)) + style('bold', plainText(passage.text.slice(start, end)));
    from = end;
  }
  quoted += plainText(passage.text.slice(from));
  const citation = formatCitation(citationOf(passage.article, passage.paragraph, passage.sentence));
  return `${quoted}\n${style('dim', `— ${plainText(citation)} (confidence ${passage.confidence.toFixed(2)})`)}`;
}
