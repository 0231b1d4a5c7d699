import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
  type MessageMentionOptions,
} from 'discord.js';
import type { Reply } from './reply.js';

/** A reply in the form discord.js sends, whichever door it goes out by. */
export interface ReplyPayload {
  content: string;
  components: APIActionRowComponent<APIButtonComponentWithCustomId>[];
  allowedMentions: MessageMentionOptions;
}

/** Nobody is ever pinged, whatever the text says, and neither is the member replied to. */
const NO_MENTIONS: MessageMentionOptions = { parse: [], repliedUser: false };

/** Turns a reply into what is sent. Link previews are the sender's to suppress: the flag differs by door. */
export function toPayload(reply: Reply): ReplyPayload {
  const buttons = reply.buttons.map(
    ({ label, id, disabled = false }): APIButtonComponentWithCustomId => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label,
      custom_id: id,
      disabled,
    }),
  );
  return {
    content: reply.text,
    components: buttons.length > 0 ? [{ type: ComponentType.ActionRow, components: buttons }] : [],
    allowedMentions: NO_MENTIONS,
  };
}
