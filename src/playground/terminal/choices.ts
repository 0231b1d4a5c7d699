import type { SeenMessage } from '../member/seen-message.js';
import { plainText } from './plain-text.js';

/** Something that can be done with a message by typing its number. */
export interface NumberedChoice {
  readonly label: string;
  readonly message: { readonly id: string };
  readonly act:
    | { readonly kind: 'press'; readonly customId: string }
    | { readonly kind: 'select'; readonly customId: string; readonly value: string };
}

/** The buttons of a message and the entries of its menus, in order; the first is number 1. */
export function choicesOf(message: SeenMessage): NumberedChoice[] {
  const { id } = message;
  const buttons = message.buttons.flatMap(({ customId, label, isDisabled }) =>
    customId === null || isDisabled
      ? []
      : [{ label: plainText(label), message: { id }, act: { kind: 'press' as const, customId } }],
  );
  const entries = message.selects.flatMap(({ customId, isDisabled, options }) =>
    isDisabled
      ? []
      : options.map(({ label, value }) => ({
          label: plainText(label),
          message: { id },
          act: { kind: 'select' as const, customId, value },
        })),
  );
  return [...buttons, ...entries];
}
