import type { SeenMessage } from '../member/seen-message.js';
import { choicesOf } from './choices.js';
import { plainText } from './plain-text.js';
import { type Names, renderMarkdown } from './render-markdown.js';
import type { Window } from './window.js';

/** A message's text and files, as it is printed where nobody can press buttons. */
export function renderBody(message: SeenMessage, window: Window, names: Names): string {
  const links = message.buttons.flatMap(({ label, url }) =>
    url === null ? [] : [`${plainText(label)} (${plainText(url)})`],
  );
  const files = message.attachments.map(
    ({ filename, size, url }) => `${plainText(filename)} (${sizeOf(size)}, ${plainText(url)})`,
  );
  const text = renderMarkdown(plainText(message.text), window, names);
  return [text, ...[...links, ...files].map((line) => window.wrap(line))]
    .filter((part) => part !== '')
    .join('\n');
}

/** A message as a member of the chat sees it: who, for whom, what, and what can be done with it. */
export function renderMessage(message: SeenMessage, window: Window, names: Names): string {
  const marks = [message.isEphemeral ? '(only you see this)' : '', message.isEdited ? '(edited)' : ''].filter(
    (mark) => mark !== '',
  );
  const name = window.style(['bold', 'cyan'], plainText(message.author.name));
  const choices = choicesOf(message).map(
    ({ label }, index) => `${window.style('bold', `[${index + 1}]`)} ${label}`,
  );
  return [
    [name, ...marks.map((mark) => window.style('dim', mark))].join(' '),
    renderBody(message, window, names),
    ...(choices.length > 0 ? [window.wrap(choices.join('  '))] : []),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function sizeOf(bytes: number): string {
  return bytes < 1000 ? `${bytes} bytes` : `${Math.round(bytes / 1000)} kB`;
}
