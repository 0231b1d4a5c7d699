import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GLOSSED_LANGUAGES, glossaryOf } from '../../../src/engine/meaning/glossary-of.js';

describe.each(GLOSSED_LANGUAGES)('the glossary of %s', (code) => {
  const lines = readFileSync(`src/engine/meaning/glossaries/${code}.tsv`, 'utf8').trimEnd().split('\n');

  it('has a word and a few of English on every line', () => {
    expect(lines.filter((line) => !/^[^\t]+\t[\x20-\x7e]{1,30}$/.test(line))).toEqual([]);
  });

  it('has every word once, in small letters', () => {
    const words = lines.map((line) => line.split('\t')[0] ?? '');
    expect(words.filter((word) => word !== word.toLowerCase())).toEqual([]);
    expect(words.length - new Set(words).size).toBe(0);
  });
});

describe('a question of another language in English', () => {
  it.each([
    ['de', 'Wann öffnet die Bibliothek am Samstag?', ['when', 'open', 'library', 'Saturday']],
    ['de', 'was kostet der mitgliedsbeitrag', ['what', 'cost', 'member', 'fee']],
    ['es', '¿Cuándo abre la biblioteca el sábado?', ['when', 'open', 'library', 'Saturday']],
    ['ru', 'Когда открывается библиотека в субботу?', ['when', 'open', 'library', 'Saturday']],
    ['zh', '图书馆星期六什么时候开门？', ['library', 'Saturday', 'when', 'open']],
  ])('%s: “%s”', (code, question, words) => {
    const english = glossaryOf(code)?.english(question);
    expect(words.filter((word) => !english?.includes(word))).toEqual([]);
  });
});
