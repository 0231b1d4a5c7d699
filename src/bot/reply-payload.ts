import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  type AttachmentPayload,
  ButtonStyle,
  ComponentType,
  type MessageMentionOptions,
} from 'discord.js';
import { MAX_ROW_BUTTONS } from './limits.js';
import type { MenuEntry, Reply, ReplyButton, ReplyMenu } from './reply.js';

/** A reply in the form discord.js sends, whichever door it goes out by. */
export interface ReplyPayload {
  content: string;
  components: APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>[];
  files: AttachmentPayload[];
  allowedMentions: MessageMentionOptions;
}

/** Nobody is ever pinged, whatever the text says, and neither is the member replied to. */
const NO_MENTIONS: MessageMentionOptions = { parse: [], repliedUser: false };

function toButton({
  label,
  id,
  disabled = false,
  isFinal = false,
}: ReplyButton): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: isFinal ? ButtonStyle.Danger : ButtonStyle.Secondary,
    label,
    custom_id: id,
    disabled,
  };
}

/** An entry of a menu as Discord takes it. */
export function toOption({ label, value, description }: MenuEntry): APISelectMenuOption {
  return { label, value, ...(description === undefined ? {} : { description }) };
}

function toSelect({ id, placeholder, entries }: ReplyMenu): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder,
    options: entries.map(toOption),
  };
}

/** Turns a reply into what is sent. Link previews are the sender's to suppress: the flag differs by door. */
export function toPayload({ text, buttons, menus = [], files = [] }: Reply): ReplyPayload {
  const rows = Array.from({ length: Math.ceil(buttons.length / MAX_ROW_BUTTONS) }, (_, row) =>
    buttons.slice(row * MAX_ROW_BUTTONS, (row + 1) * MAX_ROW_BUTTONS),
  );
  return {
    content: text,
    components: [...menus.map((menu) => [toSelect(menu)]), ...rows.map((row) => row.map(toButton))].map(
      (components) => ({ type: ComponentType.ActionRow, components }),
    ),
    files: files.map(({ name, data, description }) => ({
      attachment: Buffer.from(data),
      name,
      ...(description === undefined ? {} : { description }),
    })),
    allowedMentions: NO_MENTIONS,
  };
}
