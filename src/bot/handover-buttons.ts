import { formatCustomId } from './custom-id.js';
import type { ReplyButton } from './reply.js';

/** *Ask a moderator*, for who asked. */
export function handoverButton(questionId: string, askerId: string): ReplyButton {
  return { label: 'Ask a moderator', id: formatCustomId('ask-moderator', questionId, askerId) };
}

/** What moderators can do with a question that was handed to them. */
export function settleButtons(questionId: string): ReplyButton[] {
  return [
    { label: 'Teach', id: formatCustomId('handover-teach', questionId) },
    { label: 'Answer', id: formatCustomId('handover-answer', questionId) },
    { label: 'Dismiss', id: formatCustomId('handover-dismiss', questionId) },
  ];
}
