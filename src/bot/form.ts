import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';

/** A text that a member fills in. */
export interface FormField {
  /** By which the handler finds it: `interaction.fields.getTextInputValue(id)`. */
  readonly id: string;
  /** At most 45 characters. */
  readonly label: string;
  /** At most 100 characters. */
  readonly placeholder?: string;
  /** In characters, at most 4,000. */
  readonly maxLength: number;
  readonly isRequired: boolean;
}

/** A window with fields, opened by `openForm`. What is sent comes to the `modals` handler named in its id. */
export interface Form {
  /** From `formatCustomId`. */
  readonly id: string;
  /** At most 45 characters. */
  readonly title: string;
  /** One to five. */
  readonly fields: readonly FormField[];
}

/** Turns a form into what discord.js sends. */
export function toModal({ id, title, fields }: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: id,
    title,
    components: fields.map((field) => ({
      type: ComponentType.Label,
      label: field.label,
      component: {
        type: ComponentType.TextInput,
        custom_id: field.id,
        style: TextInputStyle.Paragraph,
        max_length: field.maxLength,
        required: field.isRequired,
        ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
      },
    })),
  };
}
