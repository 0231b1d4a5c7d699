import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine.js';
import type { SeenMessage } from '../../src/playground/member/seen-message.js';
import { type BotHarness, startHarness } from '../bot/bot-harness.js';
import { makeArticle } from '../bot/make-article.js';
import { editedMoonBase, moonBase, rain } from '../bot/moon-base.js';
import { showMarkdown } from '../bot/show-markdown.js';

/** The answer to when the crew lifts off, as it reads: without bold and without the link's address. */
const WHEN = [
  '> The crew lifts off from Kourou on June 14.',
  '-# Meridian Wire, Ada Quill, [“Agency picks crew for moon base”], ¶ 3 of 6, 7 March 2031',
].join('\n');

function readOff(message: SeenMessage | null): string | undefined {
  return message ? showMarkdown(message.content).replace(/\(<[^>]*>\)/, '') : undefined;
}

let harness: BotHarness;

beforeEach(async () => {
  harness = await startHarness({ articles: [moonBase(), rain()] });
});

afterEach(async () => {
  await harness.end();
  expect(harness.troubles()).toEqual([]);
});

describe('/ask', () => {
  it('answers with the sentence and its citation, for all to see, as its first response', async () => {
    const reply = await harness.loopback
      .member('Ann')
      .slash('ask', { question: 'When does the crew lift off?' });

    expect(reply.kind).toBe('message');
    expect(reply.isEphemeral).toBe(false);
    expect(readOff(reply.message)).toBe(WHEN);
    expect(reply.message?.content).toMatch(/\*\*[^*]*lifts[^*]*\*\*/);
    expect(reply.message?.content).toContain('](<https://wire.example/moon-base#:~:text=The%20crew%20');
    expect(reply.message?.buttons.map(({ label }) => label)).toEqual(['Context', 'Other passages']);
    expect(reply.states).toHaveLength(1);
  });

  it('answers only the member when told to', async () => {
    const reply = await harness.loopback
      .member('Ann')
      .slash('ask', { question: 'When does the crew lift off?', private: true });

    expect(reply.isEphemeral).toBe(true);
  });

  it('says plainly that the article does not say, and shows its guess only behind the button', async () => {
    const ann = harness.loopback.member('Ann');

    const reply = await ann.slash('ask', { question: 'How old is the director?', article: 'moon-base' });
    const { message } = reply;
    if (!message) throw new Error('no reply');
    const closest = await ann.press(message, 'Closest passage');

    expect(message.content).toBe('“Agency picks crew for moon base” does not say. It never mentions “old”.');
    expect(closest.isEphemeral).toBe(true);
    expect(closest.message?.content).toMatch(
      /^The closest passage I found\. It may well not answer the question\.\n> /,
    );
  });

  it.each([
    ['👍 👍', 'I see no words in that.'],
    ['   ', 'There is no question in that.'],
    ['hello', 'Hello! Ask me about an article'],
  ])('tells only the member what to do about %j', async (question, beginning) => {
    const reply = await harness.loopback.member('Ann').slash('ask', { question });

    expect(reply.isEphemeral).toBe(true);
    expect(reply.message?.content.slice(0, beginning.length)).toBe(beginning);
  });

  it.each(['rain', 'Rain returns to the northern valleys', 'rain returns'])(
    'asks the article that is named as %s',
    async (article) => {
      const question = 'Who asked the council for water?';

      const reply = await harness.loopback.member('Ann').slash('ask', { question, article });

      expect(reply.message?.content).toContain('Bo Sand, “Rain returns to the northern valleys”, ¶ 2 of 2');
    },
  );

  it('says so when it has no such article', async () => {
    const reply = await harness.loopback.member('Ann').slash('ask', { question: 'Who?', article: '**sun**' });

    expect(reply.isEphemeral).toBe(true);
    expect(reply.message?.content).toBe(
      String.raw`I have no article called “\*\*sun\*\*”. ${'`/article`'} lists the ones I know.`,
    );
  });

  it('offers articles while one is typed', async () => {
    const ann = harness.loopback.member('Ann');

    const all = await ann.autocomplete('ask', 'article', '', { others: { question: 'Who?' } });
    const misspelt = await ann.autocomplete('ask', 'article', 'valeys');

    expect(all.choices.map(({ value }) => value)).toEqual(['moon-base', 'rain']);
    expect(misspelt.choices).toMatchObject([{ name: 'Rain returns to the northern valleys', value: 'rain' }]);
  });

  it('works in a direct message, and between members where the bot is not', async () => {
    const [ann, bob] = [harness.loopback.member('Ann'), harness.loopback.member('Bob')];
    const question = 'When does the crew lift off?';

    const inDm = await ann.slash('ask', { question }, { channel: 'dm' });
    const between = await ann.slash('ask', { question }, { channel: ann.privateWith(bob) });

    expect(readOff(inDm.message)).toBe(WHEN);
    expect(readOff(between.message)).toBe(WHEN);
  });
});

describe('an article that would ping and format', () => {
  it('pings nobody and is shown as it is written', async () => {
    const { loopback, library } = harness;
    const bob = loopback.member('Bob');
    const sentence = `Okafor told @everyone and ${bob.mention} to ||stay|| [away](https://a.b/c) from _it_ :smile:`;
    library.engine = createEngine([makeArticle([[sentence]])]);

    const { message } = await loopback.member('Ann').slash('ask', { question: 'What did Okafor tell them?' });
    const closest = message && (await loopback.member('Ann').press(message, message.buttons[0]?.label ?? ''));

    for (const shown of [message, closest?.message]) {
      expect(shown?.mentions).toEqual([]);
      expect(shown?.mentionsEveryone).toBe(false);
    }
    expect(showMarkdown(`${message?.content} ${closest?.message?.content}`)).toContain(`> ${sentence}`);
  });
});

describe('the buttons of an answer', () => {
  it('show the paragraph around the sentence, to the member who presses', async () => {
    const ann = harness.loopback.member('Ann');
    const { message } = await ann.slash('ask', { question: 'When does the crew lift off?' });
    if (!message) throw new Error('no reply');

    const context = await harness.loopback.member('Bob').press(message, 'Context');

    expect(context.isEphemeral).toBe(true);
    expect(context.message?.content.split('\n').slice(0, 6)).toEqual([
      '-# ¶ 2',
      '> Commander Ines Okafor, 41, leads the crew. She spent 212 days in orbit in 2027.',
      '-# ¶ 3',
      '> **The crew lifts off from Kourou on June 14.** The flight to the moon takes five days.',
      '-# ¶ 4',
      '> At the base they will drill for ice and test a greenhouse in which potatoes grow. The ice is to be melted for drinking water.',
    ]);
    expect(readOff(message)).toBe(WHEN);
  });

  it('show the next best passages, each with its citation', async () => {
    const ann = harness.loopback.member('Ann');
    const { message } = await ann.slash('ask', { question: 'When does the crew lift off?' });
    if (!message) throw new Error('no reply');

    const others = await ann.press(message, 'Other passages');

    expect(others.isEphemeral).toBe(true);
    expect(others.message?.content).toMatch(
      /^The next best passages, best first\. They may not answer the question\.\n> /,
    );
    expect(others.message?.content).not.toContain('lifts off');
    expect(others.message?.content.match(/^-# /gm)).toHaveLength(4);
  });

  it('still work after the bot was started anew', async () => {
    const ann = harness.loopback.member('Ann');
    const { message } = await ann.slash('ask', { question: 'When does the crew lift off?' });
    if (!message) throw new Error('no reply');
    harness.library.engine = createEngine([moonBase()]);

    const context = await ann.press(message, 'Context');

    expect(context.message?.content).toContain('**The crew lifts off from Kourou on June 14.**');
  });

  it.each(['Context', 'Other passages'])('say so when the article has changed since: %s', async (button) => {
    const ann = harness.loopback.member('Ann');
    const { message } = await ann.slash('ask', { question: 'When does the crew lift off?' });
    if (!message) throw new Error('no reply');
    harness.library.engine = createEngine([editedMoonBase()]);

    const reply = await ann.press(message, button);

    expect(reply.isEphemeral).toBe(true);
    expect(reply.message?.content).toBe(
      'The article has changed since then. Ask again, and I look into what it says now.',
    );
  });
});
