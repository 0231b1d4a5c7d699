import { englishOf } from './meaning/english-of.js';

const LONG_DRAWN = /(\p{L})\1{2,}/gu;

/** Messages made of these alone say nothing that an article could answer. */
const SMALL_WORDS = new Set(
  `a all am an and are at be best better big bit bored bot boring brb bye cool day dinner do doing dude else ever
  everybody everyone evening feeling fine folks for friday from funny gg going gm gn gnight good goodbye goodnight
  great guys ha haha hahaha happy hello help helped helpful hey hi hiya how hows howdy hru i im in is it its just
  kinda later least lmao lol lot love lovely luv made man mate me merry miss monday morning much my n nice night no
  now of ok okay omg on one out people pincite pls pretty r rn saturday see slept so sooo sunday sup super thank
  thanks that thats the there this thursday thx to today tonight too tuesday tuesdays ty tyvm u up ur very wanna was
  days nights afternoon afternoons wednesday weekend welcome well were whats wassup what wow x xd y ya yall yay yeah yes yo you your youre yup
  who again back later soon bruh lunch work sleep bed`.split(/\s+/),
);

/** At least one of these must be there: "what is it" is made of small words too, and is a question. */
const SIGNS =
  /\b(hi|hiya|hello|hey|howdy|yo|sup|wassup|gm|gn|gg|good (mornings?|nights?|evenings?|afternoons?|days?|bot)|goodnight|gnight|bye|goodbye|see (you|u|ya)|brb|thanks?|thank|thx|ty|tyvm|lol|lmao|haha\w*|omg|wow|xd|bored|boring|love (you|u|ya)|miss (you|u|ya)|happy|merry|nice one|ur|you are|youre|how (are|r) (you|u|ya|y)|hows (it|ur|your|everyone|life)|whats up|are (you|u)|who made (you|u)|funny|cool|best|welcome)\b/;

const ABOUT_THE_BOT = [
  /^(are|r) (you|u|ya) (a |an |the )?(real|human|person|bot|robot|ai|alive|sentient|chatgpt|gpt|there|ok|okay)\b/,
  /^(who|what) (are|r) (you|u)$/,
  /^who (made|built|created|programmed|coded|wrote) (you|u|this bot)\b/,
  /^what (can|do) (you|u) do$/,
  /^how do (you|u) work$/,
];

const MISUSE = [
  /\b(ignore|disregard|forget|override|bypass)\b.{0,30}\b(instructions?|rules?|prompts?|guidelines|the article|the text|everything)\b/,
  /\b(system|hidden|developer|secret) (prompt|message|instructions?|notes?)\b/,
  /^(system|assistant|developer|admin) ?:/,
  /\byou are now\b|\bfrom now on\b.{0,40}\b(answer|say|reply|respond|only|act)\b/,
  /\b(pretend|act|roleplay|role play)\b.{0,15}\b(you|youre|to be|as if|like|as)\b/,
  /^(please |pls |now )?pretend\b/,
  /\bjailbreak\b|\bdo anything now\b|\bdan mode\b/,
  /@everyone|@here|\bping (everyone|everybody|all|the server|the whole)\b/,
  /\b(post|paste|print|show|reveal|repeat|give|send|leak|tell)\b.{0,30}(?:\b|_)(token|password|api key|config|above|before this|your prompt|verbatim your|mod role|admin role)\b/,
  /^(please |pls )?(write|compose|draft|generate)( me| my| us| a| an| some)\b.{0,30}\b(essay|poem|story|song|code|script|exploit|email|rap|haiku|joke|homework)\b/,
  /\brm -rf\b|<script|\bdrop table\b|\b10\.0\.0\.0\b/,
];

/**
 * Is a message a greeting, thanks, chat about the bot, or an attempt to make it misbehave? All of them get
 * one friendly line on what the bot does. In other languages than English it is told word by word in English; without
 * a glossary such messages are looked up as questions.
 * @param languages of the articles asked
 */
export function isSmallTalk(message: string, languages: readonly string[]): boolean {
  return [message, ...languages.map((code) => englishOf(message, code))].some(isEnglishSmallTalk);
}

function isEnglishSmallTalk(message: string): boolean {
  const text = message.toLowerCase().replace(/['’]/g, '').replace(LONG_DRAWN, '$1').trim();
  if (MISUSE.some((pattern) => pattern.test(text))) return true;
  const words = text.match(/\p{L}+/gu) ?? [];
  const bare = words.join(' ');
  if (ABOUT_THE_BOT.some((pattern) => pattern.test(bare))) return true;
  return words.every((word) => SMALL_WORDS.has(word)) && SIGNS.test(bare);
}
