import type { AskedQuestion } from '../../src/store/asked-question.js';
import { createQuestionId } from '../../src/store/question-id.js';
import { pick, randomFrom } from '../speed/random.js';

/** A server of some size: members, paragraphs of the article, and different questions on it. */
const MEMBERS = 20_000;
const PARAGRAPHS = 40;
const TEXTS = 5_000;
const ANSWERED = 0.7;

const SUBJECTS = [
  'the meeting',
  'the crew',
  'the director',
  'the launch',
  'the station',
  'the budget',
  'the rules',
];
const BEGINNINGS = [
  'when is',
  'who leads',
  'how much is',
  'where is',
  'why was',
  'what happened to',
  'who paid for',
];

export const GUILD_ID = '100000000000000001';

/**
 * A server's questions over a period, oldest first: a few texts are asked over and over, most once in a while
 * (Zipf), and some members ask much more than others.
 */
export function* madeUpQuestions(count: number, from: number, to: number): Generator<AskedQuestion> {
  const random = randomFrom(17);
  for (let number = 0; number < count; number++) {
    const at = Math.floor(from + ((to - from) * number) / count);
    const answered = random() < ANSWERED;
    yield {
      id: createQuestionId(at),
      at,
      guildId: GUILD_ID,
      channelId: '100000000000000002',
      articleId: 'the-article',
      text: textOf(Math.floor(TEXTS ** random())),
      language: 'en',
      answered,
      paragraph: answered ? 1 + Math.floor(PARAGRAPHS * random() ** 2) : null,
      confidence: random(),
      source: pick(['slash', 'mention'], random),
      askerId: String(Math.floor(MEMBERS * random() ** 2)),
    };
  }
}

function textOf(rank: number): string {
  const beginning = BEGINNINGS[rank % BEGINNINGS.length];
  const subject = SUBJECTS[Math.floor(rank / BEGINNINGS.length) % SUBJECTS.length];
  return `${beginning} ${subject} of number ${rank}?`;
}
