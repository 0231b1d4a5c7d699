import { fromMarkdown } from 'mdast-util-from-markdown';
import { MAX_INLINE_MARKERS } from './limits.js';
import { unwrapLines } from './unwrap-lines.js';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root['children'][number];

/**
 * A run of inline Markdown as a reader sees it: link and emphasis marks off, entities decoded, code as
 * text, an image as its alternative text, HTML tags and comments gone. Soft line breaks are unwrapped, a
 * hard one is `\n`. `references` are the labels of the document's link definitions, as `labelOf` gives
 * them, for `[text][label]`.
 */
export function readInline(markdown: string, references: ReadonlySet<string>): string {
  const run = unwrapLines(markdown);
  if (!isWorthParsing(run)) return trimLines(run);
  const used = [...run.matchAll(/\[([^[\]]+)\]/g)].map((match) => labelOf(match[1] ?? ''));
  const definitions = [...new Set(used)].filter((label) => references.has(label));
  const document = [run, ...definitions.map((label) => `[${label}]: #`)].join('\n\n');
  return trimLines(textOf(fromMarkdown(document, { extensions: [{ disable: { null: FLOW } }] }).children));
}

/** Labels of link definitions are the same whatever their case and white space. */
export function labelOf(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Everything that makes a block: the blocks are known by now, so `1. 2. 3.` is only text. */
const FLOW = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'thematicBreak',
];

/**
 * Without a marker there is nothing to parse; with absurdly many that may open something, parsing would
 * take minutes. Escaped ones and underscores inside words cost nothing.
 */
function isWorthParsing(run: string): boolean {
  if (!/[\\`*_[<&\n]/.test(run)) return false;
  const openers = [...run.matchAll(/\\[!-~]|[`*[<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu)];
  return openers.filter(([mark]) => !mark.startsWith('\\')).length <= MAX_INLINE_MARKERS;
}

function textOf(nodes: readonly Node[]): string {
  return nodes.map(nodeText).join('');
}

function nodeText(node: Node): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value) ? '\n' : '';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    default:
      return 'children' in node ? textOf(node.children) : '';
  }
}

function trimLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
