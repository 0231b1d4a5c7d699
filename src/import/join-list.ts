import type { Block } from '../article/block.js';

/** An item no longer than this, without a sentence's end, is a name or a thing rather than a statement. */
const MAX_SHORT_ITEM = 80;
/** Short items that come to no more than this are one sentence. */
const MAX_JOINED = 600;

export interface ListItem {
  readonly text: string;
  /** `1.` in a numbered list, else null. */
  readonly number: string | null;
}

/**
 * A list as paragraphs that can be quoted. Short items are one sentence, with the line that leads into them: “You need:
 * flour; two eggs; a pinch of salt.” Longer ones are a paragraph each, numbered where the list is.
 * @param lead the line before the list when it ends with a colon; it is part of the result
 */
export function joinList(
  items: readonly ListItem[],
  lead: string | null,
  heading: string | null,
): readonly Block[] {
  const paragraph = (text: string): Block => ({ text, heading });
  const texts = items.map(({ text }) => text.replace(/[;,.]$/u, ''));
  const length = texts.reduce((sum, text) => sum + text.length + 2, lead?.length ?? 0);
  const areShort = items.every(
    ({ text }) => text.length <= MAX_SHORT_ITEM && !/[.!?。！？…]["”’)]*$|\n/u.test(text.replace(/\.$/u, '')),
  );
  const areSentences =
    items.filter(({ text }) => /\p{L}{2}\.$/u.test(text) && /\s/u.test(text)).length > items.length / 2;
  const areSteps = items.some(({ number }) => number !== null);
  if (items.length > 0 && areShort && !areSentences && !areSteps && length <= MAX_JOINED) {
    const [separator, end] = /[\u3040-\u30ff\u4e00-\u9fff]/u.test(texts.join(''))
      ? ['；', '。']
      : ['; ', '.'];
    return [paragraph(`${lead === null ? '' : `${lead} `}${texts.join(separator)}${end}`)];
  }
  const rest = items.map(({ text, number }) => paragraph(number === null ? text : `${number} ${text}`));
  return lead === null ? rest : [paragraph(lead), ...rest];
}
