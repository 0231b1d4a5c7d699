import { describe, expect, it } from 'vitest';
import { largeCorpus } from '../../../bench/speed/large-corpus.js';
import { misspeltQuestions } from '../../../bench/speed/misspelt-questions.js';
import { articleFrom } from '../../engine/article-from.js';

const source = articleFrom(
  'The lighthouse keeper painted the northern tower yesterday. Several passengers carefully renewed their tickets.',
);

describe('the large corpus', () => {
  const articles = largeCorpus([source], 250);
  const paragraphs = articles.flatMap((article) => article.paragraphs);

  it('has as many sentences as it should', () => {
    expect(paragraphs.flatMap(({ sentences }) => sentences)).toHaveLength(250);
    expect(articles).toHaveLength(3);
  });

  it('is the same every time', () => {
    expect(largeCorpus([source], 250)).toEqual(articles);
  });

  it('holds its sentences verbatim, as the reader would', () => {
    for (const { text, sentences } of paragraphs) {
      expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(
        sentences.map((sentence) => sentence.text),
      );
    }
  });

  it('has words that its source does not have', () => {
    const known = new Set(
      source.paragraphs.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []),
    );
    const words = paragraphs.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []);
    expect(words.filter((word) => !known.has(word)).length).toBeGreaterThan(20);
  });
});

describe('the misspelt questions', () => {
  const articles = largeCorpus([source], 100);

  it('ask for four words of a sentence, all but one as it has them', () => {
    for (const { question, sentence } of misspeltQuestions(articles, 20)) {
      const words = new Set(sentence.toLowerCase().match(/\p{L}+/gu));
      const asked = question.replace('what does it say about ', '').replace('?', '').split(' ');
      expect(asked).toHaveLength(4);
      expect(asked.filter((word) => words.has(word)).length).toBeGreaterThanOrEqual(3);
    }
  });

  it('are the same every time', () => {
    expect(misspeltQuestions(articles, 5)).toEqual(misspeltQuestions(articles, 5));
  });
});
