import type { Block } from '../../article/block.js';
import { isBoilerplate } from '../boilerplate.js';
import { joinList, type ListItem } from '../join-list.js';
import { type DomElement, type DomNode, isElement, isText, nameOf } from './dom.js';
import { PARAGRAPH_END } from './prune-page.js';
import { tableLines } from './table-lines.js';

const SKIPPED = new Set(
  'script style noscript template svg iframe img picture video audio button input select textarea form nav head title hr col colgroup amp-img map area object'.split(
    ' ',
  ),
);

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr amp-fit-text label'.split(
    ' ',
  ),
);

/** A caption that only names its picture says nothing that can be quoted. */
const MIN_CAPTION_LENGTH = 50;

/** A cell longer than this holds paragraphs: the table is there for the layout. */
const MAX_CELL_LENGTH = 400;

export interface BlockOptions {
  /** Leave out share bars and the like, which a page has and a document has not. */
  readonly isPage: boolean;
}

/**
 * The paragraphs of a tree, as a person would read it: headings apart, lists and tables so that each line can be
 * quoted, captions only where they say something. The tree is no deeper than can be walked by recursion.
 */
export function blocksOf(root: DomElement, options: BlockOptions): readonly Block[] {
  const reader = new TreeReader(options);
  reader.take(root);
  return reader.finish();
}

class TreeReader {
  readonly #blocks: Block[] = [];
  readonly #isPage: boolean;
  #heading: string | null = null;
  /** The paragraph being gathered, and how much of it stands in links. */
  #text = '';
  /** Looking at a text's end while it grows would copy it each time. */
  #isAfterSpace = true;
  #linked = 0;
  #linkDepth = 0;
  /** Under a heading such as “Related stories”. */
  #isAround = false;

  constructor({ isPage }: BlockOptions) {
    this.#isPage = isPage;
  }

  finish(): readonly Block[] {
    this.#endParagraph();
    return this.#blocks;
  }

  take(node: DomNode): void {
    if (isText(node)) this.#add(node.textContent ?? '');
    else if (isElement(node)) this.#takeElement(node);
    else if (node.nodeType === 11 || node.nodeType === 9) this.#takeChildren(node);
  }

  #takeElement(element: DomElement): void {
    const name = nameOf(element);
    if (SKIPPED.has(name) || isNoteMark(element)) return;
    if (name === 'br') this.#addBreak();
    else if (/^h[1-6]$/.test(name)) this.#takeHeading(element);
    else if (name === 'ul' || name === 'ol') this.#takeList(element);
    else if (name === 'dl') this.#takeTerms(element);
    else if (name === 'table') this.#takeTable(element);
    else if (name === 'figcaption' || name === 'caption') this.#takeCaption(element);
    else if (name === 'pre') this.#takeVerbatim(element);
    else if (name === 'q') this.#takeQuoted(element);
    else if (INLINE.has(name)) this.#takeInline(element);
    else {
      this.#endParagraph();
      this.#takeChildren(element);
      this.#endParagraph();
    }
  }

  #addBreak(): void {
    this.#text += '\n';
    this.#isAfterSpace = true;
  }

  #takeChildren(node: DomNode): void {
    for (let child = node.firstChild; child; child = child.nextSibling) this.take(child);
  }

  #takeInline(element: DomElement): void {
    const isLink = nameOf(element) === 'a' && element.hasAttribute('href');
    if (isLink) this.#linkDepth++;
    this.#takeChildren(element);
    if (isLink) this.#linkDepth--;
  }

  #takeQuoted(element: DomElement): void {
    const text = textOf(element);
    this.#add(/^["“«„]/u.test(text) ? text : `“${text}”`);
  }

  #takeHeading(element: DomElement): void {
    this.#endParagraph();
    const heading = textOf(element);
    if (heading === '') return;
    this.#isAround = this.#isPage && isBoilerplate(heading);
    if (!this.#isAround) this.#heading = heading;
  }

  #takeCaption(element: DomElement): void {
    this.#endParagraph();
    const text = textOf(element).replace(
      /\s*[([](?:photo|image|credit|foto|bild|picture|illustration)\b[^)\]]*[)\]]\s*$/iu,
      '',
    );
    if (!this.#isPage || (text.length >= MIN_CAPTION_LENGTH && /[.!?。]["”’)]*$/u.test(text)))
      this.#push(text);
  }

  #takeVerbatim(element: DomElement): void {
    this.#endParagraph();
    const lines = (element.textContent ?? '').split('\n').map(tidy);
    for (const paragraph of lines.join('\n').split(/\n{2,}/u)) this.#push(paragraph.trim());
  }

  #takeList(list: DomElement): void {
    const lead = this.#takeLead();
    const items: ListItem[] = [];
    const nested: Block[] = [];
    let number = Number(list.getAttribute('start') ?? 1) || 1;
    let linked = 0;
    let length = 0;
    for (const child of list.children) {
      if (nameOf(child) !== 'li') continue;
      const inner = new TreeReader({ isPage: this.#isPage });
      inner.#heading = this.#heading;
      inner.#takeChildren(child);
      const [first, ...rest] = inner.finish();
      if (!first) continue;
      linked += linkedLength(child);
      length += child.textContent?.length ?? 0;
      const mark = nameOf(list) === 'ol' ? `${number++}.` : null;
      // An item of several short lines is one item; what follows it in lists and paragraphs of its own comes after.
      items.push({ text: first.text.replaceAll('\n', ' '), number: mark });
      if (rest.length > 0) {
        nested.push(...joinList(items.splice(0), null, this.#heading), ...rest);
      }
    }
    if (this.#isPage && linked > length * 0.8 && !items.some(({ text }) => /[.!?]$/u.test(text))) return;
    if (nested.length > 0) {
      if (lead !== null) this.#push(lead);
      this.#keep([...nested, ...joinList(items, null, this.#heading)]);
    } else if (items.length > 0) this.#keep(joinList(items, lead, this.#heading));
    else if (lead !== null) this.#push(lead);
  }

  /** The line that leads into a list is part of it; it is the paragraph before, when that ends in a colon. */
  #takeLead(): string | null {
    this.#endParagraph();
    const last = this.#blocks.at(-1);
    if (!last || !/[:：]$/u.test(last.text) || last.heading !== this.#heading || last.text.includes('\n'))
      return null;
    this.#blocks.pop();
    return last.text;
  }

  #takeTerms(list: DomElement): void {
    this.#endParagraph();
    let term = '';
    for (const child of list.querySelectorAll('dt, dd')) {
      const text = textOf(child);
      if (nameOf(child) === 'dt') term = term === '' ? text : `${term}, ${text}`;
      else {
        this.#push(term === '' ? text : `${term.replace(/:$/u, '')}: ${text}`);
        term = '';
      }
    }
    this.#push(term);
  }

  #takeTable(table: DomElement): void {
    this.#endParagraph();
    if (isLayout(table)) {
      this.#takeChildren(table);
      this.#endParagraph();
      return;
    }
    const rows = [...table.querySelectorAll('tr')].map((row) =>
      [...row.children].filter((cell) => /^t[dh]$/.test(nameOf(cell))),
    );
    const cells = rows.map((row) => row.flatMap(cellTexts)).filter((row) => row.some((cell) => cell !== ''));
    const [firstRow] = rows;
    const isHead =
      firstRow !== undefined &&
      cells.length > 1 &&
      firstRow.length > 1 &&
      (firstRow.every((cell) => nameOf(cell) === 'th') ||
        table.querySelector('thead') !== null ||
        isBold(firstRow));
    const caption = table.querySelector('caption');
    const lines = tableLines({
      caption: caption ? textOf(caption) || null : null,
      head: isHead ? (cells[0] ?? null) : null,
      rows: isHead ? cells.slice(1) : cells,
    });
    for (const line of lines) this.#push(line);
  }

  /** Text between tags; runs of white space are one space, but for the line breaks that tags have made. */
  #add(text: string): void {
    if (text.includes(PARAGRAPH_END)) {
      for (const [i, part] of text.split(PARAGRAPH_END).entries()) {
        if (i > 0) this.#endParagraph();
        this.#add(part);
      }
      return;
    }
    const clean = text.replace(/[\u00ad\u200b\u2060\ufeff]/gu, '').replace(/\s+/gu, ' ');
    const joined = this.#isAfterSpace ? clean.trimStart() : clean;
    if (joined === '') return;
    this.#text += joined;
    this.#isAfterSpace = joined.endsWith(' ');
    if (this.#linkDepth > 0) this.#linked += joined.length;
  }

  #endParagraph(): void {
    const text = this.#text;
    const linked = this.#linked;
    this.#text = '';
    this.#isAfterSpace = true;
    this.#linked = 0;
    // Two line breaks are how pages without paragraph tags part them.
    const paragraphs = text.split(/\n[ ]*\n\s*/u).map((one) =>
      one
        .split('\n')
        .map(tidy)
        .filter((line) => line !== '')
        .join('\n'),
    );
    const isOnlyLinks =
      this.#isPage &&
      linked > text.trim().length * 0.8 &&
      text.length < 200 &&
      !/[.!?。]["”’)]*\s*$/u.test(text);
    if (isOnlyLinks) return;
    for (const paragraph of paragraphs) this.#push(paragraph);
  }

  #push(text: string): void {
    if (text === '' || (this.#isPage && isBoilerplate(text))) return;
    this.#keep([{ text, heading: this.#heading }]);
  }

  #keep(blocks: readonly Block[]): void {
    if (!this.#isAround) this.#blocks.push(...blocks);
  }
}

/** A raised number or star that leads to a note: it would stand in the middle of what is quoted. */
function isNoteMark(element: DomElement): boolean {
  if (nameOf(element) !== 'sup') return false;
  const isLinked = element.querySelector('a') !== null || element.parentNode?.nodeName.toUpperCase() === 'A';
  return isLinked && /^[\s[(]*(?:\d{1,3}|[a-z*†‡]|note \d+)[\s\])]*$/iu.test(element.textContent ?? '');
}

/** Does the table place paragraphs rather than hold figures? */
function isLayout(table: DomElement): boolean {
  if (
    table.getAttribute('role') === 'presentation' ||
    table.querySelector('table, p + p, h1, h2, h3, article') !== null
  )
    return true;
  const cells = [...table.querySelectorAll('td, th')];
  return cells.length <= 1 || cells.some((cell) => (cell.textContent?.trim().length ?? 0) > MAX_CELL_LENGTH);
}

function isBold(row: readonly DomElement[]): boolean {
  return row.every((cell) => {
    const strong = cell.querySelector('b, strong');
    return strong !== null && strong.textContent?.trim() === cell.textContent?.trim();
  });
}

function cellTexts(cell: DomElement): string[] {
  const span = Math.min(Math.max(Number(cell.getAttribute('colspan') ?? 1) || 1, 1), 20);
  const text = textOf(cell);
  // Only the first of the columns that it spans shows it.
  return [text, ...Array.from({ length: span - 1 }, () => '')];
}

/** An element's text on one line, without marks of notes. */
function textOf(element: DomElement): string {
  const reader = new TreeReaderForLine();
  reader.take(element);
  return tidy(reader.text);
}

class TreeReaderForLine {
  text = '';

  take(node: DomNode): void {
    if (isText(node)) this.text += node.textContent ?? '';
    else if (isElement(node)) {
      if (SKIPPED.has(nameOf(node)) || isNoteMark(node)) return;
      const isInline = INLINE.has(nameOf(node));
      if (!isInline) this.text += ' ';
      for (let child = node.firstChild; child; child = child.nextSibling) this.take(child);
      if (!isInline) this.text += ' ';
    }
  }
}

function linkedLength(element: DomElement): number {
  let length = 0;
  for (const link of element.querySelectorAll('a[href]')) length += link.textContent?.length ?? 0;
  return length;
}

function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
