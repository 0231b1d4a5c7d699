/** What people wrap a question in. Each is taken off the front again and again, then off the end. */
const PREAMBLE: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /^(hey|hi|hello|yo|ok|okay|so|um+|uh+|hmm+|well|sorry|excuse me|quick question|question|random|serious question|dumb question|stupid question|noob question|help)\b[\s,.:;!–—-]*/i,
    /^(guys|all|everyone|everybody|folks|there|team|bot|pincite|people|y'?all|mods?)\b[\s,.:;!–—-]+/i,
    /^(please|pls|plz)\b[\s,]*/i,
    /^(can|could|would|will|does|do|did|has|is)\s+(you|u|anyone|anybody|someone|somebody|any of you)\s+(here\s+)?(please\s+|pls\s+)?(know|tell|explain|say|remember|remind|happen to know|have any idea|able to tell)(\s+(me|us|to me))?\b[\s,:]*/i,
    /^(i|we)('?m|'?ve| am| was| were| have)?\s+(just\s+|really\s+|always\s+|still\s+)?(wonder(ed|ing)?|curious|been wondering|trying to (find out|figure out|understand)|want(ed)? to (know|ask)|need to know|would like to know|'?d like to know|not sure|unsure|confused)\b[\s,:]*(about\s+|if\s+|whether\s+)?/i,
    /^(any idea|any clue|anyone know|anybody know|do we know|does it say|does the article say|tell me|let me know|remind me|explain)\b[\s,:]*(about\s+|if\s+|whether\s+)?/i,
    /^(according to (the|this) (article|text|story|page|post)|in (the|this) (article|text|story|page|post)|from what (i|you) read)[\s,:]*/i,
  ],
};

const CLOSING: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /[\s,.!?–—-]*\b(please|pls|plz|thanks|thank you|thx|ty|tia|cheers|lol|lmao|haha+|tho|though|btw|anyone|anybody|asking for a friend|just curious|i forgot|i forget|idk)[\s.!?]*$/i,
    /[\s,]*\b(according to (the|this) (article|text|story|page|post)|in (the|this) (article|text|story))[\s.!?]*$/i,
  ],
};

/** Ways to ask for a kind of answer, whose words the answer itself rarely holds. */
const KINDS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [
      /\b(in|on|at|by|since|until|during)?\s*\b(what|which) (year|date|day|month|time)\b( of the year)?/gi,
      ' when',
    ],
    [/\bhow (many|much)\b( different| kinds of| types of)?/gi, 'how many'],
    [/\b(what|which) (kind|type|sort) of\b/gi, 'what'],
    [/\bwhat (is|are|was|were) the (names?|number|amount) of\b/gi, 'what $1'],
    [/\bwhat (is|was) the (reason|cause) (for|of|that|why)\b/gi, 'why'],
  ],
};

/**
 * The question without greetings, preamble and thanks, which match everything and mean nothing. Gives the
 * text back as it was where nothing would be left.
 */
export function unwrapQuestion(question: string, language: string): string {
  let text = question.trim();
  for (const patterns of [PREAMBLE[language] ?? [], CLOSING[language] ?? []]) {
    for (let before = ''; before !== text; ) {
      before = text;
      for (const pattern of patterns) text = text.replace(pattern, '');
    }
  }
  for (const [way, short] of KINDS[language] ?? []) text = text.replace(way, short);
  return text.trim() === '' ? question : text.trim();
}
