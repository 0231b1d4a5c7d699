import { ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { stringSelect, textDisplay } from './components.js';
import { text } from './text.js';

const id = z.int().min(0).nullish();

const textInput = z
  .object({
    type: z.literal(ComponentType.TextInput),
    id,
    custom_id: text(1, 100),
    style: z.literal([1, 2]),
    label: text(1, 45).nullish(),
    min_length: z.int().min(0).max(4000).nullish(),
    max_length: z.int().min(1).max(4000).nullish(),
    required: z.boolean().nullish(),
    value: text(0, 4000).nullish(),
    placeholder: text(0, 100).nullish(),
  })
  .check(({ value, issues }) => {
    const length = [...(value.value ?? '')].length;
    if (value.value && value.max_length && length > value.max_length)
      issues.push({
        code: 'too_big',
        origin: 'string',
        maximum: value.max_length,
        input: value.value,
        path: ['value'],
      });
  });

const fileUpload = z.object({
  type: z.literal(ComponentType.FileUpload),
  id,
  custom_id: text(1, 100),
  min_values: z.int().min(0).max(10).nullish(),
  max_values: z.int().min(1).max(10).nullish(),
  required: z.boolean().nullish(),
});

const row = z.object({
  type: z.literal(ComponentType.ActionRow),
  id,
  // In a row of its own a text input needs its label; under a label component it must not have one.
  components: z.array(textInput.refine((input) => Boolean(input.label), { path: ['label'] })).length(1),
});

const label = z.object({
  type: z.literal(ComponentType.Label),
  id,
  label: text(1, 45),
  description: text(0, 100).nullish(),
  component: z.discriminatedUnion('type', [textInput, stringSelect, fileUpload]),
});

/** A modal as a response to an interaction. */
export const modalSchema = z.object({
  custom_id: text(1, 100),
  title: text(1, 45),
  components: z
    .array(z.discriminatedUnion('type', [row, label, textDisplay]))
    .min(1)
    .max(5),
});
export type ModalForm = z.output<typeof modalSchema>;
export type ModalField = z.output<typeof textInput | typeof stringSelect | typeof fileUpload>;

/** The fields of a modal that the member fills in, with the label each stands under. */
export function modalFields(modal: ModalForm): { label: string; field: ModalField }[] {
  return modal.components.flatMap((component): { label: string; field: ModalField }[] => {
    if (component.type === ComponentType.Label)
      return [{ label: component.label, field: component.component }];
    if (component.type === ComponentType.ActionRow)
      return component.components.map((field) => ({ label: field.label ?? '', field }));
    return [];
  });
}
