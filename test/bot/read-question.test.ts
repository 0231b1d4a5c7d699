import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/bot/read-question.js';

describe('readQuestion', () => {
  it.each([
    ['a mention', '<@12> who wrote it?', 'who wrote it?'],
    ['an old-style mention', 'who <@!12> wrote it?', 'who wrote it?'],
    ['mentions of roles and channels', '<@&3> <#4> who?', 'who?'],
    ['custom emoji', 'who <:hm:5><a:hm:6> wrote it?', 'who wrote it?'],
    ['a command and a timestamp', '</ask:7> when <t:8:R>?', 'when ?'],
    ['line breaks', 'who\n\nwrote\tit? ', 'who wrote it?'],
  ])('leaves %s out', (_, content, question) => {
    expect(readQuestion(content)).toBe(question);
  });

  it.each(['is a < b and c > d?', 'what does <b> mean?', 'who is @ada?', '2 <3'])(
    'keeps %s as it is',
    (text) => {
      expect(readQuestion(text)).toBe(text);
    },
  );
});
