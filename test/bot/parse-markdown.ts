import { parse } from 'discord-markdown-parser';

/** A piece of a message as Discord's own rules read it. */
export interface MarkdownNode {
  readonly type: string;
  readonly content?: string | readonly MarkdownNode[];
  /** Of an emoji. */
  readonly name?: string;
  /** Of a link. */
  readonly target?: string;
}

/** What Discord's rules make of a message of the bot. */
export function parseMarkdown(markdown: string): MarkdownNode[] {
  return parse(markdown, 'extended');
}

/** The node and all within it. */
export function nodesIn(nodes: readonly MarkdownNode[]): MarkdownNode[] {
  return nodes.flatMap((node) => [node, ...(typeof node.content === 'object' ? nodesIn(node.content) : [])]);
}

/** The characters a reader sees. */
export function textIn(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map(({ content, name }) => (typeof content === 'object' ? textIn(content) : (content ?? name ?? '')))
    .join('');
}

/** Nodes that are neither plain characters nor bold. */
export function specialsIn(nodes: readonly MarkdownNode[]): MarkdownNode[] {
  return nodesIn(nodes).filter(({ type }) => !['text', 'twemoji', 'strong'].includes(type));
}
