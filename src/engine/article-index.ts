import type { Article, Paragraph } from '../article/article.js';
import { appositions } from './appositions.js';
import { IndexedSentence } from './indexed-sentence.js';
import { type Language, languageOf } from './language.js';
import { LessonBook } from './lessons/lesson-book.js';
import { ArticleMeaning } from './meaning/article-meaning.js';
import type { WordVectors } from './meaning/word-vectors.js';
import { type Token, tokenize } from './tokenize.js';
import { LESSONS } from './weights.js';

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
  /** The article's own lessons; null where it has none. */
  readonly lessons: LessonBook | null;
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

/** Indexes that are still in use: an article is in the library of every server that may ask it. */
const made = new WeakMap<Article, { readonly index: ArticleIndex; readonly vectors: WordVectors | null }>();

/**
 * Cuts an article into words once, so that questions need not: the same index for the same article.
 * @param vectors word vectors of the article's language, where there are any
 */
export function indexArticle(article: Article, vectors: WordVectors | null = null): ArticleIndex {
  const steps = indexInSteps(article, vectors);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, a sentence at a step, for a process that has others to answer meanwhile. */
export function* indexInSteps(
  article: Article,
  vectors: WordVectors | null = null,
): Generator<undefined, ArticleIndex> {
  const known = made.get(article);
  if (known?.vectors === vectors) return known.index;

  const language = languageOf(article.language);
  const sentences: IndexedSentence[] = [];
  const frequency = new Map<string, number>();
  const words = new Map<string, string>();
  const names = new Set<string>();
  const aliases = aliasesOf(article, language);
  const meaning = vectors && new ArticleMeaning(article.paragraphs, vectors);

  const index: ArticleIndex = {
    article,
    language,
    sentences,
    frequency,
    words,
    names,
    aliases,
    lessons:
      article.lessons.length > 0
        ? new LessonBook(article.lessons, language, vectors, LESSONS.ridge.author)
        : null,
  };

  for (const paragraph of article.paragraphs) {
    const read: Token[][] = [];
    for (const { text } of paragraph.sentences) {
      read.push(tokenize(text, language));
      yield;
    }
    const heading = tokenize(paragraph.heading ?? '', language);
    if (meaning) yield* meaning.add({ heading, sentences: read });
    for (const [i, sentence] of paragraph.sentences.entries()) {
      const tokens = read[i] ?? [];
      for (const [place, token] of tokens.entries()) {
        if (token.isStopWord) continue;
        words.set(token.word, token.term);
        // The first word of a sentence has a capital anyway.
        if (token.isCapital && place > 0) names.add(token.word);
      }
      const terms = [...new Set(tokens.map(({ term }) => term))];
      const length = tokens.reduce((count, { isStopWord }) => count + (isStopWord ? 0 : 1), 0);
      sentences.push(new IndexedSentence(index, sentence, sentences.length, terms, length, meaning));
      for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
      yield;
    }
    aliases.push(...appositionsOf(paragraph, language));
    yield;
  }
  made.set(article, { index, vectors });
  return index;
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
function appositionsOf({ sentences }: Paragraph, language: Language): Alias[] {
  if (language.code !== 'en') return [];
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
