import { describe, expect, it } from 'vitest';
import { replaceSection } from '../../../bench/report/replace-section.js';

describe('a section of the README', () => {
  const page = 'Before.\n<!-- speed -->\nold\n<!-- /speed -->\nAfter.\n';

  it('is replaced between its markers, the rest left alone', () => {
    expect(replaceSection(page, 'speed', 'new $& text')).toBe(
      'Before.\n<!-- speed -->\n\nnew $& text\n\n<!-- /speed -->\nAfter.\n',
    );
  });

  it('must have its markers', () => {
    expect(() => replaceSection(page, 'start', 'new')).toThrow('There is no <!-- start -->');
  });
});
