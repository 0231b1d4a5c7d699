import type { NotSaidReason } from './outcome.js';
import { type Query, weightsFor } from './query.js';
import { measured, type Ranked } from './rank.js';
import { DECISION, WEIGHTS } from './weights.js';

/** What a decision looks at: reasons to trust the best passage, each about 0..1. */
export const GROUNDS: Readonly<Record<string, (query: Query, ranked: readonly Ranked[]) => number>> = {
  'share of score': (_, ranked) => shareOfScore(ranked),
  lead: (_, [first, second]) => Math.tanh((first?.score ?? 0) - (second?.score ?? 0)),
  coverage: (_, [first]) => measured(first, 'coverage'),
  paragraph: (_, [first]) => measured(first, 'paragraph'),
  article: (_, [first]) => measured(first, 'article'),
  nearness: (_, [first]) => measured(first, 'nearness'),
  unknown: (query) => query.terms.reduce((sum, term) => sum + (term.isKnown ? 0 : term.weight), 0),
  'unknown name': (query) => (query.terms.some((term) => term.isName && !term.isKnown) ? 1 : 0),
  'answer offered': (query, [first]) => (query.wanted ? measured(first, `answer:${query.wanted}`) : 0),
  'answer not offered': (query, [first]) =>
    query.wanted ? 1 - measured(first, `answer:${query.wanted}`) : 0,
  'meaning of sentence': (_, [first]) => measured(first, 'meaning of sentence'),
  'meaning of paragraph': (_, [first]) => measured(first, 'meaning of paragraph'),
  'meaning of words': (_, [first]) => measured(first, 'meaning of words'),
  'meaning of words in paragraph': (_, [first]) => measured(first, 'meaning of words in paragraph'),
  'on topic': (_, [first]) => measured(first, 'on topic'),
  'encoded sentence': (_, [first]) => measured(first, 'encoded sentence'),
  'encoded paragraph': (_, [first]) => measured(first, 'encoded paragraph'),
  'nearest paragraph': (_, ranked) => Math.max(0, ...ranked.map((one) => measured(one, 'encoded paragraph'))),
  'strangest word': (query, ranked) => strangestWord(query, ranked),
  taught: (_, [first]) => measured(first, 'taught'),
  'taught otherwise': (query, [first]) => {
    const unsaid = first && query.recall.get(first.sentence.index)?.unsaid;
    return Math.max(0, Math.min(1, unsaid ?? 0));
  },
  'same paragraph': (_, [first, second]) =>
    first && second && first.sentence.sentence.paragraph === second.sentence.sentence.paragraph ? 1 : 0,
  'few words': (query) => 1 / (1 + query.terms.length),
};

/**
 * How strange to all that was ranked the question's strangest word is, 0..1, by its looks and its meaning:
 * what the article never mentions, it cannot answer.
 */
function strangestWord(query: Query, ranked: readonly Ranked[]): number {
  const best = query.terms.map(() => 0);
  for (const { cover } of ranked) {
    for (const i of best.keys()) {
      best[i] = Math.max(best[i] ?? 0, cover.soft[i] ?? 0);
    }
  }
  return 1 - Math.min(1, ...best);
}

/** Share of all the belief, spread over the ranked sentences by a softmax of their scores, that the best gets. */
function shareOfScore(ranked: readonly Ranked[]): number {
  const best = ranked[0]?.score ?? 0;
  return 1 / ranked.reduce((sum, { score }) => sum + Math.exp(score - best), 0);
}

/**
 * How sure it is that the best passage answers, 0..1: a logistic regression over `GROUNDS`, fitted
 * (`bench/fit`) on questions with and without an answer, so that it can be read as a probability.
 */
export function confidenceOf(query: Query, ranked: readonly Ranked[]): number {
  if (ranked.length === 0 || query.terms.length === 0) return 0;
  const { grounds, bias } = WEIGHTS[weightsFor(query)];
  let sum = bias;
  for (const [name, ground] of Object.entries(GROUNDS)) sum += (grounds[name] ?? 0) * ground(query, ranked);
  const confidence = 1 / (1 + Math.exp(-sum));
  return lacksNumber(query, ranked[0]) ? confidence * DECISION.withoutNumber : confidence;
}

/** Is a price or a count asked for where the sentence names none? */
function lacksNumber({ wanted }: Query, best: Ranked | undefined): boolean {
  if (wanted !== 'money' && wanted !== 'number') return false;
  return !(['money', 'number'] as const).some((kind) => best?.sentence.offers.has(kind));
}

/** Why a question is not answered. What the article lacks comes first, because it can be named. */
export function reasonNotSaid(query: Query, best: Ranked | undefined): NotSaidReason {
  const unknown = query.terms.reduce((sum, term) => sum + (term.isKnown ? 0 : term.weight), 0);
  if (unknown >= DECISION.keyWordShare) return 'key-word-missing';
  return !best || measured(best, 'coverage') === 0 ? 'nothing-matches' : 'not-sure';
}
