import {
  articleSet,
  membersSet,
  type QuestionSet,
  storySet,
  translations,
  tuneLanguages,
  tuneSet,
} from '../question-sets.js';

/** A question set and the way it is asked. */
export interface Trial {
  readonly name: string;
  readonly set: QuestionSet;
  /** Is each question put to all the articles at once, or to its own only? */
  readonly isTogether: boolean;
}

/** How a reader would like the languages listed; any other comes after these. */
const LANGUAGE_ORDER = ['en', 'de', 'es', 'ru', 'zh'];

/** The trials that anyone can repeat: their questions are shipped. */
export async function shippedTrials(): Promise<Trial[]> {
  return [
    { name: 'shipped article', set: await articleSet('measure'), isTogether: false },
    { name: 'members', set: await membersSet('measure'), isTogether: false },
    ...(await translations('measure')).map((set) => ({ name: set.name, set, isTogether: false })),
  ];
}

/** The trials whose articles are not the project's to ship; none where they are not at hand. */
export async function borrowedTrials(): Promise<Trial[]> {
  const trials: Trial[] = [];
  const story = await storySet('measure');
  if (story) trials.push({ name: story.name, set: story, isTogether: false });
  const languages = await tuneLanguages();
  for (const language of languages.toSorted((a, b) => orderOf(a) - orderOf(b))) {
    const set = await tuneSet(language, 'all');
    if (set) trials.push({ name: language, set, isTogether: false });
  }
  const english = await tuneSet('en', 'all');
  if (english)
    trials.push({ name: `en, all ${english.articles.length} at once`, set: english, isTogether: true });
  return trials;
}

function orderOf(language: string): number {
  const place = LANGUAGE_ORDER.indexOf(language);
  return place < 0 ? LANGUAGE_ORDER.length : place;
}
