import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '../../src/playground/member/member.js';
import type { SeenMessage } from '../../src/playground/member/seen-message.js';
import { type StoreBot, startStoreBot } from './store-bot.js';

const QUESTION = 'How much is the castle?';

let bot: StoreBot;
let mo: Member;
let ann: Member;

beforeEach(async () => {
  bot = await startStoreBot();
  mo = bot.loopback.member('Mo', { moderator: true });
  ann = bot.loopback.member('Ann');
});

afterEach(() => bot.end());

function setChannel(channel: string | undefined) {
  return mo.slash('settings', channel === undefined ? {} : { channel }, { subcommand: 'moderators' });
}

async function ask(member = ann, question = QUESTION): Promise<SeenMessage> {
  return (await member.slash('ask', { question })).answered();
}

/** Ann hands her question over. */
async function handOver(): Promise<{ told: SeenMessage; posted: SeenMessage }> {
  await setChannel('mods');
  const notSaid = await ask();
  const pressed = await ann.press(notSaid, 'Ask a moderator');
  const told = await pressed.answered();
  const posted = mo.messages('mods').at(-1);
  if (!posted) throw new Error('nothing was posted');
  return { told, posted };
}

function now(message: SeenMessage, channel = 'mods'): SeenMessage | undefined {
  return mo.messages(channel).find(({ id }) => id === message.id);
}

/** What the bot last told Ann where only she sees it, or in her direct messages. */
const lastToAnn = (channel: string) => ann.messages(channel).at(-1);

describe('“Ask a moderator”', () => {
  it('is offered where the article does not say, once moderators have said where', async () => {
    const before = await ask();
    await setChannel('mods');
    const after = await ask();
    const answered = await ask(ann, 'When does the crew lift off?');
    const inDm = await (await ann.dm(QUESTION)).answer();
    await setChannel(undefined);
    const off = await ask();

    const offers = [before, after, answered, inDm, off].map(({ buttons }) =>
      buttons.some(({ label }) => label === 'Ask a moderator'),
    );
    expect(offers).toEqual([false, true, false, false, false]);
  });

  it('posts the question with the closest passage where moderators read', async () => {
    const { told, posted } = await handOver();

    expect([told.isEphemeral, told.content]).toEqual([
      true,
      'The moderators have your question. You hear back from me privately: here, or by direct message.',
    ]);
    expect(posted.content).toMatch(
      /^\*\*A member asks\*\* in <#\d+>, and I found no answer:\n> How much is the castle\?\nThe closest passage, which may not answer it:\n> .*\n-# .*¶ \d of 6/,
    );
    expect(posted.content).not.toContain(ann.userId);
    expect(posted.mentions).toEqual([]);
    expect(posted.buttons.map(({ label }) => label)).toEqual(['Teach', 'Answer', 'Dismiss']);
  });

  it('hands a question over once, however often it is pressed', async () => {
    await setChannel('mods');
    const notSaid = await ask();
    const presses = await Promise.all([1, 2, 3].map(() => ann.press(notSaid, 'Ask a moderator')));
    const told = await Promise.all(presses.map((press) => press.answered()));

    expect(
      told.filter(({ content }) => content.startsWith('The moderators have your question')),
    ).toHaveLength(1);
    expect(told.filter(({ content }) => content.includes('handed over once'))).toHaveLength(2);
    expect(mo.messages('mods')).toHaveLength(1);
  });

  it('is for who asked', async () => {
    await setChannel('mods');
    const pressed = await bot.loopback.member('Bob').press(await ask(), 'Ask a moderator');

    expect(pressed.message?.content).toContain('Only who asked');
    expect(mo.messages('mods')).toEqual([]);
  });

  it('says so when the bot may no longer write there, and can be pressed again later', async () => {
    await setChannel('mods');
    const notSaid = await ask();
    const fault = bot.loopback.fail({
      method: 'POST',
      path: /\/channels\/\d+\/messages$/,
      status: 403,
      times: 1,
    });
    const refused = await (await ann.press(notSaid, 'Ask a moderator')).answered();
    const taken = await (await ann.press(notSaid, 'Ask a moderator')).answered();

    expect(fault.hits).toBe(1);
    expect(refused.content).toContain('I could not get your question to the moderators');
    expect(taken.content).toContain('The moderators have your question');
    expect(bot.troubles()).toEqual(['cannot write in the moderators’ channel']);
  });
});

describe('a moderator', () => {
  it('answers in their own words, which reach who asked marked as theirs', async () => {
    const { posted } = await handOver();
    const form = await mo.press(posted, 'Answer');
    await mo.submitModal(form, { 'Your answer': 'It is *not* for sale.\n@everyone knows' });

    await expect.poll(() => lastToAnn('general')?.content).toContain('A moderator answers');
    const answer = lastToAnn('general');
    expect([answer?.isEphemeral, answer?.content]).toEqual([
      true,
      [
        'You asked: “How much is the castle?”',
        '**A moderator answers:**',
        '> It is \\*not\\* for sale.',
        '> \\@everyone knows',
        '-# Their own words, not the article’s.',
      ].join('\n'),
    ]);
    await expect.poll(() => now(posted)?.content).toContain(`-# Answered by <@${mo.userId}>.`);
    expect(now(posted)?.buttons).toEqual([]);
  });

  it.each(['Answer', 'Dismiss'])('reads that it is done after who asked has heard: %s', async (button) => {
    const { posted } = await handOver();
    const written: string[] = [];
    bot.loopback.events.on('message', ({ message }) => written.push(message.api.content));
    const pressed = await mo.press(posted, button);
    if (pressed.modal) await mo.submitModal(pressed, { 'Your answer': 'Not for sale.' });

    await expect.poll(() => written.filter((text) => /You asked|ed by <@/.test(text))).toHaveLength(2);
    expect(written.at(-1)).toMatch(/(Answered|Dismissed) by/);
  });

  it('reaches who asked by direct message once the interaction is void', async () => {
    const { posted } = await handOver();
    bot.loopback.fail({ method: 'POST', path: /^\/webhooks\//, status: 404, times: 1 });
    await mo.submitModal(await mo.press(posted, 'Answer'), { 'Your answer': 'Not for sale.' });

    await expect.poll(() => lastToAnn('dm')?.content ?? '').toContain('> Not for sale.');
  });

  it('is told, with their words, when who asked cannot be reached', async () => {
    await setChannel('mods');
    const shut = bot.loopback.member('Shy', { closedDms: true });
    await (await shut.press(await ask(shut), 'Ask a moderator')).answered();
    const [posted] = mo.messages('mods');
    bot.loopback.fail({ method: 'POST', path: /^\/webhooks\//, status: 404, times: 1 });
    const form = await mo.press(posted ?? { id: '' }, 'Answer');
    const sent = await mo.submitModal(form, { 'Your answer': 'Not for sale.' });

    const told = await sent.followUp();
    expect(told.isEphemeral).toBe(true);
    expect(told.content).toContain('I cannot reach who asked');
    expect(told.content).toContain('Not for sale.');
  });

  it('teaches the answer, and who asked hears it', async () => {
    const { posted } = await handOver();
    const form = await mo.press(posted, 'Teach');
    const entry = form.modal?.components
      .flatMap((row) => (row.type === 18 && row.component.type === 3 ? row.component.options : []))
      .find(({ label }) => label.startsWith('¶ 5'));
    await mo.submitModal(form, { 'What answers it': [entry?.label ?? ''] });

    await expect.poll(() => now(posted)?.content).toContain('-# Taught by');
    expect(lastToAnn('general')?.content).toMatch(
      /^You asked: “How much is the castle\?”\n\*\*A moderator has pointed to this:\*\*\n> .*\n-# .*¶ 5/,
    );
    expect((await ask()).content).toContain('Taught by a moderator.');
  });

  it('dismisses it, and who asked hears that too', async () => {
    const { posted } = await handOver();
    await mo.press(posted, 'Dismiss');

    await expect.poll(() => lastToAnn('general')?.content).toContain('leave it unanswered');
    await expect.poll(() => now(posted)?.content).toContain('-# Dismissed by');
  });

  it('settles a question once', async () => {
    const { posted } = await handOver();
    const form = await mo.press(posted, 'Answer');
    await mo.press(posted, 'Dismiss');
    const late = await mo.submitModal(form, { 'Your answer': 'Not for sale.' });

    expect(late.message?.content).toContain('was settled before');
    expect(
      ann
        .messages('general')
        .map(({ content }) => content)
        .join(),
    ).not.toContain('Not for sale.');
  });

  it('is who may settle it: a member who sees the channel may not', async () => {
    await setChannel('general');
    await (await ann.press(await ask(), 'Ask a moderator')).answered();
    const posted = ann.messages('general').find(({ content }) => content.includes('A member asks'));
    const replies = [];
    for (const button of ['Teach', 'Answer', 'Dismiss']) {
      replies.push((await ann.press(posted ?? { id: '' }, button)).message?.content);
    }

    expect(replies).toEqual(
      Array(3).fill('That is for those who have the permission *Manage Messages* in this server.'),
    );
  });
});
