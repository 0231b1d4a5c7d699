import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../src/engine/language.js';
import { Glossary } from '../../../src/engine/meaning/glossary.js';

const german = new Glossary(languageOf('de'), [
  ['die', 'the'],
  ['schließen', 'close'],
  ['mitglied', 'member'],
  ['beitrag', 'fee'],
  ['größe', 'size'],
]);
const spanish = new Glossary(languageOf('es'), [
  ['que', 'that'],
  ['qué', 'what'],
  ['perro', 'dog'],
]);
const chinese = new Glossary(languageOf('zh'), [
  ['图书馆', 'library'],
  ['图书', 'books'],
  ['开', 'open'],
]);

describe('a glossary', () => {
  it('knows a word in whatever form it stands', () => {
    expect(['mitglied', 'mitglieder', 'mitgliedern'].map((word) => german.glossOf(word))).toEqual([
      'member',
      'member',
      'member',
    ]);
  });

  it('knows a word without its umlauts, as it is typed on a phone', () => {
    expect(german.glossOf('grosse')).toBe('size');
  });

  it('takes a German compound apart', () => {
    expect(german.glossOf('mitgliedsbeitrag')).toBe('member fee');
    expect(german.glossOf('mitgliedsausweis')).toBeNull();
  });

  it('does not guess at what it does not know', () => {
    expect([german.glossOf('tor'), german.glossOf(''), spanish.glossOf('gato')]).toEqual([null, null, null]);
  });
});

describe('a text in English, word by word', () => {
  it('keeps its order, numbers and signs', () => {
    expect(german.english('Die Mitglieder schließen um 18.30, „die Größe“ …')).toBe(
      'the member close um 18.30, „the size“ …',
    );
  });

  it('spells names with the letters of English', () => {
    const russian = new Glossary(languageOf('ru'), [['город', 'city']]);

    expect(russian.english('Город Казань')).toBe("city Kazan'");
  });

  it('heeds the marks that make another word', () => {
    expect(spanish.english('¿Qué perro? El que ladra.')).toBe('what dog? El that ladra.');
  });

  it('finds the longest words where there are no spaces', () => {
    expect(chinese.english('图书馆开？')).toBe('library open?');
    expect(chinese.english('图书')).toBe('books');
  });

  it('is left as it is where nothing in it is a word', () => {
    expect([german.english(''), german.english('?!'), chinese.english('。')]).toEqual(['', '?!', '。']);
  });
});
