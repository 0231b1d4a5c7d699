import { parse } from 'discord-markdown-parser';

/** A piece of Markdown as the parser gives it; which fields it has depends on its type. */
export interface Node {
  readonly type: string;
  readonly content?: unknown;
  readonly [field: string]: unknown;
}

/**
 * Discord's Markdown as a tree. Small print (`-# …`) is found here, line by line: behind a quote,
 * where the bot's citations stand, the parser takes it for text.
 */
export function readMarkdown(text: string): Node[] {
  const nodes: Node[] = [];
  let plain: string[] = [];
  let isCode = false;
  /** @param end the line break before what follows */
  function flush(end = ''): void {
    if (plain.length > 0) nodes.push(...parsed(plain.join('\n') + end));
    plain = [];
  }
  for (const line of text.split('\n')) {
    if (line.includes('```')) isCode = !isCode;
    const small = isCode ? null : /^-# +(.+)$/.exec(line);
    if (!small) {
      plain.push(line);
      continue;
    }
    flush('\n');
    nodes.push({ type: 'subtext', content: parsed(small[1] ?? '') });
  }
  flush();
  return nodes;
}

function parsed(text: string): Node[] {
  try {
    return parse(text, 'extended');
  } catch {
    // Thousands of nested marks overflow the parser's stack: then the text is shown as it is.
    return [{ type: 'text', content: text }];
  }
}
