import type { APIEmbed } from 'discord-api-types/v10';
import { offeredEntities } from '../member/offered-entities.js';
import type { SeenMessage } from '../member/seen-message.js';
import type { TopLevelComponent } from '../schemas/components.js';
import { displayName } from '../world/person.js';
import type { World } from '../world/world.js';
import { flattenRich } from './flatten-rich.js';
import { safeHref } from './safe-href.js';
import { viewComponents } from './view-components.js';
import { viewMarkdown } from './view-markdown.js';
import type { AttachmentView, EmbedView, MessageView, Rich } from './wire.js';

/** Characters shown of a message that is replied to. */
const MAX_REPLIED = 120;
/** What a browser shows as an image, and nothing that could hold a script. */
const IMAGE = /^image\/(png|jpeg|gif|webp)$/;

/** A message as the page shows it to a member. */
export function viewMessage(world: World, seen: SeenMessage, viewerId: string): MessageView {
  const names = namesOf(world);
  const markdown = (text: string): Rich[] => viewMarkdown(text, names);
  const attachments = seen.api.attachments.map(
    ({ filename, url, size, content_type, description }): AttachmentView => ({
      name: filename,
      // Served on the page's own address, whatever the loopback's is.
      href: new URL(url).pathname,
      size,
      isImage: IMAGE.test(content_type ?? ''),
      description: description ?? '',
    }),
  );
  const replied = seen.api.referenced_message;
  return {
    id: seen.id,
    channelId: seen.channelId,
    author: seen.author,
    at: seen.api.timestamp,
    body: markdown(seen.content),
    embeds: seen.embeds.map((embed) => viewEmbed(embed, attachments, markdown)),
    // The loopback takes no components that are not of its schema.
    components: viewComponents((seen.api.components ?? []) as TopLevelComponent[], {
      attachments,
      entities: (type) =>
        offeredEntities(world, type).map(({ id, label }) => ({
          label,
          value: id,
          description: '',
          isDefault: false,
        })),
      markdown,
    }),
    attachments,
    isEphemeral: seen.isEphemeral,
    isLoading: seen.isLoading,
    isEdited: seen.isEdited,
    replyTo: replied
      ? {
          author: displayName(replied.author),
          text: [...flattenRich(markdown(replied.content))].slice(0, MAX_REPLIED).join(''),
        }
      : null,
    command: commandOf(world, seen),
    isForMe: seen.mentions.includes(viewerId),
  };
}

function namesOf(world: World): Map<string, string> {
  return new Map([
    ...world.people.map(({ user }) => [user.id, displayName(user)] as const),
    ...world.guildChannels.map(({ id, name }) => [id, name] as const),
  ]);
}

function commandOf(world: World, seen: SeenMessage): MessageView['command'] {
  const metadata = seen.api.interaction_metadata;
  const interaction = metadata && world.interaction(metadata.id);
  if (!metadata || !interaction?.commandName) return null;
  return { user: displayName(metadata.user), name: interaction.label };
}

function viewEmbed(
  embed: APIEmbed,
  attachments: readonly AttachmentView[],
  markdown: (text: string) => Rich[],
): EmbedView {
  const image = (embed.image ?? embed.thumbnail)?.url;
  return {
    color: embed.color ?? null,
    author: embed.author?.name ?? '',
    title: embed.title ?? '',
    href: embed.url ? safeHref(embed.url) : null,
    description: markdown(embed.description ?? ''),
    fields: (embed.fields ?? []).map(({ name, value, inline }) => ({
      name: markdown(name),
      value: markdown(value),
      isInline: inline ?? false,
    })),
    image: attachments.find(({ name }) => image === `attachment://${name}`)?.href ?? null,
    footer: embed.footer?.text ?? '',
  };
}
