import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { text } from './text.js';

const customId = text(1, 100);
const link = z.url({ protocol: /^(https?|discord)$/ });
const media = z.object({ url: z.url({ protocol: /^(https?|attachment)$/ }) });
const emoji = z.object({
  id: z.string().nullish(),
  name: z.string().nullish(),
  animated: z.boolean().nullish(),
});
const id = z.int().min(0).nullish();

function fault(code: string, message: string, path: PropertyKey[], input: unknown) {
  return { code: 'custom' as const, params: { code }, message, path, input };
}

const button = z
  .object({
    type: z.literal(ComponentType.Button),
    id,
    style: z.int().min(1).max(6),
    label: text(0, 80).nullish(),
    emoji: emoji.nullish(),
    custom_id: customId.nullish(),
    url: link.nullish(),
    sku_id: z.string().nullish(),
    disabled: z.boolean().nullish(),
  })
  .check(({ value, issues }) => {
    const isLink = value.style === ButtonStyle.Link;
    const isPremium = value.style === ButtonStyle.Premium;
    if (isLink && !value.url) issues.push(fault('BASE_TYPE_REQUIRED', 'A url is required', ['url'], value));
    if (!isLink && !isPremium && !value.custom_id)
      issues.push(fault('BASE_TYPE_REQUIRED', 'A custom id is required', ['custom_id'], value));
    if (value.custom_id && (isLink || value.url))
      issues.push(
        fault(
          'COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
          'A custom id and url cannot both be specified',
          ['custom_id'],
          value,
        ),
      );
    if (!isPremium && !value.label && !value.emoji)
      issues.push(
        fault('BUTTON_COMPONENT_INVALID', 'A button must have a label or an emoji', ['label'], value),
      );
  });

const selectBase = {
  id,
  custom_id: customId,
  placeholder: text(0, 150).nullish(),
  min_values: z.int().min(0).max(25).nullish(),
  max_values: z.int().min(1).max(25).nullish(),
  disabled: z.boolean().nullish(),
  required: z.boolean().nullish(),
};

export const stringSelect = z
  .object({
    type: z.literal(ComponentType.StringSelect),
    ...selectBase,
    options: z
      .array(
        z.object({
          label: text(1, 100),
          value: text(1, 100),
          description: text(0, 100).nullish(),
          emoji: emoji.nullish(),
          default: z.boolean().nullish(),
        }),
      )
      .min(1)
      .max(25),
  })
  .check(({ value, issues }) => {
    const seen = new Set<string>();
    for (const [index, option] of value.options.entries()) {
      if (seen.has(option.value))
        issues.push(
          fault(
            'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
            'The specified option value is already used',
            ['options', index, 'value'],
            value,
          ),
        );
      seen.add(option.value);
    }
  });

const entitySelect = z.object({
  type: z.literal([
    ComponentType.UserSelect,
    ComponentType.RoleSelect,
    ComponentType.MentionableSelect,
    ComponentType.ChannelSelect,
  ]),
  ...selectBase,
  default_values: z
    .array(z.object({ id: z.string(), type: z.literal(['user', 'role', 'channel']) }))
    .max(25)
    .nullish(),
  channel_types: z.array(z.int()).nullish(),
});

const actionRow = z
  .object({
    type: z.literal(ComponentType.ActionRow),
    id,
    components: z
      .array(z.discriminatedUnion('type', [button, stringSelect, entitySelect]))
      .min(1)
      .max(5),
  })
  .check(({ value, issues }) => {
    const selects = value.components.filter((component) => component.type !== ComponentType.Button);
    if (selects.length > 0 && value.components.length > 1)
      issues.push(
        fault(
          'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
          'The specified component exceeds the maximum width',
          ['components', 1],
          value,
        ),
      );
  });

export const textDisplay = z.object({
  type: z.literal(ComponentType.TextDisplay),
  id,
  content: text(1, 4000),
});
const thumbnail = z.object({
  type: z.literal(ComponentType.Thumbnail),
  id,
  media,
  description: text(0, 1024).nullish(),
  spoiler: z.boolean().nullish(),
});
const section = z.object({
  type: z.literal(ComponentType.Section),
  id,
  components: z.array(textDisplay).min(1).max(3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});
const separator = z.object({
  type: z.literal(ComponentType.Separator),
  id,
  divider: z.boolean().nullish(),
  spacing: z.literal([1, 2]).nullish(),
});
const gallery = z.object({
  type: z.literal(ComponentType.MediaGallery),
  id,
  items: z
    .array(z.object({ media, description: text(0, 1024).nullish(), spoiler: z.boolean().nullish() }))
    .min(1)
    .max(10),
});
const file = z.object({
  type: z.literal(ComponentType.File),
  id,
  file: media,
  spoiler: z.boolean().nullish(),
});
const inContainer = [actionRow, textDisplay, section, separator, gallery, file] as const;
const container = z.object({
  type: z.literal(ComponentType.Container),
  id,
  accent_color: z.int().min(0).max(0xffffff).nullish(),
  spoiler: z.boolean().nullish(),
  components: z.array(z.discriminatedUnion('type', inContainer)).min(1),
});

/** What may stand at the top of a message. */
export const topLevelComponent = z.discriminatedUnion('type', [...inContainer, container]);
export type TopLevelComponent = z.output<typeof topLevelComponent>;

/** What stands inside a component, at any depth, itself first. */
export function flattenComponents(components: readonly TopLevelComponent[]): LeafComponent[] {
  return components.flatMap((component): LeafComponent[] => {
    if (component.type === ComponentType.Container)
      return [component, ...flattenComponents(component.components)];
    if (component.type === ComponentType.Section)
      return [component, ...component.components, component.accessory];
    if (component.type === ComponentType.ActionRow) return [component, ...component.components];
    return [component];
  });
}

export type LeafComponent =
  | TopLevelComponent
  | z.output<typeof button>
  | z.output<typeof thumbnail>
  | z.output<typeof actionRow>['components'][number];
