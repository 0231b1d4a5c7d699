import type { Article, Paragraph, Sentence } from '../../src/article/article.js';
import type { Passage, Range } from '../../src/engine/outcome.js';

/** A paragraph of the given sentences, one space between them. */
function makeParagraph(number: number, texts: readonly string[], heading: string | null): Paragraph {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const [index, text] of texts.entries()) {
    sentences.push({ paragraph: number, index, start, end: start + text.length, text });
    start += text.length + 1;
  }
  return { number, text: texts.join(' '), heading, sentences };
}

/**
 * An article made by hand, which may hold what no file could: a list of sentences for each paragraph.
 * Its metadata is that of a short wire story unless told otherwise.
 */
export function makeArticle(
  paragraphs: readonly (readonly string[])[],
  facts: Partial<Omit<Article, 'paragraphs'>> & { headings?: readonly (string | null)[] } = {},
): Article {
  const { headings = [], ...rest } = facts;
  return {
    id: 'moon-base',
    version: 'v0123456-_',
    title: 'Agency picks crew for moon base',
    author: 'Ada Quill',
    editors: [],
    publisher: 'Meridian Wire',
    place: null,
    published: '2031-03-07',
    url: null,
    redistributable: true,
    language: 'en',
    aliases: new Map(),
    lessons: [],
    ...rest,
    paragraphs: paragraphs.map((texts, i) => makeParagraph(i + 1, texts, headings[i] ?? null)),
  };
}

/** A sentence of an article as a passage; `bold` names the words that match, each at its first place. */
export function passageAt(article: Article, paragraph: number, index: number, ...bold: string[]): Passage {
  const sentence = article.paragraphs[paragraph - 1]?.sentences[index];
  if (!sentence) throw new Error(`there is no sentence ${index} in paragraph ${paragraph}`);
  const matches = bold.map((word): Range => {
    const start = sentence.text.indexOf(word);
    if (start < 0) throw new Error(`"${word}" is not in "${sentence.text}"`);
    return { start, end: start + word.length };
  });
  return { article, paragraph, sentence, text: sentence.text, matches, confidence: 0.9, signals: [] };
}
