import { gzipSync } from 'node:zlib';
import { SlashCommandBuilder } from 'discord.js';
import type { SlashCommand } from '../src/bot/command.js';
import { formatCustomId } from '../src/bot/custom-id.js';
import { CONTEXTS, INTEGRATION_TYPES } from '../src/bot/install-everywhere.js';
import { NOTHING_KEPT, renderForgotten, renderPrivacy } from '../src/bot/render-privacy.js';
import { plainReply, type Reply, type ReplyFile } from '../src/bot/reply.js';
import { replace, respond } from '../src/bot/respond.js';
import type { Services } from '../src/bot/services.js';

const CONFIRM: Reply = {
  text: 'Shall I delete everything that I keep of you: your questions, your votes and what you said with them? It cannot be brought back.',
  buttons: [
    { label: 'Delete it all', id: formatCustomId('forget'), isFinal: true },
    { label: 'Keep it', id: formatCustomId('keep') },
  ],
};

/** Discord takes ten megabytes, from a bot as from a member. */
const MAX_PLAIN_BYTES = 8 * 1024 * 1024;

/** A member's own records as a file: packed when it would be too large to send. */
function toFile(records: object): ReplyFile {
  const json = Buffer.from(`${JSON.stringify(records, null, 2)}\n`);
  return json.byteLength <= MAX_PLAIN_BYTES
    ? { name: 'pincite-my-data.json', data: json }
    : { name: 'pincite-my-data.json.gz', data: gzipSync(json) };
}

async function exportOf(userId: string, { store }: Services): Promise<Reply> {
  const records = await store.members.export(userId);
  if (Object.values(records).every((rows) => rows.length === 0)) return plainReply(NOTHING_KEPT);
  return { text: 'Here is everything that I keep of you.', buttons: [], files: [toFile(records)] };
}

/** `/privacy`: what is kept; a member's own records; and to have them deleted. */
export default {
  kind: 'slash',
  data: new SlashCommandBuilder()
    .setName('privacy')
    .setDescription('What I keep of you, and how to have it sent or deleted')
    .setIntegrationTypes(INTEGRATION_TYPES)
    .setContexts(CONTEXTS)
    .addSubcommand((command) =>
      command.setName('show').setDescription('What is kept, for how long, and who can see it'),
    )
    .addSubcommand((command) =>
      command.setName('export').setDescription('Send me everything that is kept of me, as a file'),
    )
    .addSubcommand((command) =>
      command.setName('forget').setDescription('Delete everything that is kept of me'),
    ),
  components: {
    async forget(interaction, _args, { store }) {
      const forgotten = await store.members.forget(interaction.user.id);
      await replace(interaction, plainReply(renderForgotten(forgotten)));
    },
    async keep(interaction) {
      await replace(interaction, plainReply('Nothing was deleted.'));
    },
  },
  async execute(interaction, services) {
    const { store } = services;
    const wish = interaction.options.getSubcommand();
    if (wish === 'show' || !store.isKept) {
      return respond(interaction, plainReply(renderPrivacy(store)), 'private');
    }
    if (wish === 'forget') return respond(interaction, CONFIRM, 'private');
    return respond(interaction, await exportOf(interaction.user.id, services), 'private');
  },
} satisfies SlashCommand;
