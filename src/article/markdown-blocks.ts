import type { Block } from './block.js';
import { withoutHidden } from './hidden-lines.js';
import { labelOf, readInline } from './inline-text.js';
import { cellsOf, classifyLine, isDelimiterRow, type MarkdownLine, unquote } from './markdown-lines.js';

/**
 * A part of a block that stands on lines of its own: running text, a list item, a table's row, code.
 * `code` is taken as it is, but for its indentation; everything else is inline Markdown.
 */
interface Part {
  readonly kind: 'text' | 'item' | 'row' | 'code';
  /** An ordered item's number with its mark and a space, or nothing. */
  readonly prefix: string;
  readonly lines: string[];
  /** How many block quotes it stands in. */
  readonly depth: number;
}

/**
 * The blocks of a Markdown text: what blank lines separate, headings apart. Blocks are told by their
 * lines, as an author counts them, and not by CommonMark's tree, where a list with blank lines in it is
 * one block. Only code fences hold blank lines. Rules, comments and definitions leave nothing. Never throws.
 */
export function readMarkdownBlocks(markdown: string): readonly Block[] {
  const reader = new BlockReader();
  for (const line of withoutHidden(markdown.split('\n'))) reader.take(line);
  return reader.finish();
}

class BlockReader {
  readonly #finished: { readonly parts: readonly Part[]; readonly heading: string | null }[] = [];
  readonly #references = new Set<string>();
  #parts: Part[] = [];
  #heading: string | null = null;
  #fence: string | null = null;

  take(line: string): void {
    if (this.#fence !== null) this.#takeCode(line);
    else {
      const { depth, text } = unquote(line);
      // A `>` alone is a line of the quotation, not a blank line between blocks.
      if (depth > 0 && text.trim() === '') this.#parts.push(part('text', '', '', depth));
      else this.#takeLine(classifyLine(text), text, depth);
    }
  }

  finish(): readonly Block[] {
    this.#endBlock();
    return this.#finished.flatMap(({ parts, heading }) => {
      const text = parts
        .map((one) => renderPart(one, this.#references))
        .filter((one) => one !== '')
        .join('\n')
        .trim();
      return text === '' ? [] : [{ text, heading: heading === null ? null : this.#renderHeading(heading) }];
    });
  }

  /** A heading is one line, whatever it was written as. */
  #renderHeading(heading: string): string | null {
    return readInline(heading, this.#references).replaceAll('\n', ' ') || null;
  }

  #takeLine(line: MarkdownLine, raw: string, depth: number): void {
    const last = this.#parts.at(-1);
    const isAfterText = last?.kind === 'text' && last.lines.length > 0 && last.depth === depth;
    if (last && isAfterText && isDelimiterRow(raw) && this.#startTable(last, raw, depth)) return;
    switch (line.kind) {
      case 'blank':
        this.#endBlock();
        break;
      case 'heading':
        this.#endBlock();
        this.#heading = line.text;
        break;
      case 'rule':
        if (last && isAfterText && line.mayUnderline) {
          this.#parts.pop();
          this.#endBlock();
          this.#heading = last.lines.join('\n');
        } else if (raw.trim().startsWith('=')) this.#takeText(raw.trim(), depth);
        else this.#endBlock();
        break;
      case 'fence':
        this.#fence = line.mark;
        this.#parts.push(part('code', '', null, depth));
        break;
      case 'definition':
        if (isAfterText) this.#takeText(raw.trimStart(), depth);
        else this.#references.add(labelOf(line.label));
        break;
      case 'item':
        // Running text may wrap before a year and a full stop: only a list's own beginning interrupts it.
        if (isAfterText && line.number !== null && !/^1[.)]/.test(line.number))
          this.#takeText(raw.trimStart(), depth);
        else this.#parts.push(part('item', line.number === null ? '' : `${line.number} `, line.text, depth));
        break;
      case 'text':
        this.#takeText(line.text, depth);
        break;
    }
  }

  #takeText(text: string, depth: number): void {
    const last = this.#parts.at(-1);
    if (last?.kind === 'row') this.#parts.push(part('row', '', text, depth));
    else if (last && last.kind !== 'code' && last.lines.length > 0 && depth <= last.depth)
      last.lines.push(text);
    else this.#parts.push(part('text', '', text, depth));
  }

  #startTable(last: Part, delimiters: string, depth: number): boolean {
    const head = last.lines.at(-1) ?? '';
    if (cellsOf(head).length !== cellsOf(delimiters).length) return false;
    last.lines.pop();
    this.#parts.push(part('row', '', head, depth));
    return true;
  }

  #takeCode(line: string): void {
    const text = unquote(line).text.trim();
    const isClosing = this.#fence !== null && text.startsWith(this.#fence) && /^(?:`+|~+)$/.test(text);
    if (isClosing) this.#fence = null;
    else this.#parts.at(-1)?.lines.push(line.trim());
  }

  #endBlock(): void {
    if (this.#parts.length > 0) this.#finished.push({ parts: this.#parts, heading: this.#heading });
    this.#parts = [];
  }
}

function part(kind: Part['kind'], prefix: string, line: string | null, depth: number): Part {
  return { kind, prefix, lines: line === null || line === '' ? [] : [line], depth };
}

function renderPart({ kind, prefix, lines }: Part, references: ReadonlySet<string>): string {
  if (kind === 'code') return lines.filter((line) => line !== '').join('\n');
  if (kind === 'row') {
    const cells = lines.flatMap(cellsOf).map((cell) => readInline(cell.replaceAll('\\|', '|'), references));
    return cells.join(' | ').trim();
  }
  const text = readInline(lines.join('\n'), references);
  return text === '' ? '' : prefix + text;
}
