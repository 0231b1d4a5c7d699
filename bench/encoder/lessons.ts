import { isRightSentence } from '../../src/cli/labelled-question.js';
import { foldsOf } from '../fit/folds.js';
import { articleSet, membersSet, practiceSet, type QuestionSet, tuneSet } from '../question-sets.js';

/**
 * Prints, for `tune.py`, every English article of the fitting halves and of the practice texts as a line of JSON:
 * `{set, fold, article, sentences: [{text, paragraph}], questions: [{question, right: [places of sentences]}]}`. Questions
 * without an answer have no right place, and practice texts no fold.
 */
const sets = [
  await articleSet('fit'),
  await membersSet('fit'),
  await tuneSet('en', 'fit'),
  await practiceSet(),
];
for (const set of sets) {
  for (const line of linesOf(set)) process.stdout.write(`${JSON.stringify(line)}\n`);
}

function linesOf(set: QuestionSet | null) {
  const folds = foldsOf(set?.articles.map(({ id }) => id) ?? []);
  return (set?.articles ?? []).map((article) => {
    const sentences = article.paragraphs.flatMap((paragraph) => paragraph.sentences);
    const questions = (set?.questions ?? []).filter((question) => question.article === article.id);
    return {
      set: set?.name,
      fold: set?.name === 'practice' ? null : folds.get(article.id),
      article: article.id,
      sentences: sentences.map(({ text, paragraph }) => ({ text, paragraph })),
      questions: questions.map((question) => ({
        question: question.question,
        right: sentences.flatMap((sentence, place) => {
          const { paragraph, text } = sentence;
          const passage = { article, paragraph, sentence, text, matches: [], confidence: 0, signals: [] };
          return question.answerable && isRightSentence(question, passage) ? [place] : [];
        }),
      })),
    };
  });
}
