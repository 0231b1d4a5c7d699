import { type APIEmbed, type APIMessage, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { flattenComponents, type TopLevelComponent } from '../schemas/components.js';
import type { StoredMessage } from '../world/message-store.js';
import { displayName } from '../world/person.js';

/** A button under a message. */
export interface SeenButton {
  /** null for links. */
  readonly customId: string | null;
  readonly label: string;
  readonly url: string | null;
  readonly isDisabled: boolean;
}

export type SelectType =
  | ComponentType.StringSelect
  | ComponentType.UserSelect
  | ComponentType.RoleSelect
  | ComponentType.MentionableSelect
  | ComponentType.ChannelSelect;

/** A menu under a message. */
export interface SeenSelect {
  readonly customId: string;
  readonly type: SelectType;
  readonly placeholder: string;
  readonly isDisabled: boolean;
  readonly minValues: number;
  readonly maxValues: number;
  /** Empty for menus of users, roles and channels, which offer all there are. */
  readonly options: readonly {
    readonly label: string;
    readonly value: string;
    readonly description: string;
  }[];
}

/** A message as a member has it before the eyes. */
export interface SeenMessage {
  readonly id: string;
  readonly channelId: string;
  readonly author: { readonly id: string; readonly name: string; readonly isBot: boolean };
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  /** All that can be read, in Markdown: content, embeds and text components, in this order. */
  readonly text: string;
  readonly buttons: readonly SeenButton[];
  readonly selects: readonly SeenSelect[];
  readonly attachments: readonly {
    readonly filename: string;
    readonly url: string;
    readonly size: number;
    readonly contentType: string;
    readonly description: string;
  }[];
  /** "Only you can see this". */
  readonly isEphemeral: boolean;
  /** "… is thinking". */
  readonly isLoading: boolean;
  readonly isEdited: boolean;
  /** The message it replies to. */
  readonly replyTo: string | null;
  /** The users it mentions, and so pings. */
  readonly mentions: readonly string[];
  /** Whether it pings everyone in the channel. */
  readonly mentionsEveryone: boolean;
  /** The message as the API describes it. */
  readonly api: APIMessage;
}

/** What a member sees of a message. */
export function seeMessage(message: StoredMessage): SeenMessage {
  const { api } = message;
  const components = flattenComponents((api.components ?? []) as TopLevelComponent[]);
  const flags = api.flags ?? 0;
  const texts = components.flatMap((component) =>
    component.type === ComponentType.TextDisplay ? [component.content] : [],
  );
  return {
    id: api.id,
    channelId: api.channel_id,
    author: { id: api.author.id, name: displayName(api.author), isBot: api.author.bot ?? false },
    content: api.content,
    embeds: api.embeds,
    text: [api.content, ...api.embeds.map(embedText), ...texts].filter((part) => part !== '').join('\n\n'),
    buttons: components.flatMap((component) =>
      component.type === ComponentType.Button
        ? [
            {
              customId: component.custom_id ?? null,
              label: component.label ?? component.emoji?.name ?? '',
              url: component.url ?? null,
              isDisabled: component.disabled ?? false,
            },
          ]
        : [],
    ),
    selects: components.flatMap((component) =>
      'placeholder' in component || component.type === ComponentType.StringSelect
        ? [
            {
              customId: component.custom_id,
              type: component.type,
              placeholder: component.placeholder ?? '',
              isDisabled: component.disabled ?? false,
              minValues: component.min_values ?? 1,
              maxValues: component.max_values ?? 1,
              options: ('options' in component ? component.options : []).map((option) => ({
                label: option.label,
                value: option.value,
                description: option.description ?? '',
              })),
            },
          ]
        : [],
    ),
    attachments: api.attachments.map((attachment) => ({
      filename: attachment.filename,
      url: attachment.url,
      size: attachment.size,
      contentType: attachment.content_type ?? '',
      description: attachment.description ?? '',
    })),
    isEphemeral: (flags & MessageFlags.Ephemeral) !== 0,
    isLoading: (flags & MessageFlags.Loading) !== 0,
    isEdited: api.edited_timestamp !== null,
    replyTo: api.message_reference?.message_id ?? null,
    mentions: api.mentions.map(({ id }) => id),
    mentionsEveryone: api.mention_everyone,
    api,
  };
}

/** An embed as it reads from top to bottom. */
function embedText(embed: APIEmbed): string {
  const title = embed.title && embed.url ? `[${embed.title}](${embed.url})` : (embed.title ?? '');
  return [
    embed.author?.name ?? '',
    title === '' ? '' : `**${title}**`,
    embed.description ?? '',
    ...(embed.fields ?? []).map(({ name, value }) => `**${name}**\n${value}`),
    embed.footer?.text ?? '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}
