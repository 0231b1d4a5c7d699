import Fuse from 'fuse.js';
import type { Article } from '../article/article.js';
import { cutEnd } from './cut-text.js';
import { flattenText } from './escape-text.js';
import { MAX_CHOICE_NAME_LENGTH, MAX_CHOICE_VALUE_LENGTH, MAX_CHOICES } from './limits.js';

/** An autocomplete choice. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Nobody types more of a title than this, and matching takes time with the length of what is typed. */
const MAX_TYPED_LENGTH = 100;

const indexes = new WeakMap<readonly Article[], Fuse<Article>>();

/** Made once for each list of articles, which is one for each engine. */
function indexOf(articles: readonly Article[]): Fuse<Article> {
  const known = indexes.get(articles);
  if (known) return known;
  const index = new Fuse(articles, {
    keys: ['title', 'publisher', 'author'],
    // A word counts wherever it stands in a title: Fuse's default looks near the start only.
    ignoreLocation: true,
    // 0 is exact, 1 anything; 0.4 forgives two slips in a word of six letters, not another word.
    threshold: 0.4,
  });
  indexes.set(articles, index);
  return index;
}

/** How well a title begins with what was typed: 0 is best, 3 not at all. */
function rank(title: string, typed: string): number {
  if (title === typed) return 0;
  if (title.startsWith(typed)) return 1;
  return title.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed)) ? 2 : 3;
}

function toChoice(article: Article): Choice {
  const title = flattenText(article.title).trim();
  return {
    name: cutEnd(title === '' ? article.id : title, MAX_CHOICE_NAME_LENGTH),
    value: article.id.length <= MAX_CHOICE_VALUE_LENGTH ? article.id : article.version,
  };
}

/**
 * Articles for what a member has typed so far: the same title first, then titles that begin with it,
 * titles with a word that begins with it, and titles, publishers and authors like it. All of them, in
 * the library's order, when nothing is typed; never more than Discord takes.
 */
export function suggestArticles(articles: readonly Article[], typed: string): Choice[] {
  const wanted = typed.slice(0, MAX_TYPED_LENGTH).trim().toLowerCase();
  if (wanted === '') return articles.slice(0, MAX_CHOICES).map(toChoice);
  const ranked = articles
    .map((article) => ({ article, rank: rank(article.title.toLowerCase(), wanted) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map((entry) => entry.article);
  const similar =
    ranked.length < MAX_CHOICES
      ? indexOf(articles)
          .search(wanted)
          .map(({ item }) => item)
      : [];
  return [...new Set([...ranked, ...similar])].slice(0, MAX_CHOICES).map(toChoice);
}
