import { unwrapLines } from '../../article/unwrap-lines.js';

/** Looking further back for a word would take long in a paragraph of thousands of lines. */
const MAX_WORD = 60;
const HYPHEN = /(\p{L}+)[-\u00ad\u2010]$/u;

/** Prefixes that keep their hyphen wherever the line ends. */
const KEPT = new Set('self ex all quasi non anti pro semi co mid'.split(' '));

/** Joins the lines of paragraphs, undoing the hyphens that were set for line ends alone. */
export class LineJoiner {
  readonly #compounds = new Set<string>();
  readonly #words = new Set<string>();

  /** @param lines all of the document's, as its other words tell which hyphens are the words' own */
  constructor(lines: Iterable<string>) {
    for (const line of lines) {
      for (const [word] of line.toLowerCase().matchAll(/\p{L}+(?:[-\u2010]\p{L}+)*/gu)) {
        (/[-\u2010]/u.test(word) ? this.#compounds : this.#words).add(word.replaceAll('\u2010', '-'));
      }
    }
  }

  /** The lines as one paragraph. */
  join(lines: readonly string[]): string {
    let text = '';
    for (const line of lines) text = text === '' ? line : this.#glue(text, line);
    return text.replaceAll('\u00ad', '');
  }

  #glue(text: string, line: string): string {
    const before = HYPHEN.exec(text.slice(-MAX_WORD))?.[1];
    const behind = /^\p{L}+/u.exec(line)?.[0];
    if (before === undefined || behind === undefined) {
      return /[\d\p{L}][-–/]$/u.test(text) && /^[\d\p{L}]/u.test(line)
        ? text + line
        : unwrapLines(`${text.slice(-1)}\n${line}`).replace(/^./su, () => text);
    }
    return this.#isOwn(before, behind, text.endsWith('\u00ad')) ? text + line : text.slice(0, -1) + line;
  }

  /** Is the hyphen the word’s own? */
  #isOwn(before: string, behind: string, isSoft: boolean): boolean {
    if (isSoft) return false;
    const [first, second] = [before.toLowerCase(), behind.toLowerCase()];
    if (this.#compounds.has(`${first}-${second}`)) return true;
    if (this.#words.has(first + second)) return false;
    // A word is divided before a small letter; before a capital there is a name: `Jean-Paul`.
    return /^\p{Lu}/u.test(behind) || KEPT.has(first);
  }
}
