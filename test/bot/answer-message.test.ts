import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../src/playground/member/seen-message.js';
import { type BotHarness, startHarness } from './bot-harness.js';

const QUESTION = 'Who leads the crew?';

let harness: BotHarness;

beforeEach(async () => {
  harness = await startHarness();
});

afterEach(() => harness.end());

function citedParagraph(message: SeenMessage): string | undefined {
  return message.content.match(/¶ \d of \d/)?.[0];
}

/**
 * What the bot has said in #general once it has dealt with all that was said before: it sends its messages
 * to a channel one after the other, so it has when it answers one more.
 */
async function settled(): Promise<string[]> {
  const { bot, member } = harness.loopback;
  const last = await member('Last').say('general', `${bot.mention} ${QUESTION}`);
  let answer = await last.answer();
  while (answer.replyTo !== last.message.id) {
    answer = await member('Last').nextMessage('general', { after: answer });
  }
  const seen = member('Last')
    .messages('general')
    .filter(({ author }) => author.id === bot.user.id);
  return seen.filter(({ id }) => id !== answer.id).map(({ content }) => content);
}

describe('a direct message', () => {
  it('is a question, answered with a quote, its citation and buttons', async () => {
    const ann = harness.loopback.member('Ann');

    const said = await ann.dm(QUESTION);
    const answer = await said.answer();

    expect(answer.content).toMatch(/^> .*Okafor.*\n-# Meridian Wire, Ada Quill, .*¶ 2 of 6, 7 March 2031$/);
    expect(answer.replyTo).toBe(said.message.id);
    expect(answer.mentions).toEqual([]);
    expect(answer.buttons.map(({ label }) => label)).toEqual(['Context', 'Other passages']);
    expect((await ann.press(answer, 'Context')).message?.content).toContain(
      '**Commander Ines Okafor, 41, leads the crew.**',
    );
  });

  it.each([
    ['hello', 'Hello!'],
    ['🎉', 'I see no words in that.'],
    ['why '.repeat(400), 'That is too long'],
    ['Where do penguins sleep?', 'The article does not say.'],
  ])('that is %j gets a plain answer', async (content, beginning) => {
    const answer = await (await harness.loopback.member('Ann').dm(content)).answer();

    expect(answer.content.slice(0, beginning.length)).toBe(beginning);
  });
});

describe('a mention', () => {
  it('with a question is answered as a reply that pings nobody', async () => {
    const { loopback } = harness;
    const said = await loopback.member('Ann').say('general', `${loopback.bot.mention} ${QUESTION}`);

    const answer = await said.answer();

    expect(citedParagraph(answer)).toBe('¶ 2 of 6');
    expect(answer.replyTo).toBe(said.message.id);
    expect(answer.mentions).toEqual([]);
  });

  it('without a question gets help', async () => {
    const { loopback } = harness;

    const answer = await (await loopback.member('Ann').say('general', loopback.bot.mention)).answer();

    expect(answer.content).toContain('`/ask`');
  });

  it('that replies to a message which mentions the bot takes that message’s question', async () => {
    const { loopback } = harness;
    const asked = await loopback.member('Bob').say('general', `${loopback.bot.mention} ${QUESTION}`);
    await asked.answer();

    const again = await loopback
      .member('Ann')
      .say('general', loopback.bot.mention, { replyTo: asked.message });

    expect(citedParagraph(await again.answer())).toBe('¶ 2 of 6');
  });

  it('that replies to a message which Discord does not show the bot says so, and what to do', async () => {
    const { loopback } = harness;
    const { message } = await loopback.member('Bob').say('general', QUESTION);

    const said = await loopback.member('Ann').say('general', loopback.bot.mention, { replyTo: message });

    expect((await said.answer()).content).toBe(
      'Discord does not show me the message you replied to. Mention me with the question itself, or use **Find in article** in the message’s menu.',
    );
  });

  it('that replies to the bot itself gets help, not an answer to an answer', async () => {
    const { loopback } = harness;
    const asked = await loopback.member('Bob').say('general', `${loopback.bot.mention} ${QUESTION}`);
    const answer = await asked.answer();

    const again = await loopback.member('Ann').say('general', loopback.bot.mention, { replyTo: answer });

    expect((await again.answer()).content).toContain('`/ask`');
  });

  it('never repeats a ping that was in the question', async () => {
    const { loopback } = harness;
    const bob = loopback.member('Bob');

    const said = await loopback
      .member('Ann')
      .say('general', `${loopback.bot.mention} is @everyone or ${bob.mention} unbelievable?`);
    const answer = await said.answer();

    expect([answer.mentions, answer.mentionsEveryone]).toEqual([[], false]);
  });
});

describe('the bot keeps quiet', () => {
  it('about messages that are not for it', async () => {
    const { loopback } = harness;
    const ann = loopback.member('Ann');

    await ann.say('general', QUESTION);
    await ann.say('general', `@everyone ${QUESTION}`);
    await ann.say('general', `<@&${loopback.guildId}> ${QUESTION}`);

    expect(await settled()).toEqual([]);
  });

  it('when another bot talks to it', async () => {
    const { loopback } = harness;
    const robot = loopback.member('Robot', { bot: true });

    await robot.say('general', `${loopback.bot.mention} ${QUESTION}`);

    expect(await settled()).toEqual([]);
  });

  it('when someone replies to its answer without naming it', async () => {
    const { loopback } = harness;
    const ann = loopback.member('Ann');
    const asked = await ann.say('general', `${loopback.bot.mention} ${QUESTION}`);
    const answer = await asked.answer();

    await ann.say('general', 'thanks, that is all', { replyTo: answer });

    expect(await settled()).toEqual([answer.content]);
  });
});

describe('when a reply cannot be sent', () => {
  it('the operator reads one line, and the bot goes on', async () => {
    const { loopback } = harness;
    const ann = loopback.member('Ann');
    loopback.fail({ method: 'POST', path: /^\/channels\/\d+\/messages$/, status: 403 });

    await ann.say('general', `${loopback.bot.mention} ${QUESTION}`);

    expect(await settled()).toEqual([]);
    expect(harness.troubles()).toEqual(['could not send a reply']);
  });

  it('a reply that took effect though Discord said it failed is not said twice', async () => {
    const { loopback } = harness;
    loopback.fail({ method: 'POST', path: /^\/channels\/\d+\/messages$/, status: 500, after: 'effect' });

    await loopback.member('Ann').say('general', `${loopback.bot.mention} ${QUESTION}`);

    expect(await settled()).toHaveLength(1);
    expect(harness.troubles()).toEqual([]);
  });

  it('a failure of the bot’s own is owned up to', async () => {
    const ask = (): never => {
      throw new Error('the index is broken');
    };
    harness.library.engine = { ...harness.library.engine, ask };

    const answer = await (await harness.loopback.member('Ann').dm(QUESTION)).answer();

    expect(answer.content).toBe(
      'Something went wrong on my side, and I have noted it. Please try again in a moment.',
    );
    expect(harness.log.find(({ level }) => level === 50)).toMatchObject({
      msg: 'a handler failed',
      handler: 'direct message',
      err: { message: 'the index is broken' },
    });
  });
});

describe('a member who asks too much too quickly', () => {
  it('is told once how long to wait, and then not again', async () => {
    const { loopback } = harness;
    const ann = loopback.member('Ann');

    for (let i = 0; i < 13; i += 1) await ann.say('general', `${loopback.bot.mention} ${QUESTION}`);
    const replies = await settled();

    expect(replies.filter((content) => content.startsWith('> '))).toHaveLength(10);
    expect(replies.filter((content) => !content.startsWith('> '))).toEqual([
      expect.stringMatching(/^That was quick\. Please wait (29|30) seconds, then ask again\.$/),
    ]);
  });
});
