const SOURCES = ['slash', 'mention', 'dm'] as const;

/** How a question reached the bot. */
export type QuestionSource = (typeof SOURCES)[number];

/** A source as it is kept. */
export function readSource(text: string): QuestionSource {
  return SOURCES.find((source) => source === text) ?? 'slash';
}

/** A question that was asked, and what came of it. */
export interface AskedQuestion {
  /** From `createQuestionId`. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** null in a direct message. */
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** The article that was quoted or, where nothing was, the one that was asked; null when all were. */
  readonly articleId: string | null;
  readonly text: string;
  /** Language of the article quoted or closest; null where there is none. */
  readonly language: string | null;
  readonly answered: boolean;
  /** The paragraph quoted, 0 for the article's metadata; null where nothing was. */
  readonly paragraph: number | null;
  /** Of the best passage, shown or not: 0 to 1; null where there is none. */
  readonly confidence: number | null;
  readonly source: QuestionSource;
  /** Discord's id of the member. Only a keyed hash of it is written. */
  readonly askerId: string;
}
