import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/playground/terminal/plain-text.js';
import { renderMarkdown } from '../../../src/playground/terminal/render-markdown.js';
import { Window } from '../../../src/playground/terminal/window.js';

const BOT = '1'.repeat(18);
const NAMES = new Map([[BOT, 'Pincite']]);

function render(markdown: string, columns?: number): string {
  const output = Object.assign(new PassThrough(), columns === undefined ? {} : { columns });
  return renderMarkdown(markdown, new Window(output, false), NAMES);
}

describe('Markdown reads as it does in Discord', () => {
  test.each([
    ['bold, italics and code are but their words', '**a** *b* __c__ ~~d~~ `e`', 'a b c d e'],
    ['escapes are undone', '1\\. \\*not bold\\* \\> \\[x\\]\\(y\\)', '1. *not bold* > [x](y)'],
    ['a link shows its address', '[“Title”](<https://x.example/a_(b)>)', '“Title” (https://x.example/a_(b))'],
    ['a link that is its own title shows once', '<https://x.example>', 'https://x.example'],
    ['a quote stands behind a bar', '> one\n> **two**\nthree', '│ one\n│ two\nthree'],
    ['small print behind a quote is a line of its own', '> one\n-# ¶ 1 of 9', '│ one\n¶ 1 of 9'],
    ['blank lines between blocks stay', 'a\n\n> b\n-# c\n\n> d', 'a\n\n│ b\nc\n\n│ d'],
    ['so does one before small print', '> a\n\n-# b', '│ a\n\nb'],
    ['a heading is a line', '# Title\ntext', 'Title\ntext'],
    ['code keeps its lines, marks and all', '```\n-# *a*\n  b\n```\nc', '  -# *a*\n    b\nc'],
    ['a mention is a name', `<@${BOT}> <@${'2'.repeat(18)}>`, '@Pincite @member'],
    ['a time is a date', '<t:1700000000:R>', '2023-11-14 22:13 UTC'],
    ['lists stay as typed', '- one\n- two', '- one\n- two'],
  ])('%s', (_name, markdown, expected) => {
    expect(render(markdown)).toBe(expected);
  });
});

test('lines are wrapped to the window, quotes behind their bar', () => {
  expect(render('> the quick brown fox jumps', 20)).toBe('│ the quick brown\n│ fox jumps');
  expect(render('the quick brown fox jumps', 20)).toBe('the quick brown fox\njumps');
});

test('wide characters count double', () => {
  expect(render('宇宙船 宇宙船 宇宙船 宇宙船', 19)).toBe('宇宙船 宇宙船\n宇宙船 宇宙船');
});

test('what is not written to a window is not wrapped', () => {
  expect(render('x '.repeat(200).trim())).toBe('x '.repeat(200).trim());
});

test('thousands of nested marks are shown, whatever the parser makes of them', () => {
  expect(render('*'.repeat(50_000))).toBe('*'.repeat(50_000));
});

test('nothing in a text can steer the terminal', () => {
  expect(plainText('a\u001b[2Jb\u0007c\u009b31md\u202ee\u0000f\r\ng\th')).toBe('a[2Jbc31mdef\ng h');
});
