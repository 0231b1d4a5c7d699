import type { Article, Paragraph, Sentence } from '../../src/article/article.js';
import { pick, randomFrom } from './random.js';
import { wordMaker } from './word-maker.js';

const SENTENCES_A_PARAGRAPH = 5;
const PARAGRAPHS_AN_ARTICLE = 20;
/** Of the longer words of a sentence, how many become another word of the corpus, or one made up. */
const EXCHANGED = 0.6;
const MADE_UP = 0.08;
const LONGER_WORD = /\p{L}{4,}/gu;

/**
 * Articles as large as need be, always the same: real sentences whose longer words are exchanged for others,
 * some of them made up, so that the number of different words grows as in real text.
 */
export function largeCorpus(source: readonly Article[], sentenceCount: number): Article[] {
  const random = randomFrom(20_250_801);
  const real = source.flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences));
  const words = real.flatMap(({ text }) => text.match(LONGER_WORD) ?? []).map((word) => word.toLowerCase());
  const makeWord = wordMaker(words, random);
  const exchange = (word: string) => {
    const chance = random();
    if (chance >= EXCHANGED + MADE_UP) return word;
    const other = chance < MADE_UP ? makeWord() : pick(words, random);
    return /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  };
  const articles: Article[] = [];
  for (let made = 0; made < sentenceCount; ) {
    const paragraphs: Paragraph[] = [];
    while (paragraphs.length < PARAGRAPHS_AN_ARTICLE && made < sentenceCount) {
      const count = Math.min(SENTENCES_A_PARAGRAPH, sentenceCount - made);
      const texts = Array.from({ length: count }, () =>
        pick(real, random).text.replaceAll(LONGER_WORD, exchange),
      );
      paragraphs.push(paragraphOf(texts, paragraphs.length + 1));
      made += count;
    }
    articles.push(articleOf(`large-${articles.length + 1}`, paragraphs));
  }
  return articles;
}

function paragraphOf(texts: readonly string[], number: number): Paragraph {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const [index, text] of texts.entries()) {
    sentences.push({ paragraph: number, index, start, end: start + text.length, text });
    start += text.length + 1;
  }
  return { number, text: texts.join(' '), heading: null, sentences };
}

function articleOf(id: string, paragraphs: readonly Paragraph[]): Article {
  return {
    id,
    version: id,
    title: id,
    author: null,
    editors: [],
    publisher: null,
    place: null,
    published: null,
    url: null,
    redistributable: false,
    language: 'en',
    aliases: new Map(),
    lessons: [],
    paragraphs,
  };
}
