import {
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { MenuEntry } from './reply.js';
import { toOption } from './reply-payload.js';

/** A text that a member fills in. */
export interface TextField {
  readonly kind: 'text';
  /** By which the handler finds it: `interaction.fields.getTextInputValue(id)`. */
  readonly id: string;
  /** At most 45 characters. */
  readonly label: string;
  /** At most 100 characters. */
  readonly placeholder?: string;
  /** What stands in it already. */
  readonly value?: string;
  /** In characters, at most 4,000. */
  readonly maxLength: number;
  readonly isRequired: boolean;
  /** One line, such as a name; otherwise there is room for several. */
  readonly isShort?: boolean;
}

/** A menu of which one entry is chosen. */
export interface ChoiceField {
  readonly kind: 'choice';
  /** By which the handler finds it: `interaction.fields.getStringSelectValues(id)`. */
  readonly id: string;
  /** At most 45 characters. */
  readonly label: string;
  /** At most 150 characters. */
  readonly placeholder: string;
  /** One to 25. */
  readonly entries: readonly MenuEntry[];
}

export type FormField = TextField | ChoiceField;

/** A window with fields, opened by `openForm`. What is sent comes to the `modals` handler named in its id. */
export interface Form {
  /** From `formatCustomId`. */
  readonly id: string;
  /** At most 45 characters. */
  readonly title: string;
  /** One to five. */
  readonly fields: readonly FormField[];
}

function toComponent(field: FormField): APITextInputComponent | APIStringSelectComponent {
  if (field.kind === 'choice') {
    return {
      type: ComponentType.StringSelect,
      custom_id: field.id,
      placeholder: field.placeholder,
      options: field.entries.map(toOption),
    };
  }
  return {
    type: ComponentType.TextInput,
    custom_id: field.id,
    style: field.isShort ? TextInputStyle.Short : TextInputStyle.Paragraph,
    max_length: field.maxLength,
    required: field.isRequired,
    ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
    ...(field.value === undefined ? {} : { value: field.value }),
  };
}

/** Turns a form into what discord.js sends. */
export function toModal({ id, title, fields }: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: id,
    title,
    components: fields.map((field) => ({
      type: ComponentType.Label,
      label: field.label,
      component: toComponent(field),
    })),
  };
}
