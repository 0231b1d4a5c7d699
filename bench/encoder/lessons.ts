import type { Article } from '../../src/article/article.js';
import { isRightSentence, type LabelledQuestion } from '../../src/cli/labelled-question.js';
import { englishOf } from '../../src/engine/meaning/english-of.js';
import { foldsOf } from '../fit/folds.js';
import {
  articleSet,
  membersSet,
  practiceSet,
  type QuestionSet,
  storySet,
  translations,
  tuneSet,
} from '../question-sets.js';

const OTHER_LANGUAGES = ['de', 'es', 'ru', 'zh'];

/**
 * Prints, for `tune.py`, every article of the fitting halves and of the practice texts as a line of JSON, those in other
 * languages word by word in English:
 * `{set, fold, article, sentences: [{text, paragraph}], questions: [{question, right: [places of sentences]}]}`. Questions
 * without an answer have no right place, and texts that nothing is fitted to no fold. What an article's front matter
 * teaches is asked too, also of the story that the shipped one retells, sentence for sentence.
 */
const shipped = await articleSet('fit');
const sets = [
  shipped,
  taughtAs(await storySet('fit'), shipped),
  await membersSet('fit'),
  await tuneSet('en', 'fit'),
  await practiceSet(),
  await practiceSet('encoder-practice'),
  ...(await Promise.all(OTHER_LANGUAGES.map((language) => tuneSet(language, 'fit')))),
  ...(await translations('fit')),
];
for (const set of sets) {
  for (const line of linesOf(set)) process.stdout.write(`${JSON.stringify(line)}\n`);
}

function linesOf(set: QuestionSet | null) {
  if (!set) return [];
  const folds = foldsOf(set);
  return set.articles.map((article) => {
    const sentences = sentencesOf(article);
    const labelled = set.questions.filter((question) => question.article === article.id);
    return {
      set: set.name,
      fold: set.name === 'encoder-practice' ? null : folds.get(article.id),
      article: article.id,
      sentences: sentences.map(({ text, paragraph }) => ({ text: englishOf(text, set.language), paragraph })),
      questions: [
        // Those about the metadata have an answer, but not in a sentence.
        ...labelled
          .filter(({ paragraphs }) => !paragraphs?.includes(0))
          .map((question) => ({
            question: englishOf(question.question, set.language),
            right: rightPlaces(question, article),
          })),
        ...lessonsOf(article, new Set(labelled.map(({ question }) => question))),
      ],
    };
  });
}

/** A set whose articles have the lessons of another's of the same id. */
function taughtAs(set: QuestionSet | null, { articles }: QuestionSet): QuestionSet | null {
  return (
    set && {
      ...set,
      articles: set.articles.map((article) => ({
        ...article,
        lessons: articles.find(({ id }) => id === article.id)?.lessons ?? [],
      })),
    }
  );
}

function rightPlaces(question: LabelledQuestion, article: Article): number[] {
  return sentencesOf(article).flatMap((sentence, place) => {
    const { paragraph, text } = sentence;
    const passage = { article, paragraph, sentence, text, matches: [], confidence: 0, signals: [] };
    return question.answerable && isRightSentence(question, passage) ? [place] : [];
  });
}

function lessonsOf(article: Article, known: ReadonlySet<string>) {
  return article.lessons
    .filter(({ question }) => !known.has(question))
    .map(({ question, paragraph, sentence }) => ({
      question,
      right: sentencesOf(article).flatMap((one, place) =>
        one.paragraph === paragraph && (sentence === null || one.index === sentence - 1) ? [place] : [],
      ),
    }));
}

function sentencesOf({ paragraphs }: Article) {
  return paragraphs.flatMap((paragraph) => paragraph.sentences);
}
