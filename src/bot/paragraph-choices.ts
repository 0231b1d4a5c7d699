import type { Article, Paragraph } from '../article/article.js';
import type { Engine, Passage } from '../engine/outcome.js';
import { cutEnd } from './cut-text.js';
import { flattenText } from './escape-text.js';
import { MAX_CHOICE_NAME_LENGTH, MAX_CHOICES } from './limits.js';
import { findVersion } from './passage-reference.js';
import type { MenuEntry } from './reply.js';

const NOWHERE = 'none';
const UNSAID = 'The article does not say';

/** Sentences to look through for paragraphs, where not all fit a menu. */
const SEARCHED = 200;

/** A paragraph of an article, or none of them. */
export interface ParagraphChoice {
  readonly article: Article;
  readonly paragraph: Paragraph | null;
}

function toEntry({ article, paragraph }: ParagraphChoice, isOneOfMany: boolean): MenuEntry {
  const text = paragraph ? `¶ ${paragraph.number}  ${flattenText(paragraph.text).trim()}` : UNSAID;
  const title = flattenText(article.title).trim();
  return {
    label: cutEnd(text, MAX_CHOICE_NAME_LENGTH),
    value: `${article.version}.${paragraph?.number ?? NOWHERE}`,
    ...(isOneOfMany && title !== '' ? { description: cutEnd(title, MAX_CHOICE_NAME_LENGTH) } : {}),
  };
}

/** The paragraphs nearest to a question, best first. */
function nearestParagraphs(engine: Engine, question: string, articleId: string | undefined) {
  const outcome = engine.ask(question, { articleId, top: SEARCHED });
  const closest =
    outcome.kind === 'answered' ? outcome.answer : outcome.kind === 'not-said' ? outcome.closest : null;
  const others = outcome.kind === 'answered' || outcome.kind === 'not-said' ? outcome.others : [];
  const passages = [closest, ...others].filter((passage): passage is Passage => passage !== null);
  const found = new Map<string, { article: Article; paragraph: Paragraph }>();
  for (const { article, paragraph: number } of passages) {
    const paragraph = article.paragraphs[number - 1];
    const key = `${article.version}.${number}`;
    if (paragraph && !found.has(key)) found.set(key, { article, paragraph });
  }
  return [...found.values()];
}

/**
 * What can be taught to answer a question, as entries of a menu: that the article does not say, and its paragraphs
 * in their order; where there are too many, those nearest to the question.
 * @param articleId the article it was asked of; undefined where all were
 * @returns at most 25, none where there is no article
 */
export function paragraphChoices(
  engine: Engine,
  question: string,
  articleId: string | undefined,
): MenuEntry[] {
  const asked = engine.articles.filter(({ id }) => articleId === undefined || id === articleId);
  const articles = asked.length > 0 ? asked : engine.articles;
  const all = articles.flatMap((article) => article.paragraphs.map((paragraph) => ({ article, paragraph })));
  const room = MAX_CHOICES - 1;
  const isShort = all.length <= room;
  const near = isShort
    ? []
    : nearestParagraphs(engine, question, articles.length === 1 ? articles[0]?.id : undefined);
  const kept = new Set(near.slice(0, room).map(({ paragraph }) => paragraph));
  const paragraphs = isShort
    ? all
    : kept.size > 0
      ? all.filter(({ paragraph }) => kept.has(paragraph))
      : all.slice(0, room);
  const silent = near[0]?.article ?? articles[0];
  return [...(silent ? [{ article: silent, paragraph: null }] : []), ...paragraphs].map((choice) =>
    toEntry(choice, engine.articles.length > 1 && choice.paragraph !== null),
  );
}

/** Reads an entry's value back. @returns null when the article has changed or gone since. */
export function readParagraphChoice(articles: readonly Article[], value: string): ParagraphChoice | null {
  const [version = '', number = ''] = value.split('.');
  const article = findVersion(articles, version);
  if (!article) return null;
  if (number === NOWHERE) return { article, paragraph: null };
  const paragraph = article.paragraphs[Number(number) - 1];
  return paragraph ? { article, paragraph } : null;
}
