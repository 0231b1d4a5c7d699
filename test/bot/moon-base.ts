import type { Article } from '../../src/article/article.js';
import { readArticle } from '../../src/article/read-article.js';

const MOON_BASE = `---
title: Agency picks crew for moon base
author: Ada Quill
publisher: Meridian Wire
published: 2031-03-07
url: https://wire.example/moon-base
redistributable: true
---

Four astronauts will live at the Shackleton base for six months, the Lunar Agency said on Friday.

Commander Ines Okafor, 41, leads the crew. She spent 212 days in orbit in 2027.

The crew lifts off from Kourou on June 14. The flight to the moon takes five days.

At the base they will drill for ice and test a greenhouse in which potatoes grow. The *ice* is to be
melted for drinking water.

The agency has spent 3.2 billion euros on the base since 2025, its director Tomas Lind told reporters.

Lind declined to say whether a second crew will follow.
`;

const RAIN = `---
title: Rain returns to the northern valleys
author: Bo Sand
redistributable: true
---

After nine dry weeks rain fell in the northern valleys on Tuesday.

Farmers in Aldervik had asked the council for water from the reservoir.
`;

function read(name: string, markdown: string): Article {
  const { article, faults } = readArticle({ name, bytes: new TextEncoder().encode(markdown) });
  if (!article) throw new Error(`the fixture is faulty: ${JSON.stringify(faults)}`);
  return article;
}

/** A made-up wire story, as the reader reads it. */
export const moonBase = (): Article => read('moon-base.md', MOON_BASE);

/** The same story after an edit: other words, so another version. */
export const editedMoonBase = (): Article => read('moon-base.md', MOON_BASE.replace('June 14', 'June 16'));

/** A second one, on another subject. */
export const rain = (): Article => read('rain.md', RAIN);
