/** What people type on a phone → what it stands for. English; each left side is a whole word. */
const SPELT_OUT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    abt: 'about',
    bc: 'because',
    bday: 'birthday',
    coz: 'because',
    cuz: 'because',
    gov: 'government',
    govt: 'government',
    hoo: 'who',
    hrs: 'hours',
    hw: 'how',
    mins: 'minutes',
    msg: 'message',
    ppl: 'people',
    r: 'are',
    rn: 'right now',
    teh: 'the',
    thru: 'through',
    wil: 'will',
    tmrw: 'tomorrow',
    u: 'you',
    ur: 'your',
    vid: 'video',
    w: 'with',
    wat: 'what',
    wats: 'what is',
    wen: 'when',
    wer: 'where',
    wher: 'where',
    wheres: 'where is',
    wich: 'which',
    wk: 'week',
    wks: 'weeks',
    wut: 'what',
    wy: 'why',
    whats: 'what is',
    whens: 'when is',
    whos: 'who is',
    whys: 'why is',
    hows: 'how is',
    wont: 'will not',
    yr: 'year',
    yrs: 'years',
  }),
);

/** Slips that spell another word, told by what comes after. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/\bwere(?= (did|does|do|is|was|will|can|are they|should)\b)/gi, 'where'],
  [/\bdose(?= (the|it|he|she|this|that|they|a|an|any)\b)/gi, 'does'],
  [/\brote(?= (it|this|that|the)\b)/gi, 'wrote'],
  [/\bhwo(?= (is|was|did|does|do|are|many|much|long|far|old|to)\b)/gi, 'how'],
];

/** A question with chat's short forms spelt out; in languages other than English it stays as it is. */
export function spellOut(question: string, language: string): string {
  if (language !== 'en') return question;
  let text = question.replace(
    /[\p{L}]+(?:['’]s\b)?/gu,
    (word) => SPELT_OUT.get(word.toLowerCase().replace(/['’]/, '')) ?? word,
  );
  for (const [slip, meant] of SLIPS) text = text.replace(slip, meant);
  return text;
}
