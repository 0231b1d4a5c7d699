import {
  type APIAttachment,
  type APIMessage,
  ComponentType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import { nextId } from '../next-id.js';
import { flattenComponents } from '../schemas/components.js';
import type { MessageEditForm, MessageForm } from '../schemas/message.js';
import type { UploadedFile } from './attachment-store.js';
import type { StoredMessage } from './message-store.js';
import type { Person } from './person.js';
import type { World } from './world.js';

/** Flags a sender may set; the others are Discord's to set. */
const SENDABLE_FLAGS =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/** What a new message is made of. */
export interface NewMessage {
  readonly author: Person;
  readonly channelId: string;
  readonly form: MessageForm;
  readonly files: readonly UploadedFile[];
  /** Flags besides the form's, such as "is thinking…". */
  readonly flags?: number;
  readonly visibleTo?: string | null;
  readonly interactionId?: string | null;
  /** The message it replies to; its author is mentioned unless the form forbids. */
  readonly replyTo?: StoredMessage | undefined;
  /** Further fields, such as the interaction's description. */
  readonly extra?: Partial<APIMessage>;
}

/** Whether a message has nothing to show, which Discord refuses. */
export function isEmpty(form: MessageForm | MessageEditForm, files: readonly UploadedFile[]): boolean {
  const hasText = (form.content ?? '').trim() !== '';
  const hasEmbeds = (form.embeds ?? []).length > 0;
  const hasComponents = (form.components ?? []).length > 0;
  // Buttons alone are no message, except in the newer layout, where text is a component too.
  const isV2 = ((form.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  return !hasText && !hasEmbeds && files.length === 0 && !(hasComponents && isV2);
}

/** A new message, not yet published. */
export function buildMessage(world: World, message: NewMessage): StoredMessage {
  const { form, channelId } = message;
  const content = (form.content ?? '').trim();
  const { users, everyone } = mentionsIn([content, ...texts(form)].join('\n'), form.allowed_mentions);
  const repliedTo = message.replyTo?.api.author.id;
  // Who sends a rule and leaves this out of it does not ping; who sends none does.
  const pingsReplied = form.allowed_mentions ? form.allowed_mentions.replied_user === true : true;
  if (repliedTo && repliedTo !== message.author.user.id && pingsReplied) users.push(repliedTo);
  const api: APIMessage = {
    id: nextId(),
    channel_id: channelId,
    author: message.author.user,
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: form.tts ?? false,
    mention_everyone: everyone,
    mentions: [...new Set(users)].flatMap((id) => world.person(id)?.user ?? []),
    mention_roles: [],
    attachments: keepFiles(world, channelId, form, message.files),
    embeds: asEmbeds(form.embeds),
    components: asComponents(form.components),
    pinned: false,
    type: message.replyTo ? MessageType.Reply : MessageType.Default,
    flags: ((form.flags ?? 0) & SENDABLE_FLAGS) | (message.flags ?? 0),
    ...(form.nonce === null || form.nonce === undefined ? {} : { nonce: form.nonce }),
    ...(message.replyTo
      ? {
          message_reference: {
            type: MessageReferenceType.Default,
            channel_id: channelId,
            message_id: message.replyTo.api.id,
          },
          referenced_message: message.replyTo.api,
        }
      : {}),
    ...message.extra,
  };
  return { api, visibleTo: message.visibleTo ?? null, interactionId: message.interactionId ?? null };
}

/** A message after an edit, not yet published: what the form leaves out stays. */
export function editedMessage(
  world: World,
  old: StoredMessage,
  form: MessageEditForm,
  files: readonly UploadedFile[],
): StoredMessage {
  const kept = form.attachments
    ? old.api.attachments.filter(({ id }) => form.attachments?.some((wanted) => wanted.id === id))
    : old.api.attachments;
  const flags = (old.api.flags ?? 0) & ~MessageFlags.Loading;
  const content = form.content === undefined ? old.api.content : (form.content ?? '').trim();
  return {
    ...old,
    api: {
      ...old.api,
      content,
      ...(form.embeds === undefined ? {} : { embeds: asEmbeds(form.embeds) }),
      ...(form.components === undefined ? {} : { components: asComponents(form.components) }),
      attachments: [...kept, ...keepFiles(world, old.api.channel_id, form, files)],
      flags: flags | ((form.flags ?? 0) & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2)),
      // An answer that was thought about is not an edited one.
      edited_timestamp:
        (old.api.flags ?? 0) & MessageFlags.Loading ? old.api.edited_timestamp : new Date().toISOString(),
    },
  };
}

/** Whom a text pings, as far as the sender allows; who sends no rule allows everyone. */
function mentionsIn(
  text: string,
  allowed: MessageForm['allowed_mentions'],
): { users: string[]; everyone: boolean } {
  const ids = [...text.matchAll(/<@!?(\d{1,20})>/g)].flatMap((match) => match[1] ?? []);
  return {
    users: ids.filter((id) => !allowed || allowed.parse?.includes('users') || allowed.users?.includes(id)),
    everyone: /@(everyone|here)\b/.test(text) && (!allowed || (allowed.parse?.includes('everyone') ?? false)),
  };
}

/** The texts among a form's components, which can ping as its content can. */
function texts(form: MessageForm): string[] {
  return flattenComponents(form.components ?? []).flatMap((component) =>
    component.type === ComponentType.TextDisplay ? [component.content] : [],
  );
}

/** `files[2]` belongs to the form's attachment with the id 2. */
function keepFiles(
  world: World,
  channelId: string,
  form: MessageForm | MessageEditForm,
  files: readonly UploadedFile[],
): APIAttachment[] {
  return files.map((file, index) => {
    const described = form.attachments?.find(({ id }) => id === String(index));
    const named = described?.filename ? { ...file, filename: described.filename } : file;
    return world.attachments.add(channelId, named, described?.description ?? null);
  });
}

// The schemas have checked the shapes; Discord gives them back as they were sent.
function asEmbeds(embeds: MessageForm['embeds']): APIMessage['embeds'] {
  return (embeds ?? []).map((embed) => ({ type: 'rich', ...embed })) as APIMessage['embeds'];
}

function asComponents(components: MessageForm['components']): APIMessage['components'] {
  return (components ?? []) as APIMessage['components'];
}
