import { isRightParagraph, isRightSentence, type LabelledQuestion } from '../../src/cli/labelled-question.js';
import type { Passage } from '../../src/engine/outcome.js';
import type { QuestionSet } from '../question-sets.js';
import type { Searcher } from './searcher.js';
import type { Trial } from './trial.js';

/** How many of the questions with an answer were asked, and how many got the right one. */
export interface Score {
  readonly asked: number;
  readonly rightSentence: number;
  readonly rightParagraph: number;
}

export interface Scores {
  readonly all: Score;
  /** Without the questions about the metadata, which libraries are not given. */
  readonly text: Score;
}

/** Asks every question of a trial that has an answer. */
export function scoreTrial(trial: Trial, searcher: Searcher): Scores {
  const ask = openTrial(trial, searcher);
  const marks = trial.set.questions
    .filter(({ answerable }) => answerable)
    .map((question) => ({ question, ...mark(question, ask(question)) }));
  return { all: sum(marks), text: sum(marks.filter(({ question }) => !isAboutMetadata(question))) };
}

/** Does the question ask who wrote the article, or the like? */
function isAboutMetadata({ paragraphs }: LabelledQuestion): boolean {
  return paragraphs?.includes(0) ?? false;
}

/**
 * Opens the articles, each by itself or all together.
 * @throws Error for a question about an article that is not there, which is a fault of the data
 */
function openTrial(trial: Trial, searcher: Searcher): (question: LabelledQuestion) => Passage | null {
  const { articles, language } = trial.set;
  if (trial.isTogether) {
    const ask = searcher.open(articles, language);
    return ({ question }) => ask(question);
  }
  const asks = openEach(trial.set, searcher);
  return ({ id, article, question }) => {
    const ask = asks.get(article ?? '');
    if (!ask) throw new Error(`${id} asks an article that is not there: ${article}`);
    return ask(question);
  };
}

/** Opens every article of a set by itself: id → a way to ask it. */
export function openEach(
  { articles, language }: QuestionSet,
  searcher: Searcher,
): Map<string, (question: string) => Passage | null> {
  return new Map(articles.map((article) => [article.id, searcher.open([article], language)]));
}

function mark(question: LabelledQuestion, passage: Passage | null) {
  return {
    sentence: isRightSentence(question, passage),
    paragraph: isRightParagraph(question, passage),
  };
}

function sum(marks: readonly { readonly sentence: boolean; readonly paragraph: boolean }[]): Score {
  return {
    asked: marks.length,
    rightSentence: marks.filter(({ sentence }) => sentence).length,
    rightParagraph: marks.filter(({ paragraph }) => paragraph).length,
  };
}
