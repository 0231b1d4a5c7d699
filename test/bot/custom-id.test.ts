import { describe, expect, it } from 'vitest';
import { formatCustomId, parseCustomId } from '../../src/bot/custom-id.js';

describe('custom ids', () => {
  it('carry a name and its arguments there and back', () => {
    const id = formatCustomId('context', 'v0123456-_.9.1');

    expect(id).toBe('context|v0123456-_.9.1');
    expect(parseCustomId(id)).toEqual({ name: 'context', args: ['v0123456-_.9.1'] });
  });

  it('may be a name alone', () => {
    expect(parseCustomId(formatCustomId('list'))).toEqual({ name: 'list', args: [] });
  });

  it('may be as long as Discord allows and no longer', () => {
    expect(formatCustomId('n', 'x'.repeat(98))).toHaveLength(100);
    expect(() => formatCustomId('n', 'x'.repeat(99))).toThrow(RangeError);
  });

  it('refuse an argument that would be read as two', () => {
    expect(() => formatCustomId('n', 'a|b')).toThrow(RangeError);
  });
});
