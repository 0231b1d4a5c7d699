import { describe, expect, it } from 'vitest';
import { renderMarkdown, renderText } from '../../../bench/report/table.js';

const table = {
  title: 'Right',
  note: 'In %.',
  head: ['', 'shipped article', 'all'],
  rows: [
    ['one', '5.0', '12.5'],
    ['another', '50.0', '–'],
  ],
};

describe('a table', () => {
  it('is aligned for a terminal, long heads over several lines', () => {
    expect(renderText(table)).toBe(
      [
        'Right',
        'In %.',
        '',
        '         shipped',
        '         article   all',
        '-------  -------  ----',
        'one          5.0  12.5',
        'another     50.0     –',
      ].join('\n'),
    );
  });

  it('is a Markdown table for the README', () => {
    expect(renderMarkdown(table)).toBe(
      [
        '### Right',
        '',
        'In %.',
        '',
        '|         | shipped article |  all |',
        '| ------- | --------------: | ---: |',
        '| one     |             5.0 | 12.5 |',
        '| another |            50.0 |    – |',
      ].join('\n'),
    );
  });
});
