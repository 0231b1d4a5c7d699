import { ComponentType } from 'discord-api-types/v10';
import { type ModalField, type ModalForm, modalFields } from '../schemas/modal.js';
import type { UploadedFile } from '../world/attachment-store.js';
import type { Channel } from '../world/channel.js';
import type { World } from '../world/world.js';
import { MemberError } from './member-error.js';

/** What a member fills in: texts, the values of a menu, or files; by custom id or label. */
export type ModalValues = Readonly<Record<string, string | readonly string[] | readonly UploadedFile[]>>;

/**
 * Checks a form as Discord's window does, and puts it into an interaction's data.
 * @throws MemberError when a field is unknown, missing, or has a value it does not take
 */
export function readModal(world: World, channel: Channel, modal: ModalForm, values: ModalValues): object {
  const fields = modalFields(modal);
  for (const name of Object.keys(values))
    if (!fields.some(({ label, field }) => label === name || field.custom_id === name))
      throw new MemberError('invalid-modal', `The form has no field ${name}.`);
  const attachments: Record<string, object> = {};

  function filled(label: string, field: ModalField): object {
    const value = values[field.custom_id] ?? values[label];
    const base = { type: field.type, id: field.id ?? 0, custom_id: field.custom_id };
    if (field.type === ComponentType.TextInput) {
      const text = value ?? field.value ?? '';
      if (typeof text !== 'string') throw new MemberError('invalid-modal', `${label} must be a text.`);
      const { length } = [...text];
      if (length === 0 && field.required !== false)
        throw new MemberError('invalid-modal', `${label} is required.`);
      if (length > (field.max_length ?? 4000))
        throw new MemberError(
          'invalid-modal',
          `${label} must be ${field.max_length ?? 4000} or fewer in length.`,
        );
      if (length > 0 && length < (field.min_length ?? 0))
        throw new MemberError('invalid-modal', `${label} must be ${field.min_length} or more in length.`);
      return { ...base, value: text };
    }
    const list = value === undefined ? [] : typeof value === 'string' ? [value] : value;
    const min = field.min_values ?? (field.required === false ? 0 : 1);
    if (list.length < min || list.length > (field.max_values ?? 1))
      throw new MemberError('invalid-modal', `${label} takes ${min} to ${field.max_values ?? 1} values.`);
    return { ...base, values: list.map((one) => entry(label, field, one)) };
  }

  function entry(label: string, field: ModalField, value: string | UploadedFile): string {
    if (field.type === ComponentType.FileUpload && typeof value === 'object') {
      const attachment = world.attachments.add(channel.id, value);
      attachments[attachment.id] = attachment;
      return attachment.id;
    }
    const options = field.type === ComponentType.StringSelect ? field.options : [];
    const option = options.find((one) => one.value === value || one.label === value);
    if (!option) throw new MemberError('invalid-modal', `${label} does not take that value.`);
    return option.value;
  }

  const components = modal.components.map((component) => {
    if (component.type === ComponentType.TextDisplay) return { type: component.type, id: component.id ?? 0 };
    if (component.type === ComponentType.Label)
      return {
        type: component.type,
        id: component.id ?? 0,
        component: filled(component.label, component.component),
      };
    return {
      type: component.type,
      id: component.id ?? 0,
      components: component.components.map((field) => filled(field.label ?? '', field)),
    };
  });
  return { custom_id: modal.custom_id, components, resolved: { attachments } };
}
