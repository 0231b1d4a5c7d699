import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { LeafComponent, TopLevelComponent } from '../schemas/components.js';
import { safeHref } from './safe-href.js';
import type { AttachmentView, ButtonView, ChoiceView, ComponentView, Rich } from './wire.js';

/** What the components of a message refer to. */
export interface ComponentContext {
  readonly attachments: readonly AttachmentView[];
  /** What a menu of users, roles or channels offers. */
  entities(type: ComponentType): readonly ChoiceView[];
  markdown(text: string): Rich[];
}

const STYLES: Readonly<Record<number, ButtonView['style']>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
  [ButtonStyle.Link]: 'link',
};

/** A message's components, of both layouts, as the page shows them. */
export function viewComponents(
  components: readonly (TopLevelComponent | LeafComponent)[],
  context: ComponentContext,
): ComponentView[] {
  return components.map((component) => viewComponent(component, context));
}

function viewComponent(
  component: TopLevelComponent | LeafComponent,
  context: ComponentContext,
): ComponentView {
  switch (component.type) {
    case ComponentType.ActionRow:
      return { kind: 'row', items: viewComponents(component.components, context) };
    case ComponentType.Container:
      return {
        kind: 'container',
        color: component.accent_color ?? null,
        items: viewComponents(component.components, context),
      };
    case ComponentType.TextDisplay:
      return { kind: 'text', body: context.markdown(component.content) };
    case ComponentType.Section:
      return {
        kind: 'section',
        texts: component.components.map(({ content }) => context.markdown(content)),
        beside: viewComponent(component.accessory, context),
      };
    case ComponentType.Separator:
      return { kind: 'separator', isLine: component.divider !== false };
    case ComponentType.MediaGallery:
      return {
        kind: 'gallery',
        items: component.items.map(({ media, description }) => image(media.url, description, context)),
      };
    case ComponentType.Thumbnail:
      return image(component.media.url, component.description, context);
    case ComponentType.File: {
      const file = attached(component.file.url, context);
      return { kind: 'file', name: file?.name ?? 'file', href: file?.href ?? '' };
    }
    case ComponentType.Button:
      return {
        kind: 'button',
        customId: component.custom_id ?? null,
        label: [component.emoji?.name, component.label].filter(Boolean).join(' '),
        style: STYLES[component.style] ?? 'secondary',
        href: component.url ? safeHref(component.url) : null,
        isDisabled: component.disabled ?? false,
      };
    default:
      return {
        kind: 'select',
        customId: component.custom_id,
        placeholder: component.placeholder || 'Make a selection',
        min: component.min_values ?? 1,
        max: component.max_values ?? 1,
        isDisabled: component.disabled ?? false,
        choices: choicesOf(component, context),
      };
  }
}

type Select = Extract<LeafComponent, { custom_id: string; placeholder?: unknown }>;

function choicesOf(select: Select, context: ComponentContext): readonly ChoiceView[] {
  if (select.type === ComponentType.StringSelect)
    return select.options.map((option) => ({
      label: [option.emoji?.name, option.label].filter(Boolean).join(' '),
      value: option.value,
      description: option.description ?? '',
      isDefault: option.default ?? false,
    }));
  const defaults = select.default_values ?? [];
  return context
    .entities(select.type)
    .map((entity) => ({ ...entity, isDefault: defaults.some(({ id }) => id === entity.value) }));
}

function attached(url: string, { attachments }: ComponentContext): AttachmentView | undefined {
  const name = url.replace(/^attachment:\/\//, '');
  return attachments.find((attachment) => attachment.name === name);
}

function image(
  url: string,
  description: string | null | undefined,
  context: ComponentContext,
): ComponentView {
  const src = attached(url, context)?.href ?? '';
  return { kind: 'image', src, description: description ?? '' };
}
