import type { Article } from '../article/article.js';
import { type MetadataLine, metadataLines } from '../article/metadata.js';
import { FuzzyVocabulary } from './fuzzy-vocabulary.js';
import { languageOf } from './language.js';
import { spellOut } from './spell-out.js';
import { tokenize } from './tokenize.js';
import { unwrapQuestion } from './unwrap-question.js';

/** A field of the metadata that questions ask for. */
export type MetadataField = MetadataLine['field'];

/** Words for the article as a thing: a question made of these and of a field's words is about it. */
const DOCUMENT_WORDS = `article articles story stories piece post posting blog blogpost page text report news faq rulebook rules
announcement notes note guide handbook notice advisory review info information one thing entry essay column
document paper write-up writeup recipe release item copy newsletter policy agreement bulletin thread wiki`;

const FIELD_WORDS = `wrote written write writes writer writers writing author authors authored byline journalist reporter
posted post posts reported reporting penned name names edited editor editors edits edit editing published publish publishes
publisher publishers publishing publication company magazine newspaper site website agency outlet source
organisation organization put out come came go went up date dated day year month recent old new written made
title headline titled called heading link url address web online read original dateline filed place location
city language behind responsible responsable credit credits credited exactly typed person up current latest long ago full kind`;

/** What a question about the article's metadata looks like, once its misspelt words are mended. */
const PATTERNS: readonly (readonly [MetadataField, RegExp])[] = [
  ['editors', /\b(edited|editors?|edits?|editing)\b/],
  ['title', /\b(title|titled|headline|heading)\b|\bwhat is (this|the) \w+ called\b/],
  [
    'url',
    /\b(link|url|web address|web page|webpage)\b|\bread (it|this|the (original|full|article)).*\b(online|where)\b|\bwhere\b.*\bread (this|the original|the full|it)\b/,
  ],
  ['language', /\b(what|which) language\b/],
  [
    'place',
    /\b(dateline)\b|\bwhere\b.*\b(written|filed|reported|posted|published)\b|\b(filed|reported|reporting|writing) from\b/,
  ],
  [
    'published',
    /\b(when|what (date|day|year|month)|how (old|recent|new|long ago|current))\b.*\b(published|publish|written|wrote|post|posted|come out|came out|came|go up|went up|put (up|out)|made|date|dated|from|out|reported|old|recent|new|release|released|up|(article|story|post|page|piece|info|faq|guide))\b/,
  ],
  [
    'published',
    /\b(date|year|day)\b.*\b(of|on|from|published|posted|written)\b|^(publication |publish(ing|ed)? )?date\b|\bdate (it )?(was )?(published|posted|written)\b|\bpublished (when|what)\b|\b(is|are) (this|the|it)\b.*\b(recent|new|old|current)\b/,
  ],
  [
    'publisher',
    /\b(publisher|publishers|publication|outlet|source)\b|\bwho (publishes|published|publish|put (this|it|the \w+) out|puts (this|it|the \w+) out)\b/,
  ],
  [
    'publisher',
    /\b(what|which)\b.*\b(company|magazine|newspaper|paper|site|website|agency|organi[sz]ation|blog|journal|channel|news)\b.*\b(from|out|published?|publishes|by|on|in|posted|ran|is|wrote|written|behind)\b|\bwhere (is|was|did) (this|the|it)\b.*\b(from|come from|published|appear)\b/,
  ],
  [
    'author',
    /\b(author|authors|authored|writer|writers|byline|journalist|reporter|penned|typed|credits?|credited)\b|\b(who|person)\b.*\b(wrote|written|write|writes|posted|post|reported|made|put|penned|typed|responsible|behind|by)\b|\bby whom\b|\bwritten by\b/,
  ],
];

const fieldVocabulary = new FuzzyVocabulary(
  `${DOCUMENT_WORDS} ${FIELD_WORDS} when what which where how who`.split(/\s+/),
);
const documentWords = new Set(DOCUMENT_WORDS.split(/\s+/));
const known = new Set(`${DOCUMENT_WORDS} ${FIELD_WORDS}`.split(/\s+/));
/** Words that are about a text whatever else is said: who "made" somebody a minister is no author. */
const OF_TEXTS =
  /\b(wr(ote|it\w+)|author\w*|byline|journalist|reporter|penned|typed|credit\w*|edit\w*|publi\w+|posted|headline|titled?|url|link|dateline)\b/;
const english = languageOf('en');

/**
 * The field of the metadata that a question asks for, or null when it is about what the article says: which
 * it is whenever a word is left over that neither means the article nor one of its fields. English.
 * @param isWord tells what is no slip: "winners" are no writers where the text speaks of them
 */
export function metadataField(
  question: string,
  article: Article,
  isWord: (word: string) => boolean = () => false,
): MetadataField | null {
  const titleTerms = new Set(tokenize(article.title, english).map(({ term }) => term));
  const words: string[] = [];
  let isNamed = false;
  for (const { word, term, isStopWord } of tokenize(
    unwrapQuestion(spellOut(question, 'en'), 'en'),
    english,
  )) {
    const isKnown = isStopWord || known.has(word);
    const mended = isKnown ? word : isWord(word) ? undefined : fieldVocabulary.repairs(word)[0]?.word;
    if (mended === undefined && !titleTerms.has(term)) return null;
    if (mended === undefined) isNamed = true;
    words.push(mended ?? word);
  }
  const text = words.join(' ');
  // A title's words may mean the article, or what it is about.
  if (isNamed && !words.some((word) => documentWords.has(word)) && !OF_TEXTS.test(text)) return null;
  return PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

const PEOPLE: readonly MetadataField[] = ['author', 'editors', 'publisher'];

/**
 * The field of the metadata that names whom a question is about ("who is Ada Quill?", of the author), or null.
 * Somebody whom the text itself names is left to the text.
 */
export function metadataNameField(question: string, article: Article): MetadataField | null {
  const asked = tokenize(unwrapQuestion(spellOut(question, 'en'), 'en'), english)
    .filter(({ word, isStopWord }) => !isStopWord && !known.has(word))
    .map(({ word }) => word);
  if (asked.length === 0) return null;
  const line = metadataLines(article).find(
    ({ field, text }) => PEOPLE.includes(field) && holdsAll(text, asked),
  );
  return line && !article.paragraphs.some(({ text }) => holdsAll(text, asked)) ? line.field : null;
}

function holdsAll(text: string, words: readonly string[]): boolean {
  const held = new Set(tokenize(text, english).map(({ word }) => word));
  return words.every((word) => held.has(word));
}

/** The line of the metadata that holds a field, or null where the article does not state it. */
export function metadataLine(article: Article, field: MetadataField): string | null {
  return metadataLines(article).find((line) => line.field === field)?.text ?? null;
}
