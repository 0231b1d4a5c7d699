/** A button under a reply. */
export interface ReplyButton {
  /** At most 80 characters. */
  readonly label: string;
  /** From `formatCustomId`. */
  readonly id: string;
  readonly disabled?: boolean;
}

/** What the bot says, before it is known by which door it goes out. */
export interface Reply {
  /** Discord Markdown, at most `MAX_MESSAGE_LENGTH` characters. */
  readonly text: string;
  /** At most five, shown in one row. */
  readonly buttons: readonly ReplyButton[];
}

/** A reply without buttons. */
export function plainReply(text: string): Reply {
  return { text, buttons: [] };
}
