import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { ModalField, ModalForm } from '../schemas/modal.js';
import type { FieldView, ModalView, Rich } from './wire.js';

/** Discord's own bound for a text in a form, in characters. */
const MAX_TEXT = 4000;

/** A form the bot opened, as the page shows it. */
export function viewModal(id: string, modal: ModalForm, markdown: (text: string) => Rich[]): ModalView {
  return {
    id,
    title: modal.title,
    parts: modal.components.flatMap((component): ModalView['parts'] => {
      if (component.type === ComponentType.TextDisplay)
        return [{ input: 'none', body: markdown(component.content) }];
      if (component.type === ComponentType.Label)
        return [viewField(component.component, component.label, component.description ?? '')];
      return component.components.map((field) => viewField(field, field.label ?? '', ''));
    }),
  };
}

function viewField(field: ModalField, label: string, description: string): FieldView {
  const isRequired = field.required !== false;
  const base = {
    customId: field.custom_id,
    label,
    description,
    isRequired,
    value: '',
    placeholder: ('placeholder' in field && field.placeholder) || '',
    minLength: 0,
    maxLength: MAX_TEXT,
    min: isRequired ? 1 : 0,
    max: 1,
    choices: [],
  };
  if (field.type === ComponentType.TextInput)
    return {
      ...base,
      input: field.style === TextInputStyle.Short ? 'line' : 'text',
      value: field.value ?? '',
      minLength: field.min_length ?? 0,
      maxLength: field.max_length ?? MAX_TEXT,
    };
  const counts = { min: field.min_values ?? base.min, max: field.max_values ?? 1 };
  if (field.type === ComponentType.FileUpload) return { ...base, ...counts, input: 'file' };
  return {
    ...base,
    ...counts,
    input: 'choice',
    choices: field.options.map((option) => ({
      label: option.label,
      value: option.value,
      description: option.description ?? '',
      isDefault: option.default ?? false,
    })),
  };
}
