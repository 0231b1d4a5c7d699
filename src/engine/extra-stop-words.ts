/**
 * Words that carry no meaning of their own in a question, where the list of the `stopword` package leaves
 * them out: it is made for texts, and lacks most question words and auxiliaries. Folded, lower case.
 */
export const EXTRA_STOP_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: words(`
    am are isnt arent wasnt were werent been being do does did doing done dont doesnt didnt have has had having
    hasnt havent will would wont wouldnt shall should shouldnt could couldnt cant cannot may might must ought
    who whom whose which what whats whos when where wheres why how hows whether that thats there theres here
    they them their theirs she her hers he his him hes shes theyre youre were im ive id ill its it itself
    you your yours we us our ours my mine me i a an the this these those of to in on at by for with from as
    into onto about over under between during than then so such too very just also only even any some no not
    nor or and but if because while until up down out off again once each both few more most other own same
    let lets get gets got getting go goes going gonna wanna gotta say says said tell tells told ask asks asked
    know knows known anyone anybody someone somebody something anything everything thing things stuff like
    please pls plz hey hi hello yo guys lol thx thanks thank ok okay um uh btw idk tho really actually
    u ur r y n ya yall wat wut wen wher hw wich abt bout cuz coz tbh imo
  `),
  de: words(`
    wer wen wem wessen was wann wo wohin woher warum wieso weshalb wie welche welcher welches welchen welchem
    wieviel wieviele viele viel ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können
    bitte hallo mal denn eigentlich
  `),
  es: words(`
    quién quiénes qué cuál cuáles cuándo dónde adónde cómo cuánto cuánta cuántos cuántas por para porque
    es son fue fueron era eran está están ha han había hay puede pueden hola favor
  `),
  ru: words(`
    кто кого кому кем чем что чего чему какой какая какое какие каких каким какую какого когда где куда откуда
    почему зачем как сколько чей чья чьё чьи который которая которое которые был была было были есть это
  `),
  zh: words(
    '谁 什么 哪 哪里 哪个 哪些 哪一 何时 何地 何 怎么 怎样 如何 为什么 为何 多少 几 吗 呢 的 了 是 在 有 和 与 被 个',
  ),
  ja: words('誰 何 いつ どこ なぜ どう どの どれ いくつ は が を に で と の か です ます'),
};

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
