import { MessageFlags } from 'discord-api-types/v10';
import { z } from 'zod';
import { flattenComponents, type TopLevelComponent, topLevelComponent } from './components.js';
import { type EmbedForm, embedCharacters, embedSchema } from './embed.js';
import { snowflake, text } from './text.js';

const ROWS = 5;
const EMBED_CHARACTERS = 6000;
const V2_COMPONENTS = 40;
const V2_CHARACTERS = 4000;

const shared = {
  content: text(0, 2000).nullish(),
  embeds: z.array(embedSchema).max(10).nullish(),
  components: z.array(topLevelComponent).max(V2_COMPONENTS).nullish(),
  flags: z.int().min(0).nullish(),
  allowed_mentions: z
    .object({
      parse: z.array(z.enum(['users', 'roles', 'everyone'])).nullish(),
      users: z.array(snowflake).max(100).nullish(),
      roles: z.array(snowflake).max(100).nullish(),
      replied_user: z.boolean().nullish(),
    })
    .nullish(),
  attachments: z
    .array(
      z.object({
        id: z.coerce.string(),
        filename: text(1, 1024).nullish(),
        description: text(0, 1024).nullish(),
        title: text(0, 1024).nullish(),
      }),
    )
    .max(10)
    .nullish(),
};

interface Shared {
  content?: string | null | undefined;
  embeds?: EmbedForm[] | null | undefined;
  components?: TopLevelComponent[] | null | undefined;
  flags?: number | null | undefined;
}

/** The rules that no single field can check. */
function checkAsAWhole({ value, issues }: z.core.ParsePayload<Shared>): void {
  function fault(path: PropertyKey[], code: string, message: string): void {
    issues.push({ code: 'custom', params: { code }, path, message, input: value });
  }
  if (embedCharacters(value.embeds ?? []) > EMBED_CHARACTERS)
    fault(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
  const components = value.components ?? [];
  const all = flattenComponents(components);
  const ids = new Set<string>();
  for (const component of all) {
    if (!('custom_id' in component) || !component.custom_id) continue;
    if (ids.has(component.custom_id))
      fault(['components'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
    ids.add(component.custom_id);
  }
  const isV2 = ((value.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  if (!isV2) {
    if (components.length > ROWS)
      fault(['components'], 'BASE_TYPE_MAX_LENGTH', `Must be ${ROWS} or fewer in length.`);
    for (const [index, component] of components.entries())
      if (component.type !== 1)
        fault(['components', index, 'type'], 'UNION_TYPE_CHOICES', 'The value of field "type" must be 1.');
    return;
  }
  for (const field of ['content', 'embeds'] as const)
    if (value[field] !== undefined && value[field] !== null && value[field].length > 0)
      fault(
        [field],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
  if (all.length > V2_COMPONENTS)
    fault(
      ['components'],
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      'The total number of components exceeds 40',
    );
  const characters = all.reduce(
    (sum, component) => sum + ('content' in component ? [...component.content].length : 0),
    0,
  );
  if (characters > V2_CHARACTERS)
    fault(
      ['components'],
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      'The displayable text size exceeds maximum size of 4000',
    );
}

/** A message to be sent: to a channel, as an interaction's response or as its follow-up. */
export const messageSchema = z
  .object({
    ...shared,
    tts: z.boolean().nullish(),
    nonce: z.union([z.int(), text(0, 25)]).nullish(),
    enforce_nonce: z.boolean().nullish(),
    message_reference: z
      .object({
        message_id: snowflake,
        channel_id: snowflake.nullish(),
        guild_id: snowflake.nullish(),
        fail_if_not_exists: z.boolean().nullish(),
        type: z.literal(0).nullish(),
      })
      .nullish(),
  })
  .check(checkAsAWhole);
export type MessageForm = z.output<typeof messageSchema>;

/** A change to a message: what is left out stays, null takes away. */
export const messageEditSchema = z.object(shared).check(checkAsAWhole);
export type MessageEditForm = z.output<typeof messageEditSchema>;
