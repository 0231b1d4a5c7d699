import { isRightSentence } from '../../src/cli/labelled-question.js';
import { membersSet, type QuestionSet, tuneSet } from '../question-sets.js';

/**
 * Prints what `probe.py` measures on: the fitting halves' articles, cut into sentences, and their answerable
 * questions (not those about the metadata) with the places of the right sentences. One JSON object:
 * `{articles: {id: {sentences: [{p, text}…]}}, questions: [{set, article, question, style, right: [n…]}…]}`.
 */
const sets = [
  ['members', await membersSet('fit')],
  ['tune', await tuneSet('en', 'fit')],
] as const;
const articles: Record<string, unknown> = {};
const questions: unknown[] = [];
for (const [name, set] of sets) if (set) add(name, set);
process.stdout.write(`${JSON.stringify({ articles, questions })}\n`);

function add(name: string, set: QuestionSet): void {
  for (const article of set.articles) {
    const sentences = article.paragraphs.flatMap((paragraph) => paragraph.sentences);
    articles[article.id] = { sentences: sentences.map(({ paragraph, text }) => ({ p: paragraph, text })) };
    for (const question of set.questions) {
      if (question.article !== article.id || !question.answerable || question.paragraphs?.includes(0))
        continue;
      const right = sentences.flatMap((sentence, i) => {
        const { paragraph, text } = sentence;
        const passage = { article, paragraph, sentence, text, matches: [], confidence: 0, signals: [] };
        return isRightSentence(question, passage) ? [i] : [];
      });
      questions.push({
        set: name,
        article: article.id,
        question: question.question,
        style: question.style,
        right,
      });
    }
  }
}
