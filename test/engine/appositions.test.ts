import { expect, it } from 'vitest';
import { appositions } from '../../src/engine/appositions.js';

it.each([
  ['Ada Quill, then director general of Coastrail, resigned.', 'Ada Quill', 'director general of Coastrail'],
  ['The acting head of Coastrail, Bo Reed, said so on Monday.', 'Bo Reed', 'acting head of Coastrail'],
  ['They met Cy Marsh, who heads the harbour office.', 'Cy Marsh', 'head of the harbour office'],
])('finds whom %j speaks of', (sentence, name, called) => {
  expect(appositions(sentence)).toContainEqual({ name, called });
});

it('finds nothing in a list of names', () => {
  expect(appositions('Ada Quill, Bo Reed and Cy Marsh went home.')).toEqual([]);
});
