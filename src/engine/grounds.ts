import type { Query } from './query.js';
import { measured, type Ranked } from './rank.js';
import { USUAL_ODDS } from './signals.js';

/** What a decision looks at: a question, and all that was ranked for it, best first. */
interface Standing {
  readonly query: Query;
  readonly first: Ranked;
  readonly ranked: readonly Ranked[];
  /** Each sentence's share of all belief, by a softmax of the scores. All sum to 1. */
  readonly shares: readonly number[];
  /** Soft values of the terms: in the best sentence, the best in its paragraph, and in all that was ranked. */
  readonly here: readonly number[];
  readonly paragraph: readonly number[];
  readonly anywhere: readonly number[];
  /** The best value of each term in all that was ranked. */
  readonly said: readonly number[];
  /** Cosines of the sentence encoder, in the order of `ranked`; all 0 without it. */
  readonly cosines: readonly number[];
}

/** A reason to trust the best sentence, or to doubt it. Counts and scores are as they are, shares are 0..1. */
type Ground = (standing: Standing) => number;

/** From here on a term counts as said, or meant. */
const SAID = 0.5;
/** The lead of a sentence, and of a paragraph, that has no other to compete with. */
const LONE_SENTENCE = 3;
const LONE_PARAGRAPH = 5;
/** Sentences that are looked at for the kind of answer that is wanted. */
const NEAR_THE_TOP = 5;

/**
 * Everything that decides whether the article says what was asked, by name. Whether there is a question mark is left
 * out on purpose, although it would help on the questions that are fitted to: it tells how their author types.
 */
export const GROUNDS: Readonly<Record<string, Ground>> = {
  'share of score': ({ shares }) => shares[0] ?? 0,
  'share of paragraph': ({ first, ranked, shares }) =>
    sum(shares.map((share, i) => (isBeside(first, ranked[i]) ? share : 0))),
  doubt: ({ shares }) => -sum(shares.map((share) => (share > 0 ? share * Math.log(share) : 0))),
  lead: ({ first, ranked: [, second] }) => (second ? first.score - second.score : LONE_SENTENCE),
  'lead of paragraph': ({ first, ranked }) => {
    const other = ranked.find((one) => !isBeside(first, one));
    return other ? first.score - other.score : LONE_PARAGRAPH;
  },
  'same paragraph near the top': ({ first, ranked }) =>
    ranked.slice(1, NEAR_THE_TOP).filter((one) => isBeside(first, one)).length,

  'number of terms': ({ query }) => query.terms.length,
  'number of words': ({ query }) => query.wordCount,
  'heaviest term': ({ query }) => Math.max(...query.terms.map(({ weight }) => weight)),
  'terms said': ({ first }) => first.cover.values.filter((value) => value > SAID).length,
  'terms meant': ({ here }) => here.filter((value) => value > SAID).length,
  'share of terms said': ({ query, first }) =>
    first.cover.values.filter((value) => value > SAID).length / query.terms.length,

  // Here a term counts by how much it tells of a text's meaning, whatever share of the question it is.
  'all told': ({ query }) => sum(tellingOf(query)),
  'all told here': ({ query, here }) => sum(tellingOf(query).map((telling, i) => telling * (here[i] ?? 0))),
  'missing here': ({ query, here }) => sum(missing(query, here)),
  'missing anywhere': ({ query, anywhere }) => sum(missing(query, anywhere)),
  'most missing here': ({ query, here }) => Math.max(...missing(query, here)),
  'most missing in paragraph': ({ query, paragraph }) => Math.max(...missing(query, paragraph)),
  'most missing anywhere': ({ query, anywhere }) => Math.max(...missing(query, anywhere)),

  'first term here': ({ here }) => here[0] ?? 0,
  'first term in paragraph': ({ paragraph }) => paragraph[0] ?? 0,
  'first term anywhere': ({ anywhere }) => anywhere[0] ?? 0,
  'last term here': ({ here }) => here.at(-1) ?? 0,
  'last term in paragraph': ({ paragraph }) => paragraph.at(-1) ?? 0,
  'last term anywhere': ({ anywhere }) => anywhere.at(-1) ?? 0,

  names: ({ query }) => query.terms.filter(({ isName }) => isName).length,
  'names missing here': ({ query, first }) => namesMissing(query, first.cover.values),
  'names missing anywhere': ({ query, said }) => namesMissing(query, said),
  'unknown words': ({ query }) => query.terms.filter(({ isKnown }) => !isKnown).length,

  'answer wanted': ({ query }) => (query.wanted ? 1 : 0),
  'number wanted': ({ query: { wanted } }) => (wanted === 'number' || wanted === 'money' ? 1 : 0),
  'time wanted': ({ query: { wanted } }) => (wanted === 'date' || wanted === 'duration' ? 1 : 0),
  'person wanted': ({ query: { wanted } }) => (wanted === 'person' ? 1 : 0),
  'reason wanted': ({ query: { wanted } }) => (wanted === 'reason' ? 1 : 0),
  'answer beside a term': ({ query, first }) => answerBesideTerm(query, first),
  'answer not offered': ({ query, first }) => (query.wanted && !offers(first, query) ? 1 : 0),
  'answer not offered anew': ({ query, first }) =>
    query.wanted && measured(first, `answer:${query.wanted}`) === 0 ? 1 : 0,
  'answer not offered in paragraph': ({ query, first, ranked }) =>
    query.wanted && !ranked.slice(0, NEAR_THE_TOP).some((one) => isBeside(first, one) && offers(one, query))
      ? 1
      : 0,
  'answers offered near the top': ({ query, ranked }) => {
    const top = ranked.slice(0, NEAR_THE_TOP);
    return query.wanted ? top.filter((one) => offers(one, query)).length / top.length : 0;
  },

  'nearest encoded': ({ cosines }) => Math.max(...cosines),
  'encoded behind nearest': ({ cosines }) => Math.max(...cosines) - (cosines[0] ?? 0),
  'encoded lead': ({ cosines: [own = 0, ...others] }) => own - Math.max(...others, others.length ? -1 : own),
  'encoded nearer': ({ cosines }) => cosines.filter((cosine) => cosine > (cosines[0] ?? 0)).length,
  'encoded on average': ({ cosines }) => mean(cosines),
  'encoded above average': ({ cosines }) => {
    const middle = mean(cosines);
    const spread = Math.sqrt(mean(cosines.map((cosine) => (cosine - middle) ** 2)));
    return spread === 0 ? 0 : ((cosines[0] ?? 0) - middle) / spread;
  },

  'read together, lead': ({ first, ranked }) =>
    whichOf(first) - Math.max(...ranked.filter((one) => one !== first).map(whichOf), -1),
  'whether it answers': ({ first }) => whetherOf(first),
  'whether the best one answers': ({ ranked }) => Math.max(...ranked.map(whetherOf)),
  'whether any answers': ({ ranked }) =>
    Math.log(sum(ranked.map((one) => Math.exp(USUAL_ODDS * whetherOf(one))))),
  'whether it answers, lead': ({ first, ranked }) =>
    whetherOf(first) - Math.max(...ranked.filter((one) => one !== first).map(whetherOf), -1),
  'whether its paragraph answers': ({ first, ranked }) =>
    Math.max(...ranked.filter((one) => isBeside(first, one)).map(whetherOf)),

  'nearest encoded paragraph': ({ ranked }) =>
    Math.max(...ranked.map(({ cover }) => cover.encoded?.paragraph ?? 0)),
  'meaning of paragraph': ({ first }) => measured(first, 'meaning of paragraph'),

  taught: ({ first }) => measured(first, 'taught'),
  'taught otherwise': ({ query, first }) => {
    const unsaid = query.recall.get(first.sentence.index)?.unsaid ?? 0;
    return Math.max(0, Math.min(1, unsaid));
  },
};

export const GROUND_NAMES: readonly string[] = Object.keys(GROUNDS);
const ALL = Object.values(GROUNDS);

/**
 * What each ground comes to, in the order of `GROUND_NAMES`.
 * @returns null where nothing was ranked, or the question has no words of its own
 */
export function groundsOf(query: Query, ranked: readonly Ranked[]): Float64Array | null {
  const [first] = ranked;
  if (!first || query.terms.length === 0) return null;
  const standing = standingOf(query, first, ranked);
  return Float64Array.from(ALL, (ground) => ground(standing));
}

function standingOf(query: Query, first: Ranked, ranked: readonly Ranked[]): Standing {
  const beliefs = ranked.map(({ score }) => Math.exp(score - first.score));
  const all = sum(beliefs);
  const best = (of: readonly Ranked[], valuesOf: (ranked: Ranked) => readonly number[]) =>
    query.terms.map((_, i) => of.reduce((most, one) => Math.max(most, valuesOf(one)[i] ?? 0), 0));
  const beside = ranked.filter((one) => isBeside(first, one));
  return {
    query,
    first,
    ranked,
    shares: beliefs.map((belief) => belief / all),
    here: first.cover.soft,
    paragraph: best(beside, ({ cover }) => cover.soft),
    anywhere: best(ranked, ({ cover }) => cover.soft),
    said: best(ranked, ({ cover }) => cover.values),
    cosines: ranked.map(({ cover }) => cover.encoded?.sentence ?? 0),
  };
}

/** Are both of one paragraph? */
function isBeside({ sentence }: Ranked, other: Ranked | undefined): boolean {
  return (
    sentence.index === other?.sentence.index &&
    sentence.sentence.paragraph === other.sentence.sentence.paragraph
  );
}

function whichOf(ranked: Ranked): number {
  return measured(ranked, 'read together');
}

function whetherOf(ranked: Ranked): number {
  return measured(ranked, 'whether it answers');
}

function offers({ sentence }: Ranked, { wanted }: Query): boolean {
  return wanted !== null && sentence.offers.has(wanted);
}

/** How near a new answer of the kind that is wanted stands to a word that the question shares: 1 side by side, 0 where there is none. */
function answerBesideTerm({ wanted, held }: Query, { sentence, cover }: Ranked): number {
  if (!wanted) return 0;
  const answers = (sentence.offers.get(wanted) ?? []).filter(
    (place) => !held.has(sentence.tokens[place]?.term ?? ''),
  );
  const shared = cover.places.flat();
  return answers.reduce(
    (most, answer) =>
      shared.reduce((near, place) => Math.max(near, 1 / Math.max(1, Math.abs(answer - place))), most),
    0,
  );
}

function tellingOf({ terms, meaning }: Query): number[] {
  return terms.map((_, i) => meaning?.weights[i] ?? 1);
}

/** How much each term tells that is not said. */
function missing(query: Query, soft: readonly number[]): number[] {
  return tellingOf(query).map((telling, i) => telling * (1 - (soft[i] ?? 0)));
}

function namesMissing({ terms }: Query, values: readonly number[]): number {
  return sum(terms.map(({ isName, weight }, i) => (isName ? weight * (1 - (values[i] ?? 0)) : 0)));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / Math.max(1, values.length);
}
