import { describe, expect, it } from 'vitest';
import { PieceTokenizer } from '../../../../src/engine/meaning/encoder/piece-tokenizer.js';

const PIECES = ['?', '<s>', '</s>', '-', '-', '-', '▁', '▁dog', 's', '▁dogs', 'a', 'b', 'ab', '▁cat'];
const SCORES = [0, 0, 0, 0, 0, 0, -5, -4, -3, -6.5, -4, -4, -9, -2];
const tokenizer = new PieceTokenizer(PIECES, SCORES);

function pieces(text: string, most = 100): (string | undefined)[] {
  return tokenizer.encode(text, most).map((id) => PIECES[id]);
}

describe('cutting text into pieces', () => {
  it.each([
    ['dogs', ['▁dogs'], 'one piece is likelier than two'],
    ['ab', ['▁', 'a', 'b'], 'two pieces are likelier than one'],
    ['cat dog', ['▁cat', '▁dog'], 'each word begins anew'],
    ['  cat \n dog ', ['▁cat', '▁dog'], 'however they are spaced'],
    ['caé', ['▁', '?', 'a', '?'], 'a character that no piece holds is unknown'],
    ['cat☕☕s', ['▁cat', '?', 's'], 'unknown ones side by side are one'],
    ['ｄｏｇ', ['▁dog'], 'full-width letters are letters'],
    ['', [], 'nothing is nothing'],
    ['s-', ['▁', 's', '?'], 'pieces that stand for no text are not found in one'],
  ])('%j becomes %j: %s', (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it('stops at the most pieces asked for', () => {
    expect(pieces('cat cat ab cat', 4)).toEqual(['▁cat', '▁cat', '▁', 'a']);
  });
});
