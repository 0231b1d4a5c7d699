import { describe, expect, it } from 'vitest';
import { viewMarkdown } from '../../../src/playground/web/view-markdown.js';

const NAMES = new Map([['123456789012345678', 'Ada']]);
const view = (text: string) => viewMarkdown(text, NAMES);

describe('viewMarkdown', () => {
  it('keeps quotes, marks and small print apart', () => {
    expect(view('> a **b**\n-# small')).toEqual([
      { kind: 'quote', content: ['a ', { kind: 'strong', content: ['b'] }, { kind: 'break' }] },
      { kind: 'small-print', content: ['small'] },
    ]);
  });

  it('names whom a mention stands for', () => {
    expect(view('<@123456789012345678>')).toEqual([{ kind: 'mention', text: '@Ada' }]);
  });

  it('links to web pages only', () => {
    expect(view('[a](https://example.org/)')).toMatchObject([{ kind: 'link', href: 'https://example.org/' }]);
    for (const text of ['[a](javascript:alert(1))', '<javascript:alert(1)>', '[a](data:text/html,b)'])
      expect(JSON.stringify(view(text))).not.toContain('"link"');
  });

  it('shows thousands of marks within marks as text', () => {
    const deep = `${'**_'.repeat(2000)}x${'_**'.repeat(2000)}`;
    expect(JSON.stringify(view(deep))).toContain('x');
  });
});
