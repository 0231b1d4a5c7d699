import { type Node, readMarkdown } from '../terminal/read-markdown.js';
import { flattenRich } from './flatten-rich.js';
import { safeHref } from './safe-href.js';
import type { Rich, RichStyle } from './wire.js';

/** Marks within marks that are shown; what lies deeper is shown as text. Discord's own window stops earlier. */
const MAX_DEPTH = 12;

const STYLES: Readonly<Record<string, RichStyle>> = {
  strong: 'strong',
  em: 'em',
  underline: 'underline',
  strikethrough: 'strikethrough',
  blockQuote: 'quote',
  subtext: 'small-print',
  heading: 'heading',
  spoiler: 'spoiler',
};

/**
 * Discord's Markdown as the page shows it.
 * @param names who and what mentions stand for, by id
 */
export function viewMarkdown(text: string, names: ReadonlyMap<string, string>): Rich[] {
  return tidy(readMarkdown(text).map((node) => viewNode(node, names, 0)));
}

function viewNode(node: Node, names: ReadonlyMap<string, string>, depth: number): Rich {
  const content = (): Rich[] => {
    if (!Array.isArray(node.content)) return [textOf(node.content)];
    if (depth >= MAX_DEPTH) return [plain(node.content)];
    return tidy(node.content.map((inner: Node) => viewNode(inner, names, depth + 1)));
  };
  const style = STYLES[node.type];
  if (style) return { kind: style, content: content() };
  switch (node.type) {
    case 'br':
    case 'newline':
      return { kind: 'break' };
    case 'link':
    case 'url':
    case 'autolink': {
      const href = safeHref(textOf(node.target));
      return href ? { kind: 'link', href, content: content() } : flattenRich(content());
    }
    case 'inlineCode':
      return { kind: 'code', text: textOf(node.content) };
    case 'codeBlock':
      return { kind: 'code-block', text: textOf(node.content) };
    case 'user':
      return { kind: 'mention', text: `@${names.get(textOf(node.id)) ?? 'member'}` };
    case 'channel':
      return { kind: 'mention', text: `#${names.get(textOf(node.id)) ?? 'channel'}` };
    case 'role':
      return { kind: 'mention', text: `@${names.get(textOf(node.id)) ?? 'role'}` };
    case 'everyone':
    case 'here':
      return { kind: 'mention', text: `@${node.type}` };
    case 'slashCommand':
      return { kind: 'mention', text: `/${textOf(node.fullName)}` };
    case 'emoji':
      return `:${textOf(node.name)}:`;
    case 'twemoji':
      return textOf(node.name);
    case 'timestamp': {
      const seconds = Number(node.timestamp);
      return Number.isFinite(seconds) ? { kind: 'time', seconds, format: textOf(node.format) || 'f' } : '?';
    }
    default:
      return plain([node]);
  }
}

/** Neighbouring texts in one: the parser cuts at every mark that turns out to be none. */
function tidy(parts: readonly Rich[]): Rich[] {
  const joined: Rich[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}

function plain(nodes: readonly Node[]): string {
  const texts: string[] = [];
  // Not by recursion: how deep it goes is up to whoever wrote it.
  const open = [...nodes];
  for (let node = open.shift(); node; node = open.shift()) {
    if (Array.isArray(node.content)) open.unshift(...node.content);
    else texts.push(textOf(node.content));
  }
  return texts.join('');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
