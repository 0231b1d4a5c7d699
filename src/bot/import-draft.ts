import type { ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import { stringify } from 'yaml';
import { MAX_TITLE_LENGTH } from '../article/limits.js';
import type { ImportOptions, ImportOutcome } from '../import/importer.js';
import { MAX_DRAFTS } from '../store/articles.js';
import type { FormOpener, ModalHandler } from './command.js';
import { formatCustomId } from './custom-id.js';
import type { FormField } from './form.js';
import { permissionOf } from './permission-of.js';
import { previewDraft } from './preview-draft.js';
import { renderExcerpt } from './render-excerpt.js';
import { plainReply } from './reply.js';
import { defer, finish, openForm, respond } from './respond.js';
import type { Services } from './services.js';

const TOO_MANY_DRAFTS = plainReply(
  `${MAX_DRAFTS} articles of this server wait to be kept, and that is the most. Keep or cancel one of them, or wait an hour.`,
);

/** Most of a file's name that is repeated in a sentence of the bot's own. */
const NAME_LENGTH = 200;

/** Fields of the form that text is pasted into: Discord ends each at 4,000 characters. */
const PASTED_TITLE = 'title';
const PASTED = ['text', 'text-2', 'text-3', 'text-4'] as const;
const MAX_PASTED_LENGTH = 4_000;

/** Where an article comes from, and whose place it is to take: the id of a server's own article. */
export interface Arrival {
  /** As the moderator knows it: a file's name, or a link. */
  readonly name: string;
  readonly replaces: string | null;
  bring(options: ImportOptions): Promise<ImportOutcome>;
}

/** Brings an article, with word of how far it is, and shows what was understood of it. */
export async function importDraft(
  interaction: ChatInputCommandInteraction | ModalSubmitInteraction,
  { name, replaces, bring }: Arrival,
  guildId: string,
  services: Services,
): Promise<void> {
  await defer(interaction, 'private');
  const shown = renderExcerpt(name, [], NAME_LENGTH);
  let told: Promise<void> = Promise.resolve();
  const outcome = await bring({
    onStage: (stage) => {
      const text = stage === 'downloading' ? `Downloading “${shown}” …` : `Reading “${shown}” …`;
      // One after the other, so that an earlier word does not take the place of a later one.
      told = told
        .then(() => finish(interaction, plainReply(text)))
        .catch((error: unknown) => services.log.debug({ cause: String(error) }, 'a stage was not told'));
    },
  });
  await told;
  if (outcome.kind === 'refused') {
    return finish(
      interaction,
      plainReply(`“${shown}” is not added. ${renderExcerpt(outcome.reason, [], 800)}`),
    );
  }
  const { markdown, article, faults } = outcome;
  const id = await services.store.articles.draft(guildId, markdown, replaces);
  await finish(
    interaction,
    id === null ? TOO_MANY_DRAFTS : previewDraft({ id, replaces }, article, faults, guildId, services),
  );
}

/** A form to paste a text into. @param replaces the id of the server's article whose place it is to take */
export async function openPasteForm(interaction: FormOpener, replaces: string | null): Promise<void> {
  const fields: FormField[] = [
    {
      kind: 'text',
      id: PASTED_TITLE,
      label: 'Title',
      placeholder: 'Left out, it is taken from the text',
      maxLength: MAX_TITLE_LENGTH,
      isRequired: false,
      isShort: true,
    },
    ...PASTED.map(
      (id, i): FormField => ({
        kind: 'text',
        id,
        label: i === 0 ? 'Text' : `Text, part ${i + 1}`,
        placeholder:
          i === 0 ? 'With an empty line between paragraphs' : 'Where it is longer than 4,000 characters',
        maxLength: MAX_PASTED_LENGTH,
        isRequired: i === 0,
      }),
    ),
  ];
  const id = formatCustomId('corpus-paste', ...(replaces === null ? [] : [replaces]));
  await openForm(interaction, { id, title: 'Paste the article', fields });
}

/** A pasted text. */
export const takePasted: ModalHandler = async (interaction, [replaces], services) => {
  const { guildId, refusal } = permissionOf(interaction, 'Manage Server');
  if (refusal) return respond(interaction, refusal, 'private');
  const title = interaction.fields.getTextInputValue(PASTED_TITLE).trim();
  const text = PASTED.map((id) => interaction.fields.getTextInputValue(id).trim())
    .filter((part) => part !== '')
    .join('\n\n');
  const hasFrontMatter = text.startsWith('---\n');
  const source = title === '' || hasFrontMatter ? text : `---\n${stringify({ title })}---\n\n${text}`;
  const arrival: Arrival = {
    name: title || 'the pasted text',
    replaces: replaces ?? null,
    bring: (options) =>
      services.importer.read(
        {
          name: hasFrontMatter ? 'pasted.md' : 'pasted.txt',
          bytes: new TextEncoder().encode(source),
          contentType: hasFrontMatter ? 'text/markdown; charset=utf-8' : 'text/plain; charset=utf-8',
          url: null,
        },
        options,
      ),
  };
  await importDraft(interaction, arrival, guildId, services);
};
