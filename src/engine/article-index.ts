import type { Article } from '../article/article.js';
import { appositions } from './appositions.js';
import { IndexedSentence } from './indexed-sentence.js';
import { type Language, languageOf } from './language.js';
import { LessonBook, type Recall } from './lessons/lesson-book.js';
import { articleMeaning } from './meaning/article-meaning.js';
import type { WordVectors } from './meaning/word-vectors.js';
import { type Token, tokenize } from './tokenize.js';

/** An article made ready for ranking. Immutable. */
export interface ArticleIndex {
  readonly article: Article;
  readonly language: Language;
  readonly sentences: readonly IndexedSentence[];
  /** Term → number of sentences that hold it. */
  readonly frequency: ReadonlyMap<string, number>;
  /** Every word of the article once, folded, with its term. */
  readonly words: ReadonlyMap<string, string>;
  /** Words that stand with a capital letter inside a sentence, folded. */
  readonly names: ReadonlySet<string>;
  readonly aliases: readonly Alias[];
  /** What the article's own lessons say of a question; null where it has none. Learns at the first question. */
  readonly recall: ((question: string) => Recall) | null;
}

/** A way to say a name, and all ways in which the article may say it itself. */
export interface Alias {
  /** Folded words of the way it is said. */
  readonly words: readonly string[];
  /** Terms of the way it is said. */
  readonly said: readonly string[];
  /** Terms of the name and of its other ways. */
  readonly meant: readonly (readonly string[])[];
}

/**
 * Cuts an article into words once, so that questions need not.
 * @param vectors word vectors of the article's language, where there are any
 */
export function indexArticle(article: Article, vectors: WordVectors | null = null): ArticleIndex {
  const language = languageOf(article.language);
  const sentences: IndexedSentence[] = [];
  const frequency = new Map<string, number>();
  const words = new Map<string, string>();
  const names = new Set<string>();

  const index: ArticleIndex = {
    article,
    language,
    sentences,
    frequency,
    words,
    names,
    aliases: [...aliasesOf(article, language), ...appositionsOf(article, language)],
    recall: article.lessons.length > 0 ? recallFrom(article, language, vectors) : null,
  };

  const read = article.paragraphs.map((paragraph) => ({
    paragraph,
    heading: tokenize(paragraph.heading ?? '', language),
    sentences: paragraph.sentences.map((sentence) => ({
      sentence,
      tokens: tokenize(sentence.text, language),
    })),
  }));
  for (const { tokens } of read.flatMap((entry) => entry.sentences)) {
    for (const [place, token] of tokens.entries()) {
      if (token.isStopWord) continue;
      words.set(token.word, token.term);
      // The first word of a sentence has a capital anyway.
      if (token.isCapital && place > 0) names.add(token.word);
    }
  }
  const sources = read.flatMap(({ paragraph: { number }, heading, sentences: own }) =>
    own.map(({ tokens }) => ({ paragraph: number, heading, tokens })),
  );
  const meanings = vectors ? articleMeaning(sources, vectors) : [];
  for (const { sentence, tokens } of read.flatMap((entry) => entry.sentences)) {
    const terms = [...new Set(tokens.map(({ term }) => term))];
    const length = tokens.reduce((count, { isStopWord }) => count + (isStopWord ? 0 : 1), 0);
    const position = sentences.length;
    sentences.push(new IndexedSentence(index, sentence, position, terms, length, meanings[position] ?? null));
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  return index;
}

function recallFrom({ lessons }: Article, language: Language, vectors: WordVectors | null) {
  let book: LessonBook | null = null;
  return (question: string): Recall => {
    book ??= new LessonBook(lessons, language, vectors);
    return book.recall(question);
  };
}

function aliasesOf(article: Article, language: Language): Alias[] {
  return [...article.aliases].flatMap(([name, ways]) => {
    const forms = [name, ...ways]
      .map((form) => aliasTokens(form, language))
      .filter((form) => form.length > 0);
    return forms.map((form) => ({
      words: form.map(({ word }) => word),
      said: form.map(({ term }) => term),
      meant: forms.filter((other) => other !== form).map((other) => other.map(({ term }) => term)),
    }));
  });
}

/**
 * What the text itself calls the people it names, in full and, where something stands before the role, without
 * what it is the role of: `interim head of NASA`, `interim head`.
 */
function appositionsOf(article: Article, language: Language): Alias[] {
  if (language.code !== 'en') return [];
  const sentences = article.paragraphs.flatMap((paragraph) => paragraph.sentences);
  return sentences.flatMap(({ text }) =>
    appositions(text).flatMap(({ name, called }) => {
      const names = aliasTokens(name, language);
      const meant = [names, names.slice(-1)].map((form) => form.map(({ term }) => term));
      const short = called.replace(/ (?:of|at|for) .*$/, '');
      const forms = short.includes(' ') && short !== called ? [called, short] : [called];
      return forms
        .map((form) => aliasTokens(form, language))
        .filter((form) => form.length > 1)
        .map((form) => ({ words: form.map(({ word }) => word), said: form.map(({ term }) => term), meant }));
    }),
  );
}

/** Without its stop words, since a question is looked up without them too. */
function aliasTokens(form: string, language: Language): Token[] {
  return tokenize(form, language).filter(({ isStopWord }) => !isStopWord);
}
