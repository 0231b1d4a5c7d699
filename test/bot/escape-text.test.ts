import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText } from '../../src/bot/escape-text.js';
import { parseMarkdown, specialsIn, textIn } from './parse-markdown.js';
import { showMarkdown } from './show-markdown.js';

describe('escapeText', () => {
  it.each([
    ['emphasis', '*a* **b** _c_ __d__ ~~e~~', String.raw`\*a\* \*\*b\*\* \_c\_ \_\_d\_\_ \~\~e\~\~`],
    ['names with underscores', 'snake_case_name', String.raw`snake\_case\_name`],
    ['code', 'run `rm` or ```x```', String.raw`run \`rm\` or \`\`\`x\`\`\``],
    ['a spoiler', 'the end: ||he dies||', String.raw`the end: \|\|he dies\|\|`],
    ['a backslash', String.raw`C:\new\*`, String.raw`C:\\new\\\*`],
    ['a mention', 'ask <@123> or <@&4> in <#5>', String.raw`ask \<@123> or \<@&4> in \<#5>`],
    [
      'everyone',
      '@everyone and @here, not me@example.org',
      String.raw`\@everyone and \@here, not me@example.org`,
    ],
    ['a timestamp and a command', '<t:0:R> </ask:1> <id:guide>', String.raw`\<t\:0:R> \</ask:1> \<id:guide>`],
    ['a custom emoji', '<:hm:1> and <a:hm:1>', String.raw`\<\:hm:1> and \<a\:hm:1>`],
    ['an emoji by name', 'so :smile: and 10:30:45', String.raw`so \:smile: and 10\:30:45`],
    ['a masked link', '[here](https://a.b/c_d)', String.raw`\[here\](https\://a.b/c\_d)`],
    ['a bare link', 'see https://a.b/c', String.raw`see https\://a.b/c`],
    ['a heading', '# Title', String.raw`\# Title`],
    ['small print', '-# note', String.raw`\-# note`],
    ['a list item', '- one', String.raw`\- one`],
    ['a numbered item', '12. Twelve', String.raw`12\. Twelve`],
    ['a quote', '>>> all', String.raw`\>>> all`],
    ['an indented heading', '  # Title', String.raw`  \# Title`],
  ])('shows %s as it is written', (_, text, expected) => {
    const escaped = escapeText(text);

    expect(escaped).toBe(expected);
  });

  it.each(['1.5 million people', 'at 10:30', 'a - b', 'C# 9', 'x > y', 'Who? "Me": yes.', 'naïve 東京 👩‍🚀'])(
    'leaves %s alone',
    (text) => {
      expect(escapeText(text)).toBe(text);
    },
  );

  it('shows a text with line breaks and control characters on one line', () => {
    expect(escapeText('a\nb\r\nc\u0000d\u2028e')).toBe('a b  c d e');
  });

  it('replaces half of a surrogate pair, which is no character', () => {
    expect(escapeText('a\ud83db\ude80c')).toBe('a\ufffdb\ufffdc');
  });

  it('sets ranges in bold', () => {
    expect(escapeText('They last met in 2018.', [{ start: 10, end: 13 }])).toBe('They last **met** in 2018.');
  });

  it('sets neighbouring words in bold as one', () => {
    const bold = [
      { start: 5, end: 9 },
      { start: 10, end: 13 },
    ];

    expect(escapeText('They last met in 2018.', bold)).toBe('They **last met** in 2018.');
  });

  it('sets ranges that touch or overlap in bold as one, whatever their order', () => {
    const bold = [
      { start: 2, end: 4 },
      { start: 0, end: 2 },
      { start: 3, end: 5 },
    ];

    expect(escapeText('abcdef', bold)).toBe('**abcde**f');
  });

  it('keeps bold and escapes apart where they touch', () => {
    expect(escapeText('a *b* c', [{ start: 2, end: 5 }])).toBe(String.raw`a **\*b\*** c`);
    expect(escapeText('a *b* c', [{ start: 3, end: 4 }])).toBe(String.raw`a \***b**\* c`);
    expect(escapeText(String.raw`a\ b`, [{ start: 0, end: 2 }])).toBe(String.raw`**a\\** b`);
  });

  it('escapes what only bold would have taken apart', () => {
    expect(escapeText('@everyone', [{ start: 0, end: 6 }])).toBe(String.raw`**\@every**one`);
    expect(escapeText(':tada:', [{ start: 1, end: 5 }])).toBe(String.raw`\:**tada**:`);
  });

  it('never splits a character: an astronaut is bold as a whole or not at all', () => {
    const text = 'go 👩‍🚀 go';

    expect(escapeText(text, [{ start: 4, end: 5 }])).toBe('go **👩‍🚀** go');
  });

  it('drops ranges that hold nothing to see, and cuts those that reach beyond the text', () => {
    const bold = [
      { start: 1, end: 1 },
      { start: 2, end: 3 },
      { start: 4, end: 99 },
      { start: 200, end: 300 },
    ];

    expect(escapeText('ab cde', bold)).toBe('ab c**de**');
  });

  it('shows exactly the characters of any line, and nothing but bold, by Discord’s own rules', () => {
    const characters = [
      ...'ab1 *_`~|\\<>[]()@#:/-+.!é',
      '👩‍🚀',
      '@everyone',
      '<@1>',
      '<:a:1>',
      'https://a.b',
      '[x](y)',
      '```',
    ];
    const line = fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 30 });
    const range = fc.record({ start: fc.nat(40), end: fc.nat(40) });

    fc.assert(
      fc.property(line, fc.array(range, { maxLength: 4 }), (text, bold) => {
        // Discord takes white space off the ends of a message.
        const nodes = parseMarkdown(`“${escapeText(text, bold)}”`);

        expect(specialsIn(nodes)).toEqual([]);
        expect(textIn(nodes)).toBe(`“${text}”`);
        expect(showMarkdown(escapeText(text, bold))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
