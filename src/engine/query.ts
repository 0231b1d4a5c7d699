import { type AnswerKind, asksForDefinition, wantedAnswer } from './answer-kind.js';
import type { ArticleIndex } from './article-index.js';
import { followUpOf, type Turn } from './follow-up.js';
import type { Recall } from './lessons/lesson-book.js';
import { MAX_QUESTION_TERMS } from './limits.js';
import type { QuestionEncoding } from './meaning/question-encoding.js';
import { QuestionMeaning } from './meaning/question-meaning.js';
import type { WordVectors } from './meaning/word-vectors.js';
import { mendSmallWords } from './mend-small-words.js';
import type { Scope } from './scope.js';
import { spellOut } from './spell-out.js';
import { type Token, tokenize } from './tokenize.js';
import { unwrapQuestion } from './unwrap-question.js';
import { type FittedName, QUERY_WEIGHTS } from './weights.js';

/** A way in which an article may say what a word of the question says. */
export interface Variant {
  /** All of them must occur for the whole of `similarity`; some of them earn their share. */
  readonly terms: readonly string[];
  /** 0..1: how sure it is that the member meant this. */
  readonly similarity: number;
}

/** A content word of the question, or several that name one thing. */
export interface QueryTerm {
  /** As the member typed it. */
  readonly typed: string;
  readonly variants: readonly Variant[];
  /** Its share in the question, by rarity: all of a question's sum to 1. */
  readonly weight: number;
  /** The same where meanings are compared: rarity times how much the word tells. All sum to 1. */
  readonly softWeight: number;
  /** Does any variant occur in the scope as it stands? */
  readonly isKnown: boolean;
  /** Does it look like, or mean, a name? */
  readonly isName: boolean;
  /** Was it said in a question before that this one leans on? */
  readonly isCarried: boolean;
}

/** A question made ready for one scope. */
export interface Query {
  /** Of the scope: two letters, or `und`. */
  readonly language: string;
  readonly terms: readonly QueryTerm[];
  /** How many words the member typed, small ones too. */
  readonly wordCount: number;
  readonly wanted: AnswerKind | null;
  /** Does it ask who or what its one term is? */
  readonly isDefinition: boolean;
  /** Every term of the question, stop words too: a sentence's answer must not be among them. */
  readonly held: ReadonlySet<string>;
  /** null where there are no word vectors for the language. */
  readonly meaning: QuestionMeaning | null;
  /** What the lessons of each article say of it, where there are any. */
  readonly recall: ReadonlyMap<ArticleIndex, Recall>;
  /** What was quoted just before, where the question leans on it. */
  readonly quoted: Turn['quoted'];
  /** null where the sentence encoder has not seen the question and all of the scope's articles. */
  readonly encoding: QuestionEncoding | null;
}

/** Which weights a question is ranked by. */
export function weightsFor({ language, meaning, encoding }: Query): FittedName {
  if (language !== 'en') return !meaning ? 'other' : encoding ? 'glossedEncoder' : 'glossed';
  if (!meaning) return 'words';
  return encoding ? 'encoder' : 'meaning';
}

/** Reads a question with the eyes of a scope: what it asks for, and how the articles may say it. */
export function readQuery(
  question: string,
  scope: Scope,
  encoding: QuestionEncoding | null = null,
  turns: readonly Turn[] = [],
): Query {
  const followUp = scope.language.code === 'en' ? followUpOf(question, turns) : null;
  const spelt = mendSmallWords(spellOut(question, scope.language.code), scope);
  const before = followUp ? mendSmallWords(spellOut(followUp.carried, 'en'), scope) : '';
  const wanted = wantedAnswer(spelt, scope.language.code) ?? wantedAnswer(before, scope.language.code);
  const own = unwrapQuestion(spelt, scope.language.code);
  const text = before === '' ? own : `${own} ${before}`;
  const tokens = tokenize(text, scope.language);
  const content = tokens.filter((token) => !token.isStopWord).slice(0, MAX_QUESTION_TERMS);
  const readings = new Map(content.map((token) => [token, readWord(token, scope)]));
  const groups = withAliases(content, readings, scope);
  const mended = mendedOf(own, content, readings);
  const isCarried = (members: readonly Token[]) => members.every(({ start }) => start > own.length);
  const weights = groups.map(({ members, variants }) => {
    const isCount = members.every(({ word, term }) => word !== term && /^\d+$/.test(term));
    return (
      weightOf(variants, scope) *
      (isCount ? QUERY_WEIGHTS.numberWord : 1) *
      (isCarried(members) ? QUERY_WEIGHTS.carried : 1)
    );
  });
  const meaning = scope.vectors ? meaningOf(tokens, groups, readings, scope.vectors) : null;
  const shares = toShares(weights);
  const softShares = toShares(weights.map((weight, i) => weight * (meaning?.weights[i] ?? 1)));
  const terms = groups.map(({ members, variants }, i) => ({
    typed: text.slice(members[0]?.start, members.at(-1)?.end),
    variants,
    weight: shares[i] ?? 0,
    softWeight: softShares[i] ?? 0,
    isKnown: variants.some(({ terms }) => terms.every((term) => scope.has(term))),
    isName:
      members.some(({ isCapital, start }) => isCapital && start > 0) ||
      variants.some(({ terms: [term] }) => term !== undefined && scope.nameTerms.has(term)),
    isCarried: isCarried(members),
  }));
  return {
    language: scope.language.code,
    wordCount: question.trim().split(/\s+/).length,
    wanted,
    isDefinition:
      followUp === null &&
      groups.length === 1 &&
      terms[0]?.isName === true &&
      asksForDefinition(spelt, scope.language.code),
    held: new Set(tokens.map(({ term }) => term)),
    terms,
    meaning,
    recall: followUp
      ? scope.recall([`${followUp.carried} ${question}`])
      : scope.recall(mended === null ? [question] : [question, mended], encoding),
    quoted: followUp?.quoted ?? null,
    encoding: encoding && scope.articles.every((article) => encoding.has(article)) ? encoding : null,
  };
}

function toShares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return weights.map((weight) => weight / total);
}

function meaningOf(
  tokens: readonly Token[],
  groups: readonly Group[],
  readings: ReadonlyMap<Token, Reading>,
  vectors: WordVectors,
): QuestionMeaning {
  const spelt = (token: Token) => readings.get(token)?.meant ?? token.word;
  const terms = groups.map(({ members }) => members.map(spelt));
  return new QuestionMeaning(terms, tokens.map(spelt), vectors);
}

interface Group {
  readonly members: readonly Token[];
  readonly variants: readonly Variant[];
}

/** How a word of the question is understood. */
interface Reading {
  readonly variants: readonly Variant[];
  /** The word as it should have been spelt, as far as can be told. */
  readonly meant: string;
  /** The same, where a rare word that the language has may be a slip too. */
  readonly likely: string;
}

/** The word itself and, where the scope does not have it, words that look like it. */
function readWord(token: Token, scope: Scope): Reading {
  const exact: Variant = { terms: [token.term], similarity: 1 };
  const related = relatedVariants(token.word, scope);
  if (scope.has(token.term)) return { variants: [exact, ...related], meant: token.word, likely: token.word };
  const doubt = scope.knowsWord(token.word) ? QUERY_WEIGHTS.repairOfWord : 1;
  const hasMeaning = (scope.vectors?.rowOf(token.word) ?? -1) >= 0;
  const repairs = scope.fuzzy.repairs(token.word);
  const variants = repairs.map(({ word, similarity }) => ({
    terms: [scope.words.get(word) ?? aliasTerm(word, scope)],
    similarity:
      (similarity >= QUERY_WEIGHTS.nearlySame ? 1 : doubt) * similarity ** QUERY_WEIGHTS.repairSharpness,
  }));
  return {
    variants: [exact, ...variants, ...splitWord(token.word, scope), ...related],
    meant: hasMeaning ? token.word : (repairs[0]?.word ?? token.word),
    likely: doubt < 1 ? token.word : (repairs[0]?.word ?? token.word),
  };
}

/** The text with its words spelt as they were likely meant; null where they are. */
function mendedOf(
  text: string,
  content: readonly Token[],
  readings: ReadonlyMap<Token, Reading>,
): string | null {
  let mended = '';
  let from = 0;
  for (const token of content) {
    const likely = readings.get(token)?.likely ?? token.word;
    if (likely === token.word || token.end > text.length) continue;
    mended += text.slice(from, token.start) + likely;
    from = token.end;
  }
  return from === 0 ? null : mended + text.slice(from);
}

/** Words that begin or end alike, where no word vectors tell what is related. */
function relatedVariants(word: string, scope: Scope): Variant[] {
  if (scope.language.code === 'en') return [];
  return scope.relatives.of(word).map((relative) => ({
    terms: [scope.words.get(relative.word) ?? relative.word],
    similarity: QUERY_WEIGHTS.relative * relative.likeness,
  }));
}

function aliasTerm(word: string, scope: Scope): string {
  for (const alias of scope.aliases) {
    const at = alias.words.indexOf(word);
    if (at >= 0) return alias.said[at] ?? word;
  }
  return word;
}

/** `spacestation` → `space station`: both halves must be words of the scope. */
function splitWord(word: string, scope: Scope): Variant[] {
  for (let cut = 3; cut <= word.length - 3; cut++) {
    const left = scope.words.get(word.slice(0, cut));
    const right = scope.words.get(word.slice(cut));
    if (left && right) return [{ terms: [left, right], similarity: QUERY_WEIGHTS.splitWord }];
  }
  return [];
}

/** Words of the question that are together an alias become one term that also means the alias's names. */
function withAliases(
  content: readonly Token[],
  readings: ReadonlyMap<Token, Reading>,
  scope: Scope,
): Group[] {
  const groups: Group[] = [];
  for (let i = 0; i < content.length; ) {
    const found = longestAlias(content, i, readings, scope);
    const members = content.slice(i, i + (found?.length ?? 1));
    const own =
      members.length === 1 && members[0]
        ? (readings.get(members[0])?.variants ?? [])
        : [joined(members, readings)];
    const variants = [...own];
    for (const terms of found?.meant ?? []) {
      variants.push({ terms, similarity: QUERY_WEIGHTS.alias * (found?.similarity ?? 1) });
    }
    groups.push({ members, variants });
    i += members.length;
  }
  return groups;
}

function joined(members: readonly Token[], readings: ReadonlyMap<Token, Reading>): Variant {
  const best = members.map((token) => {
    const variants = readings.get(token)?.variants ?? [];
    return variants.length > 1 ? variants[1] : variants[0];
  });
  return {
    terms: best.flatMap((variant) => variant?.terms ?? []),
    similarity: best.reduce((least, variant) => Math.min(least, variant?.similarity ?? 1), 1),
  };
}

interface FoundAlias {
  readonly length: number;
  readonly similarity: number;
  readonly meant: readonly (readonly string[])[];
}

function longestAlias(
  content: readonly Token[],
  from: number,
  readings: ReadonlyMap<Token, Reading>,
  scope: Scope,
): FoundAlias | null {
  let best: FoundAlias | null = null;
  for (const alias of scope.aliases) {
    const length = alias.said.length;
    if (length === 0 || from + length > content.length) continue;
    let similarity = 1;
    for (let k = 0; k < length && similarity > 0; k++) {
      const token = content[from + k];
      const variants = token ? (readings.get(token)?.variants ?? []) : [];
      const match = variants.find(({ terms }) => terms.length === 1 && terms[0] === alias.said[k]);
      similarity = Math.min(similarity, match?.similarity ?? 0);
    }
    if (similarity === 0) continue;
    if (!best || length > best.length) best = { length, similarity, meant: alias.meant };
    else if (length === best.length) best = { length, similarity, meant: [...best.meant, ...alias.meant] };
  }
  return best;
}

/** The rarity of the likeliest variant that occurs; a word that never occurs is as rare as a word can be. */
function weightOf(variants: readonly Variant[], scope: Scope): number {
  let best: Variant | null = null;
  for (const variant of variants) {
    if (variant.terms.every((term) => scope.has(term)) && variant.similarity > (best?.similarity ?? 0))
      best = variant;
  }
  if (!best) return scope.rarity('');
  return Math.max(...best.terms.map((term) => scope.rarity(term)));
}
