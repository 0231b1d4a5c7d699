import { ComponentType } from 'discord-api-types/v10';
import type { Member } from '../member/member.js';
import type { ModalValues } from '../member/modal-input.js';
import type { Reply } from '../member/reply.js';
import { type ModalField, modalFields } from '../schemas/modal.js';
import { plainText } from './plain-text.js';

/** A form the bot has opened, filled in line by line. */
export class Form {
  readonly #fields: { label: string; field: ModalField }[];
  readonly #values: Record<string, string> = {};

  constructor(
    private readonly reply: Reply,
    private readonly member: Member,
  ) {
    this.#fields = reply.modal ? modalFields(reply.modal) : [];
  }

  get title(): string {
    return plainText(this.reply.modal?.title ?? '');
  }

  /** What to ask for next; null when the form is complete. */
  get prompt(): string | null {
    const [next] = this.#fields;
    if (!next) return null;
    const { label, field } = next;
    const options =
      field.type === ComponentType.StringSelect
        ? ` [${field.options.map((option) => option.label).join(' / ')}]`
        : '';
    return plainText(`${label}${options}${field.required === false ? ' (may be empty)' : ''}: `);
  }

  /** Takes a line for the field that was asked for. An empty one leaves it empty. */
  fill(line: string): void {
    const next = this.#fields.shift();
    if (next && line.trim() !== '') this.#values[next.field.custom_id] = line;
  }

  submit(): Promise<Reply> {
    return this.member.submitModal(this.reply, this.#values satisfies ModalValues);
  }
}
