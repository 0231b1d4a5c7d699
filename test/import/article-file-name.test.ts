import { describe, expect, it } from 'vitest';
import { readFileName } from '../../src/article/article-id.js';
import { articleFileName, slugOf } from '../../src/import/article-file-name.js';

describe('a file’s name', () => {
  it.each([
    ['Our ferry (1).pdf', 'Our ferry (1).md'],
    ['folder/ferry.html', 'ferry.md'],
    ['C:\\texts\\ferry.docx', 'ferry.md'],
    ['__ferry__.txt', '__ferry__.md'],
    ['паром.html', 'паром.md'],
    ['渡轮.pdf', '渡轮.md'],
    ['%%%.pdf', 'article.md'],
    ['', 'article.md'],
    ['<script>.html', 'script.md'],
    [`${'a'.repeat(100)}.pdf`, `${'a'.repeat(64)}.md`],
    [`${'ferry '.repeat(20)}.pdf`, `${'ferry '.repeat(10).trim()}.md`],
  ])('%s becomes one that an article can have', (name, expected) => {
    const made = articleFileName(name, 'md');

    expect(made).toBe(expected);
    expect(readFileName(made)).toMatchObject({ ok: true });
  });

  it('is made of a title in small letters', () => {
    expect(articleFileName(`${slugOf('“The Ferry’s back” – at 9.30!')}.html`, 'md')).toBe(
      'the-ferrys-back-at-9-30.md',
    );
  });
});
