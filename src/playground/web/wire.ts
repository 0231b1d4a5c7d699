/** What goes between the page and its server. Types alone: the page is built on its own. */

/** Marked-up text. Whatever it was made of, the page shows it as text nodes. */
export type Rich =
  | string
  | { readonly kind: RichStyle; readonly content: readonly Rich[] }
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly Rich[] }
  | { readonly kind: 'code' | 'code-block' | 'mention'; readonly text: string }
  /** Seconds since the epoch; the format is one of Discord's letters. */
  | { readonly kind: 'time'; readonly seconds: number; readonly format: string }
  | { readonly kind: 'break' };

export type RichStyle =
  | 'strong'
  | 'em'
  | 'underline'
  | 'strikethrough'
  | 'quote'
  | 'small-print'
  | 'heading'
  | 'spoiler';

export interface ButtonView {
  readonly kind: 'button';
  /** null for links. */
  readonly customId: string | null;
  readonly label: string;
  readonly style: 'primary' | 'secondary' | 'success' | 'danger' | 'link';
  readonly href: string | null;
  readonly isDisabled: boolean;
}

export interface ChoiceView {
  readonly label: string;
  readonly value: string;
  readonly description: string;
  readonly isDefault: boolean;
}

export interface SelectView {
  readonly kind: 'select';
  readonly customId: string;
  readonly placeholder: string;
  readonly min: number;
  readonly max: number;
  readonly isDisabled: boolean;
  readonly choices: readonly ChoiceView[];
}

export interface ImageView {
  readonly kind: 'image';
  readonly src: string;
  readonly description: string;
}

export type ComponentView =
  | ButtonView
  | SelectView
  | ImageView
  | { readonly kind: 'row' | 'gallery'; readonly items: readonly ComponentView[] }
  | { readonly kind: 'container'; readonly color: number | null; readonly items: readonly ComponentView[] }
  | { readonly kind: 'text'; readonly body: readonly Rich[] }
  | { readonly kind: 'section'; readonly texts: readonly (readonly Rich[])[]; readonly beside: ComponentView }
  | { readonly kind: 'separator'; readonly isLine: boolean }
  | { readonly kind: 'file'; readonly name: string; readonly href: string };

export interface EmbedView {
  readonly color: number | null;
  readonly author: string;
  readonly title: string;
  readonly href: string | null;
  readonly description: readonly Rich[];
  readonly fields: readonly {
    readonly name: readonly Rich[];
    readonly value: readonly Rich[];
    readonly isInline: boolean;
  }[];
  readonly image: string | null;
  readonly footer: string;
}

export interface AttachmentView {
  readonly name: string;
  readonly href: string;
  /** In bytes. */
  readonly size: number;
  readonly isImage: boolean;
  readonly description: string;
}

/** A message as a member has it before the eyes. */
export interface MessageView {
  readonly id: string;
  readonly channelId: string;
  readonly author: { readonly id: string; readonly name: string; readonly isBot: boolean };
  /** ISO 8601. */
  readonly at: string;
  readonly body: readonly Rich[];
  readonly embeds: readonly EmbedView[];
  readonly components: readonly ComponentView[];
  readonly attachments: readonly AttachmentView[];
  readonly isEphemeral: boolean;
  readonly isLoading: boolean;
  readonly isEdited: boolean;
  /** The message it replies to, in a line. */
  readonly replyTo: { readonly author: string; readonly text: string } | null;
  /** Who used which command to get it. */
  readonly command: { readonly user: string; readonly name: string } | null;
  /** Whether it mentions the member who looks. */
  readonly isForMe: boolean;
}

export interface OptionView {
  readonly name: string;
  readonly description: string;
  readonly input: 'text' | 'number' | 'choice' | 'file';
  readonly isRequired: boolean;
  /** Whether the bot completes it. */
  readonly isCompleted: boolean;
  /** Characters, for texts. */
  readonly maxLength: number | null;
  readonly choices: readonly { readonly label: string; readonly value: string }[];
}

/** A slash command, or one of its subcommands. */
export interface CommandView {
  readonly name: string;
  /** `group list`; null for the command itself. */
  readonly subcommand: string | null;
  readonly description: string;
  readonly options: readonly OptionView[];
}

export interface ChannelView {
  readonly id: string;
  readonly name: string;
  readonly kind: 'guild' | 'dm';
  readonly commands: readonly CommandView[];
  /** The commands in a message's menu. */
  readonly messageMenu: readonly string[];
}

export interface FieldView {
  readonly customId: string;
  readonly label: string;
  readonly description: string;
  readonly input: 'line' | 'text' | 'choice' | 'file';
  readonly isRequired: boolean;
  readonly value: string;
  readonly placeholder: string;
  readonly minLength: number;
  readonly maxLength: number;
  readonly min: number;
  readonly max: number;
  readonly choices: readonly ChoiceView[];
}

/** A form the bot opened. */
export interface ModalView {
  /** Names it in what is sent back. */
  readonly id: string;
  readonly title: string;
  readonly parts: readonly (FieldView | { readonly input: 'none'; readonly body: readonly Rich[] })[];
}

/** One thing that went between the bot and the loopback Discord. */
export interface TrafficView {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly direction: 'from-bot' | 'to-bot';
  readonly route: string;
  /** HTTP status and how long the answer took; null for the gateway. */
  readonly status: number | null;
  readonly ms: number | null;
  /** What is wrong with it; empty when it is in order. */
  readonly problems: readonly string[];
  /** What was sent, and what came back, as JSON. */
  readonly body: string;
  readonly answer: string;
}

/** Who can be acted as. */
export type Role = 'member' | 'moderator';

/** Everything a page needs that has just been opened, or was cut off for a while. */
export interface Snapshot {
  readonly kind: 'snapshot';
  readonly role: Role;
  readonly me: { readonly id: string; readonly name: string };
  readonly bot: { readonly id: string; readonly name: string };
  readonly server: string;
  readonly channels: readonly ChannelView[];
  /** Of all these channels, oldest first. */
  readonly messages: readonly MessageView[];
  readonly traffic: readonly TrafficView[];
  /** For the tour. */
  readonly examples: readonly { readonly question: string; readonly note: string }[];
}

export type News =
  | Snapshot
  | { readonly kind: 'message'; readonly message: MessageView }
  | { readonly kind: 'gone'; readonly id: string }
  | { readonly kind: 'typing'; readonly channelId: string; readonly name: string }
  | { readonly kind: 'channels'; readonly channels: readonly ChannelView[] }
  | { readonly kind: 'traffic'; readonly entry: TrafficView };

/** What came of something the member did; what is to be seen of it comes as news. */
export type Outcome =
  | {
      readonly ok: true;
      readonly modal: ModalView | null;
      readonly choices: readonly { readonly label: string; readonly value: string }[];
      /** For `explain`. */
      readonly text: string;
    }
  | { readonly ok: false; readonly reason: string };
