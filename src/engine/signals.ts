import type { AnswerKind } from './answer-kind.js';
import { type Cover, coverage, softCoverage } from './cover.js';
import type { IndexedSentence } from './indexed-sentence.js';
import type { Odds } from './meaning/comparer.js';
import type { Query } from './query.js';
import { shortestStretch } from './shortest-stretch.js';
import { LESSONS } from './weights.js';

/** What a signal looks at: a sentence, how it covers the question, and its surroundings. */
export interface Situation {
  readonly query: Query;
  readonly sentence: IndexedSentence;
  readonly cover: Cover;
  /** Cover values of the sentence before and behind it in the article, or null at an end. */
  readonly before: readonly number[] | null;
  readonly after: readonly number[] | null;
  /** For each term of the query, the best value any sentence of the paragraph has for it. */
  readonly paragraph: readonly number[];
  /** The same for the whole article. */
  readonly article: readonly number[];
  /** The most of the question that any one sentence says in its own words, 0..1. */
  readonly said: number;
  /** Soft values of the sentence before, and the paragraph's best. */
  readonly softBefore: readonly number[] | null;
  readonly softParagraph: readonly number[];
  /** For each term of the query, the first sentence of the article that says it well. */
  readonly firsts: readonly (IndexedSentence | undefined)[];
  /** What speaks for the sentence when it is read together with the question; 0 without an encoder. */
  readonly odds: Odds;
}

/** A reason to think that a sentence answers. Each gives about 0..1, more being better or, by its weight, worse. */
type Measure = (situation: Situation) => number;

const KINDS: readonly AnswerKind[] = ['person', 'date', 'place', 'number', 'money', 'duration', 'reason'];
const PRONOUNS = new Set(
  'he she it they his her its their this that these those him them both such'.split(' '),
);
const CONJUNCTIONS = new Set('and but so then yet still now when if once because'.split(' '));

/** BM25's parameters, from its authors' usual range (Robertson and Zaragoza, 2009). */
const LENGTH_NORMALISATION = 0.75;
const USUAL_LENGTH = 14;

/** About the log-odds of a sentence that answers: they bring what is read together to the size of other signals. */
export const USUAL_ODDS = 10;

/**
 * Every signal the ranking adds up, by name. The weights are fitted (`bench/fit`) and stand in
 * `weights.ts`; a signal without a weight there counts nothing.
 */
export const SIGNALS: Readonly<Record<string, Measure>> = {
  coverage: ({ query, cover }) => coverage(query, cover.values),
  // All of a question's words in one sentence say more than twice half of them.
  'nearly all said': ({ query, cover }) => coverage(query, cover.values) ** 4,
  density: ({ query, cover, sentence }) =>
    coverage(query, cover.values) /
    (1 - LENGTH_NORMALISATION + (LENGTH_NORMALISATION * sentence.length) / USUAL_LENGTH + 0.5),
  rarest,
  names,
  phrase,
  nearness,
  before: ({ query, before }) => (before ? coverage(query, before) : 0),
  after: ({ query, after }) => (after ? coverage(query, after) : 0),
  antecedent: ({ query, before, sentence }) =>
    before && startsWithPronoun(sentence) ? coverage(query, before) : 0,
  paragraph: ({ query, paragraph }) => coverage(query, paragraph),
  article: ({ query, article }) => coverage(query, article),
  'meaning of words': ({ query, cover }) => softCoverage(query, cover.soft),
  'meaning of words before': ({ query, softBefore }) => (softBefore ? softCoverage(query, softBefore) : 0),
  'meaning of words in paragraph': ({ query, softParagraph }) => softCoverage(query, softParagraph),
  'on topic': ({ cover }) => cover.closeness?.reverse ?? 0,
  'meaning of sentence': ({ cover }) => cover.closeness?.sentence ?? 0,
  'meaning with before': ({ cover }) => cover.closeness?.withBefore ?? 0,
  'meaning of paragraph': ({ cover }) => cover.closeness?.paragraph ?? 0,
  'unsaid: meaning of words': ({ query, cover, said }) => (1 - said) * softCoverage(query, cover.soft),
  'unsaid: in paragraph': ({ query, softParagraph, said }) => (1 - said) * softCoverage(query, softParagraph),
  'unsaid: meaning of sentence': ({ cover, said }) => (1 - said) * (cover.closeness?.sentence ?? 0),
  'unsaid: meaning with before': ({ cover, said }) => (1 - said) * (cover.closeness?.withBefore ?? 0),
  'unsaid: meaning of paragraph': ({ cover, said }) => (1 - said) * (cover.closeness?.paragraph ?? 0),
  'encoded sentence': ({ cover }) => cover.encoded?.sentence ?? 0,
  'encoded with before': ({ cover }) => cover.encoded?.withBefore ?? 0,
  'encoded paragraph': ({ cover }) => cover.encoded?.paragraph ?? 0,
  'read together': ({ odds }) => odds.which / USUAL_ODDS,
  'whether it answers': ({ odds }) => odds.whether / USUAL_ODDS,
  'first mention': ({ query, cover, sentence, firsts }) =>
    query.terms.reduce(
      (sum, { weight }, i) => sum + (firsts[i] === sentence ? weight * (cover.values[i] ?? 0) : 0),
      0,
    ),
  introduction: ({ query, sentence, firsts }) => (query.isDefinition && firsts[0] === sentence ? 1 : 0),
  ...Object.fromEntries(
    KINDS.map((kind) => [`answer:${kind}`, (situation: Situation) => answers(situation, kind)]),
  ),
  taught: ({ query, sentence: { index, sentence } }) =>
    Math.max(0, (query.recall.get(index)?.answers(sentence.paragraph, sentence.index) ?? 0) - LESSONS.least),
  'quoted before': ({ query: { quoted }, sentence }) => nearnessTo(quoted, sentence),
  'another question': ({ sentence }) => (isQuestion(sentence.sentence.text) ? 1 : 0),
  length: ({ sentence }) => Math.min(1, Math.log(1 + sentence.length) / Math.log(40)),
  'opens paragraph': ({ sentence }) => (sentence.sentence.index === 0 ? 1 : 0),
  'opens article': ({ sentence }) => (sentence.position === 0 ? 1 : 0),
};

// Plain loops, since both are worked out for every sentence.

/** How well it says the rarest term. */
function rarest({ query: { terms }, cover }: Situation): number {
  let best = 0;
  for (let i = 1; i < terms.length; i++) {
    if ((terms[i]?.weight ?? 0) > (terms[best]?.weight ?? 0)) best = i;
  }
  return cover.values[best] ?? 0;
}

/** How well it says the names, on average. */
function names({ query: { terms }, cover }: Situation): number {
  let count = 0;
  let sum = 0;
  for (let i = 0; i < terms.length; i++) {
    if (!terms[i]?.isName) continue;
    count++;
    sum += cover.values[i] ?? 0;
  }
  return count === 0 ? 0 : sum / count;
}

/** The share of the question's neighbouring words that stand as neighbours here too, in order. */
function phrase({ query, cover }: Situation): number {
  let pairs = 0;
  let found = 0;
  for (let i = 0; i + 1 < query.terms.length; i++) {
    const weight = (query.terms[i]?.weight ?? 0) + (query.terms[i + 1]?.weight ?? 0);
    pairs += weight;
    const next = cover.places[i + 1] ?? [];
    if ((cover.places[i] ?? []).some((place) => next.some((other) => other > place && other <= place + 2))) {
      found += weight;
    }
  }
  return pairs === 0 ? 0 : found / pairs;
}

/** How close together the covered words stand: their number over the shortest stretch that holds them all. */
function nearness({ cover }: Situation): number {
  const covered = cover.places.filter((places) => places.length > 0);
  if (covered.length < 2) return 0;
  return Math.min(1, covered.length / shortestStretch(covered));
}

/** 1 when the question wants this kind of answer and the sentence holds one that the question does not. */
function answers({ query, sentence }: Situation, kind: AnswerKind): number {
  if (query.wanted !== kind) return 0;
  const places = sentence.offers.get(kind) ?? [];
  return places.some((place) => !query.held.has(sentence.tokens[place]?.term ?? '')) ? 1 : 0;
}

/** It has been read, so that the answer is rather what stands around it. */
const QUOTED_ITSELF = 0.25;

/** How near a sentence is to what was quoted just before: 1 in its paragraph, half beside that, a quarter for itself, else 0. */
function nearnessTo(quoted: Query['quoted'], { index, sentence }: IndexedSentence): number {
  if (quoted?.article !== index.article) return 0;
  if (quoted.sentence === sentence) return QUOTED_ITSELF;
  const distance = Math.abs(quoted.sentence.paragraph - sentence.paragraph);
  return distance === 0 ? 1 : distance === 1 ? 0.5 : 0;
}

const CLOSING = `"”»')]`;

/** Does it end in a question mark, be it quoted or in brackets? Told from its end, as a pattern would go through it all. */
function isQuestion(text: string): boolean {
  let end = text.length - 1;
  while (end > 0 && CLOSING.includes(text.charAt(end))) end--;
  const last = text.charAt(end);
  return last === '?' || last === '？';
}

function startsWithPronoun({ tokens }: IndexedSentence): boolean {
  const [first, second] = tokens;
  const word = first && CONJUNCTIONS.has(first.word) ? second?.word : first?.word;
  return word !== undefined && PRONOUNS.has(word);
}
