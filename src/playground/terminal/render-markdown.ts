import { type Node, readMarkdown } from './read-markdown.js';
import type { Window } from './window.js';

/** Who and what mentions stand for, by id. */
export type Names = ReadonlyMap<string, string>;

const BAR = '│ ';

/** Discord's Markdown, laid out for a window: quotes behind a bar, links with their address. */
export function renderMarkdown(markdown: string, window: Window, names: Names): string {
  const blocks: string[] = [];
  let text = '';
  function flush(): void {
    // The last line break ends the text's own last line; those before it are blank lines.
    if (text !== '') blocks.push(window.wrap(text.replace(/\n$/, '')));
    text = '';
  }
  let isBehindCode = false;
  for (const node of readMarkdown(markdown)) {
    const block = renderBlock(node, window, names);
    if (block === null) {
      // Of all blocks, code alone does not take the line break behind it.
      if (!(isBehindCode && node.type === 'br')) text += renderInline(node, window, names);
    } else {
      flush();
      blocks.push(block);
    }
    isBehindCode = node.type === 'codeBlock';
  }
  flush();
  return blocks.join('\n').replace(/^\n+|\n+$/g, '');
}

/** A piece that stands on lines of its own, or null. */
function renderBlock(node: Node, window: Window, names: Names): string | null {
  const inner = () => renderAll(node.content, window, names).replace(/\n+$/, '');
  switch (node.type) {
    case 'blockQuote':
      return window.wrap(inner(), BAR);
    case 'heading':
      return window.wrap(window.style('bold', inner()));
    case 'subtext':
      return window.wrap(window.style('dim', inner()));
    case 'codeBlock':
      return textOf(node.content)
        .split('\n')
        .map((line) => `  ${line}`)
        .join('\n');
    default:
      return null;
  }
}

function renderAll(content: unknown, window: Window, names: Names): string {
  return Array.isArray(content)
    ? content.map((node: Node) => renderInline(node, window, names)).join('')
    : textOf(content);
}

function renderInline(node: Node, window: Window, names: Names): string {
  const inner = () => renderAll(node.content, window, names);
  switch (node.type) {
    case 'br':
    case 'newline':
      return '\n';
    case 'strong':
      return window.style('bold', inner());
    case 'em':
      return window.style('italic', inner());
    case 'underline':
      return window.style('underline', inner());
    case 'strikethrough':
      return window.style('strikethrough', inner());
    case 'inlineCode':
      return window.style('cyan', inner());
    case 'link': {
      const target = textOf(node.target);
      const title = inner();
      return title === target
        ? window.style('underline', target)
        : `${title} (${window.style('dim', target)})`;
    }
    case 'url':
    case 'autolink':
      return window.style('underline', textOf(node.target));
    case 'user':
      return `@${names.get(textOf(node.id)) ?? 'member'}`;
    case 'channel':
      return `#${names.get(textOf(node.id)) ?? 'channel'}`;
    case 'role':
      return `@${names.get(textOf(node.id)) ?? 'role'}`;
    case 'everyone':
    case 'here':
      return `@${node.type}`;
    case 'emoji':
      return `:${textOf(node.name)}:`;
    case 'twemoji':
      return textOf(node.name);
    case 'slashCommand':
      return `/${textOf(node.fullName)}`;
    case 'timestamp':
      return dateOf(Number(node.timestamp));
    default:
      return renderBlock(node, window, names) ?? inner();
  }
}

/** The date and time, UTC, of seconds since the epoch. */
function dateOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? '?' : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
