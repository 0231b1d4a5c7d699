import { encodeCorpus } from '../../src/cli/encode-corpus.js';
import { bestPassage, isRightSentence, type LabelledQuestion } from '../../src/cli/labelled-question.js';
import { MAX_ENCODED_SENTENCES } from '../../src/encoder-thread/encoded-library.js';
import { createEngine } from '../../src/engine/engine.js';
import type { QuestionSet } from '../question-sets.js';
import { wordVectors } from '../word-vectors.js';

/** What Pincite did with a question. */
export interface Asked {
  readonly question: LabelledQuestion;
  /** Was a passage shown as the answer? */
  readonly isAnswered: boolean;
  /** Is the best passage right, shown or not? */
  readonly isRight: boolean;
  /** Of the best passage; null where there is none, or the question is small talk. */
  readonly confidence: number | null;
}

/** Asks Pincite every question of a set, with an answer or without, each of its own article. */
export function askPincite(set: QuestionSet): Asked[] {
  const engine = createEngine(set.articles, { vectors: wordVectors });
  const read = encodeCorpus(set.articles, MAX_ENCODED_SENTENCES);
  return set.questions.map((question) => {
    const outcome = engine.ask(question.question, {
      articleId: question.article,
      top: 1,
      encoding: read(question.question),
    });
    const best = bestPassage(outcome);
    return {
      question,
      isAnswered: outcome.kind === 'answered',
      isRight: isRightSentence(question, best),
      confidence: outcome.kind === 'small-talk' ? null : (best?.confidence ?? null),
    };
  });
}
