import type { Lesson } from './lesson.js';

/** Lessons as `taught` in the front matter holds them: a place and the questions it answers. */
export interface TaughtPlace {
  readonly paragraph: number | 'none';
  readonly sentence?: number;
  readonly questions: readonly string[];
}

/** The lessons by what they teach, in the order in which each is first taught. */
export function groupLessons(lessons: readonly Lesson[]): TaughtPlace[] {
  const places = new Map<string, { readonly lesson: Lesson; readonly questions: string[] }>();
  for (const lesson of lessons) {
    const key = `${lesson.paragraph}.${lesson.sentence}`;
    const place = places.get(key);
    if (place) place.questions.push(lesson.question);
    else places.set(key, { lesson, questions: [lesson.question] });
  }
  return [...places.values()].map(({ lesson: { paragraph, sentence }, questions }) => ({
    paragraph: paragraph ?? 'none',
    ...(sentence === null ? {} : { sentence }),
    questions,
  }));
}
