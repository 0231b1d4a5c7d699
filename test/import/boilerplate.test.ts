import { describe, expect, it } from 'vitest';
import { isBoilerplate } from '../../src/import/boilerplate.js';

describe('a line', () => {
  it.each([
    'Read more: Storms are getting stronger',
    'ADVERTISEMENT',
    'Facebook | X | WhatsApp',
    'Share this article',
    'Sign up for our newsletter and never miss a story.',
    'We use cookies to improve your experience.',
    '5 min read · Jan 9, 2023'.split(' · ')[0] ?? '',
    'Photo: Ana Rey',
    'Ana Rey/Getty Images',
    '© 2025 The Quayside Post. All rights reserved.',
    'Related stories',
    'Lesen Sie auch: Brauerei baut aus',
    'Publicidad',
    'Читайте также: Как строили мост',
    '相关阅读：老城的茶馆',
    '* * *',
  ])('such as “%s” is about the page', (line) => {
    expect(isBoilerplate(line)).toBe(true);
  });

  it.each([
    'Share prices fell on Monday.',
    'Save the rest for the next day.',
    'Print the label before you freeze it.',
    'Recommended dosage is 5 mg.',
    'Comments on the plan are welcome until 5 May.',
    'Most popular dishes sell out by noon.',
    'Subscribe by 5 May and you pay half the price for the whole of the year.',
    'Register at the town hall.',
    'Advertising on buses will be banned from May, the council decided on Wednesday.',
    'Cookies are sold in the entrance hall.',
    'Teilen Sie den Teig in vier Stücke.',
    'X marks the spot.',
    'Yes.',
    '42',
  ])('such as “%s” is the article’s', (line) => {
    expect(isBoilerplate(line)).toBe(false);
  });
});
