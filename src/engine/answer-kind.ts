import { englishOf } from './meaning/english-of.js';
import { glossaryOf } from './meaning/glossary-of.js';
import { numberWord } from './number-word.js';
import type { Token } from './tokenize.js';

/** What a question wants to hear. */
export type AnswerKind = 'person' | 'date' | 'place' | 'number' | 'money' | 'duration' | 'reason';

/**
 * What a question wants, told by its first question word, or by what it is word by word in English; null where any
 * sentence may do.
 */
export function wantedAnswer(question: string, language: string): AnswerKind | null {
  for (const [kind, pattern] of WANTED[language] ?? []) if (pattern.test(question)) return kind;
  return language === 'en' || !glossaryOf(language)
    ? null
    : wantedAnswer(englishOf(question, language), 'en');
}

// Order matters: "how long" before "how", "how much" before the plain number.
const WANTED: Readonly<Record<string, readonly (readonly [AnswerKind, RegExp])[]>> = {
  en: [
    [
      'money',
      /\b(how much (does|do|did|is|are|was|will|would)|how expensive|what('?s| is| does)? .*\b(price|cost|fee|pay|salary)\b|\b(price|cost|fee)s?\b)/i,
    ],
    ['duration', /\bhow (long|old)\b|\bfor how long\b/i],
    [
      'number',
      /\bhow (many|much|big|large|tall|high|far|fast|heavy|deep|often|wide|hot|cold)\b|\b(number|amount|percentage|percent) of\b/i,
    ],
    [
      'date',
      /\b(when|wen|what (year|date|day|month|time)|which (year|day|month)|since when|how (soon|early|late))\b/i,
    ],
    ['person', /\b(who|whos|who's|whom|whose|hoo|which (person|man|woman|player|author|politician))\b/i],
    [
      'place',
      /\b(where|wher|were's|what (city|country|place|state|town)|which (city|country|place|state|town))\b/i,
    ],
    ['reason', /\b(why|y tho|how come|what for|reason|cause[ds]?)\b/i],
  ],
  de: [
    ['number', /\bwie ?viele?\b|\bwie (groß|hoch|weit|schnell|alt|oft)\b/i],
    ['duration', /\bwie lange\b/i],
    ['date', /\bwann\b|\bin welche[mr] (jahr|monat)\b|\bwelches (jahr|datum)\b/i],
    ['person', /\b(wer|wen|wem|wessen)\b/i],
    ['place', /\b(wo|wohin|woher)\b|\bin welche[mr] (stadt|land)\b/i],
    ['reason', /\b(warum|wieso|weshalb)\b/i],
  ],
  es: [
    ['number', /cu[aá]nt[oa]s?\b/i],
    ['date', /cu[aá]ndo\b|en qu[eé] (año|fecha|mes|día)/i],
    ['person', /qui[eé]n(es)?\b/i],
    ['place', /d[oó]nde\b|en qu[eé] (ciudad|país|lugar)/i],
    ['reason', /por qu[eé]\b/i],
  ],
  ru: [
    ['number', /сколько|какое количество/i],
    ['date', /когда|в каком году/i],
    ['person', /(^|\s)(кто|кого|кому|кем|ком)(\s|\?|$)/i],
    ['place', /(^|\s)(где|куда|откуда)(\s|\?|$)|в как(ом|ой) (город|стран)/i],
    ['reason', /почему|зачем/i],
  ],
  zh: [
    ['number', /多少|几[个位名次]|多[大高长远重]/],
    ['date', /何时|什么时候|哪一?年|哪天|几年|几月/],
    ['person', /谁|哪位/],
    ['place', /哪里|哪儿|何地|何处|什么地方|哪个(城市|国家|州)/],
    ['reason', /为什么|为何/],
  ],
};

const DEFINITION: Readonly<Record<string, RegExp>> = {
  en: /\b(who|what)('s| is| was| are| were)\b|\btell me about\b|^\W*\p{L}+\W*$/iu,
  de: /\b(wer|was) (ist|war|sind|waren)\b/i,
  es: /(qui[eé]n(es)?|qu[eé]) (es|son|fue|era|eran)\b/i,
  ru: /(^|\s)(кто|что) так(ой|ая|ое|ие)\b|(^|\s)(кто|что)( это)?(\s|$)/i,
  zh: /是(谁|什么)|什么是|谁是/,
};

/** Does a question ask who or what something is, or is it one word alone? */
export function asksForDefinition(question: string, language: string): boolean {
  return DEFINITION[language]?.test(question) ?? false;
}

const MONTH =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?|januar|februar|marz|mai|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|янва.*|феврал.*|март.*|апрел.*|июн.*|июл.*|август.*|сентябр.*|октябр.*|ноябр.*|декабр.*)$/;
const DAY =
  /^((mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday|today|tonight|tomorrow|noon|midnight|a\.m\.|p\.m\.|am|pm|morning|evening|weekend|christmas|easter|century|decade|spring|summer|autumn|winter)$/;
const YEAR = /^(1[0-9]|20)\d\d$/;
const NUMBER = /^\d/;
const NUMBER_WORD =
  /^(half|twice|once|both|dozens?|hundreds?|thousands?|millions?|billions?|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|[一二三四五六七八九十百千万亿两]+.?)$/;
const UNIT_OF_TIME =
  /^(seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?|decades?|century|centuries|nights?|jahren?|tagen?|stunden|minuten|wochen|monaten?|anos|dias|horas|minutos|meses|semanas|лет|года?|дней|дня|часов|минут|месяц.*)$/;
const MONEY_SIGN = /[$£€¥]/;
const MONEY_WORD = /^(dollars?|cents?|pounds?|euros?|pence|yen|usd|eur|gbp|free|nothing|bucks?)$/;
const PREPOSITION_OF_PLACE =
  /^(in|at|near|from|to|outside|inside|across|off|on|into|through|under|behind|beside|bei|im|en|desde|в|на|из)$/;
const REASON =
  /^(because|since|so|due|thanks|reason|reasons|therefore|cause|causes|caused|weil|denn|wegen|damit|porque|debido|потому|поскольку|因为|由于)$/;

/**
 * Which kinds of answer a sentence holds, each with the places of the words that make it. Told by the look
 * of words (capitals, digits, months, units), which is right often enough to be one signal among several.
 * @param names the folded words that are names in this article
 * @param language of the sentence: its words also count as what they are in English
 */
export function offeredAnswers(
  text: string,
  tokens: readonly Token[],
  names: ReadonlySet<string>,
  language: string,
): Map<AnswerKind, number[]> {
  const offers = new Map<AnswerKind, number[]>();
  const offer = (kind: AnswerKind, place: number) => {
    const places = offers.get(kind);
    if (places) places.push(place);
    else offers.set(kind, [place]);
  };
  const glossary = glossaryOf(language);
  const english = tokens.map(({ word }) => glossary?.glossOf(word)?.toLowerCase() ?? word);
  const is = (pattern: RegExp, place: number) =>
    pattern.test(tokens[place]?.word ?? '') || (glossary !== null && pattern.test(english[place] ?? ''));
  for (const [place, token] of tokens.entries()) {
    const { word, term } = token;
    const isNumber = NUMBER.test(term) || is(NUMBER_WORD, place) || numberWord(english[place] ?? '') !== null;
    const isTime = is(MONTH, place) || is(DAY, place);
    if (isNumber) offer('number', place);
    if (YEAR.test(word) || isTime || /^[年月日]/.test(word)) offer('date', place);
    if (isNumber && place + 1 < tokens.length && is(UNIT_OF_TIME, place + 1)) offer('duration', place);
    if (
      (isNumber && token.start > 0 && MONEY_SIGN.test(text[token.start - 1] ?? '')) ||
      is(MONEY_WORD, place)
    ) {
      offer('money', place);
    }
    if (is(REASON, place)) offer('reason', place);
    if (names.has(word) && token.isCapital && !isTime) {
      offer(place > 0 && is(PREPOSITION_OF_PLACE, place - 1) ? 'place' : 'person', place);
    }
  }
  return offers;
}
