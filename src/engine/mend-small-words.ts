import { FuzzyVocabulary } from './fuzzy-vocabulary.js';
import type { Language } from './language.js';
import type { Scope } from './scope.js';
import { tokenize } from './tokenize.js';

/** How much more a misspelt word must look like a stop word than like a word of the article. */
const LEAD = 0.05;
/** Shorter words are too near to each other: "hed" is "head", not "her". */
const SHORTEST = 4;

const vocabularies = new Map<string, FuzzyVocabulary>();

/**
 * The question with its misspelt stop words put right (`how mutch`, `abuot`): they tell what is asked for, and must
 * not be taken for words that the article lacks. A word that the scope or the language has stays.
 */
export function mendSmallWords(question: string, scope: Scope): string {
  let mended = '';
  let from = 0;
  for (const { word, term, start, end, isStopWord } of tokenize(question, scope.language)) {
    if (isStopWord || word.length < SHORTEST || scope.has(term) || scope.knowsWord(word)) continue;
    const small = stopWordsOf(scope.language).repairs(word)[0];
    if (!small || small.similarity < (scope.fuzzy.repairs(word)[0]?.similarity ?? 0) + LEAD) continue;
    mended += question.slice(from, start) + small.word;
    from = end;
  }
  return mended + question.slice(from);
}

function stopWordsOf(language: Language): FuzzyVocabulary {
  const known = vocabularies.get(language.code);
  if (known) return known;
  const vocabulary = new FuzzyVocabulary(language.stopWords);
  vocabularies.set(language.code, vocabulary);
  return vocabulary;
}
