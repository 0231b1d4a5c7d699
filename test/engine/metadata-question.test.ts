import { expect, it } from 'vitest';
import { metadataField } from '../../src/engine/metadata-question.js';
import { articleFrom } from './article-from.js';

const article = articleFrom('A lamp burned.', { front: 'author: Ada Quill', id: 'Harbour rules' });

it.each([
  ['who wrote this?', 'author'],
  ['whos the auther', 'author'],
  ['name of the journalist', 'author'],
  ['who wrote the harbour rules', 'author'],
  ['which person is behind this article', 'author'],
  ['where is the journalist reporting from', 'place'],
  ['who edited the story?', 'editors'],
  ['when was this published?', 'published'],
  ['what date is this article from', 'published'],
  ['how old is this info', 'published'],
  ['which newspaper is this from?', 'publisher'],
  ['who published this notice', 'publisher'],
  ['what is the headline', 'title'],
  ['got a link to the original?', 'url'],
])('takes %j for a question about the %s', (question, field) => {
  expect(metadataField(question, article)).toBe(field);
});

it.each([
  'who wrote the letter to the mayor',
  'when does season three come out',
  'who lit the lamp',
  'who is the person behind the regatta',
  'what is the date of the regatta',
  'where does it take place',
])('leaves %j to the text', (question) => {
  expect(metadataField(question, article)).toBeNull();
});

it('tells whether a title’s words mean the article or what it is about', () => {
  const titled = articleFrom('A lamp burned.', {
    front: 'author: Ada Quill',
    id: 'New head of the navy named',
  });
  const fieldOf = (question: string) => metadataField(question, titled);

  expect(['who wrote about the navy head', 'who made the navy story'].map(fieldOf)).toEqual([
    'author',
    'author',
  ]);
  expect(['who made him head of the navy', 'who is behind the new navy head'].map(fieldOf)).toEqual([
    null,
    null,
  ]);
});
