/** A button under a reply. */
export interface ReplyButton {
  /** At most 80 characters. */
  readonly label: string;
  /** From `formatCustomId`. */
  readonly id: string;
  readonly disabled?: boolean;
  /** It cannot be undone: shown in red. */
  readonly isFinal?: boolean;
}

/** A menu under a reply, of which one entry is chosen. */
export interface ReplyMenu {
  /** From `formatCustomId`. */
  readonly id: string;
  /** What to do with it, at most 150 characters. */
  readonly placeholder: string;
  /** One to 25. */
  readonly entries: readonly MenuEntry[];
}

/** An entry of a menu. Discord shows its texts as they are, without Markdown. */
export interface MenuEntry {
  /** At most 100 characters, like the two others. */
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

/** A file that comes with a reply; an image is shown. */
export interface ReplyFile {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** What an image shows, for those who do not see it: at most 1,024 characters. */
  readonly description?: string;
}

/** What the bot says, before it is known by which door it goes out. */
export interface Reply {
  /** Discord Markdown, at most `MAX_MESSAGE_LENGTH` characters. */
  readonly text: string;
  /** At most 25, shown in rows of five: a message has five rows. */
  readonly buttons: readonly ReplyButton[];
  /** Shown above the buttons, a row each. */
  readonly menus?: readonly ReplyMenu[];
  /** At most ten. */
  readonly files?: readonly ReplyFile[];
}

/** A reply without buttons. */
export function plainReply(text: string): Reply {
  return { text, buttons: [] };
}
