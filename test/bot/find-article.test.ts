import { describe, expect, it } from 'vitest';
import { findArticle } from '../../src/bot/find-article.js';
import { makeArticle } from './make-article.js';

const MOON = makeArticle([['One.']]);
const RAIN = makeArticle([['Two.']], { id: 'rain', version: 'w0123456-_', title: 'Rain in the north' });
const SNOW = makeArticle([['Three.']], { id: 'snow', version: 'x0123456-_', title: 'Rain turns to snow' });
const ARTICLES = [MOON, RAIN, SNOW];

describe('findArticle', () => {
  it.each([
    ['its id', 'rain', RAIN],
    ['its version', 'x0123456-_', SNOW],
    ['its title', 'Agency picks crew for moon base', MOON],
    ['its title in other letters', '  agency PICKS  crew for moon base ', MOON],
    ['its id in other letters', 'Snow', SNOW],
    ['the beginning of its title', 'rain in', RAIN],
  ])('finds an article by %s', (_, name, article) => {
    expect(findArticle(ARTICLES, name)).toBe(article);
  });

  it.each([
    ['the beginning of two titles', 'ra'],
    ['nothing', '   '],
    ['another name', 'sun'],
  ])('finds none by %s', (_, name) => {
    expect(findArticle(ARTICLES, name)).toBeNull();
  });
});
