import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine.js';
import type { Member } from '../../src/playground/member/member.js';
import type { Reply } from '../../src/playground/member/reply.js';
import { editedMoonBase, moonBase, rain } from './moon-base.js';
import { type StoreBot, startStoreBot } from './store-bot.js';

const QUESTION = 'Is there beer?';

let bot: StoreBot;
let mo: Member;
let ann: Member;

beforeEach(async () => {
  bot = await startStoreBot();
  mo = bot.loopback.member('Mo', { moderator: true });
  ann = bot.loopback.member('Ann');
});

afterEach(() => bot.end());

async function ask(question: string, member = ann): Promise<string | undefined> {
  return (await member.slash('ask', { question })).message?.content;
}

/** Sends the form of *Teach* with the entry that begins like this. */
function teach(form: Reply, entry: string, question?: string): Promise<Reply> {
  const labels = form.modal?.components.flatMap((row) =>
    row.type === 18 && row.component.type === 3 ? row.component.options.map(({ label }) => label) : [],
  );
  const chosen = labels?.find((label) => label.startsWith(entry)) ?? entry;
  return mo.submitModal(form, {
    'What answers it': [chosen],
    ...(question === undefined ? {} : { 'Question, as members may ask it': question }),
  });
}

describe('/teach add', () => {
  it('has a question and its rewordings answered with the chosen paragraph', async () => {
    const form = await mo.slash('teach', { question: QUESTION }, { subcommand: 'add' });
    const taught = await teach(form, '¶ 4');

    expect(taught.isEphemeral).toBe(true);
    expect(taught.message?.content).toMatch(/^Taught\. “Is there beer\?”.*\n> .*\n-# .*¶ 4 of 6/);
    expect(await ask('is there any beer')).toMatch(/^> .*\n-# .*¶ 4 of 6.*\n-# Taught by a moderator\.$/);
  });

  it('has a question declined that the article does not answer', async () => {
    const question = 'When does the crew lift off?';
    const before = await ask(question);
    await teach(await mo.slash('teach', { question }, { subcommand: 'add' }), 'The article does not say');

    expect(before).toContain('June 14');
    expect(await ask(question)).toBe('The article does not say. A moderator has looked.');
  });

  it('takes the question as the moderator has put it in the form', async () => {
    const form = await mo.slash('teach', { question: 'beer pls' }, { subcommand: 'add' });
    await teach(form, '¶ 4', QUESTION);

    expect(bot.store.lessons.of(bot.loopback.guildId).map(({ question }) => question)).toEqual([QUESTION]);
  });

  it('can be undone, and the question is answered as before', async () => {
    const taught = await teach(await mo.slash('teach', { question: QUESTION }, { subcommand: 'add' }), '¶ 4');
    const message = await taught.answered();
    await mo.press(message, 'Undo');

    expect(mo.messages().find(({ id }) => id === message.id)?.content).toBe(
      'Undone: I have forgotten that again.',
    );
    expect(await ask(QUESTION)).toContain('does not say');
  });

  it('says that the article has changed when it does while the form is open', async () => {
    const form = await mo.slash('teach', { question: QUESTION }, { subcommand: 'add' });
    bot.library.engine = createEngine([editedMoonBase()]);

    expect((await teach(form, '¶ 4')).message?.content).toContain('The article has changed since then.');
  });

  it('offers the paragraphs of every article with its title where there are several', async () => {
    bot.library.engine = createEngine([moonBase(), rain()]);
    const form = await mo.slash('teach', { question: 'Who wanted water?' }, { subcommand: 'add' });
    const [field] =
      form.modal?.components.flatMap((row) => (row.type === 18 ? [row.component] : [])).slice(1) ?? [];
    const options = field?.type === 3 ? field.options : [];

    expect(options).toHaveLength(9);
    expect(options.at(-1)).toMatchObject({
      label: expect.stringMatching(/^¶ 2 {2}Farmers in Aldervik/),
      description: 'Rain returns to the northern valleys',
    });
  });
});

describe('Teach the answer', () => {
  it('teaches what a member has asked in the channel', async () => {
    const { message } = await ann.say('general', 'guys is there beer up there');
    const form = await mo.contextMenu('Teach the answer', message);
    await teach(form, '¶ 4');

    expect(await ask('is there beer up there')).toContain('Taught by a moderator.');
  });

  it('teaches the question behind an answer of the bot', async () => {
    const answer = await (await ann.slash('ask', { question: 'When does the crew lift off?' })).answered();
    await bot.store.questions.flush();
    await teach(await mo.contextMenu('Teach the answer', answer), '¶ 2');

    expect(await ask('When does the crew lift off?')).toContain('¶ 2 of 6');
  });

  it('says so when there is no question in the message, and when it cannot tell which one was answered', async () => {
    const { message } = await ann.say('general', '<@1>');
    await ann.say('general', `${bot.loopback.bot.mention} hello`);
    const greeting = await ann.nextMessage('general', { after: message });

    const [none, unknown] = [
      await mo.contextMenu('Teach the answer', message),
      await mo.contextMenu('Teach the answer', greeting),
    ];

    expect(none.message?.content).toBe('There is no question in that.');
    expect(unknown.message?.content).toContain('I cannot tell which question that answers.');
  });

  it('is for moderators, in servers', async () => {
    const inDm = await mo.slash('teach', {}, { subcommand: 'list', channel: 'dm' });

    expect(inDm.message?.content).toContain('That works in a server only');
    await expect(ann.slash('teach', {}, { subcommand: 'list' })).rejects.toThrow('permission');
  });
});

describe('/teach list', () => {
  it('shows what was taught, newest first, and forgets what is chosen', async () => {
    for (const [question, entry] of [
      [QUESTION, '¶ 4'],
      ['Is there wine?', 'The article does not say'],
    ] as const) {
      await teach(await mo.slash('teach', { question }, { subcommand: 'add' }), entry);
    }

    const list = await (await mo.slash('teach', {}, { subcommand: 'list' })).answered();
    await mo.select(list, 'Forget one of these', ['2. Is there beer?']);

    expect(list.content).toBe(
      [
        '**2 questions taught in this server**',
        '1. “Is there wine?”',
        '-# not in “Agency picks crew for moon base”',
        '2. “Is there beer?”',
        '-# ¶ 4 of “Agency picks crew for moon base”',
      ].join('\n'),
    );
    expect(mo.messages().find(({ id }) => id === list.id)?.content).toContain('**One question taught');
    expect(bot.store.lessons.of(bot.loopback.guildId).map(({ question }) => question)).toEqual([
      'Is there wine?',
    ]);
  });

  it('says which lessons are no longer in force', async () => {
    await teach(await mo.slash('teach', { question: QUESTION }, { subcommand: 'add' }), '¶ 4');
    bot.library.engine = createEngine([editedMoonBase()]);

    const list = await mo.slash('teach', {}, { subcommand: 'list' });

    expect(list.message?.content).toContain('as it was before it changed: not in force');
  });

  it('says how to teach where nothing is taught', async () => {
    const list = await mo.slash('teach', {}, { subcommand: 'list' });

    expect(list.message?.content).toContain('`/teach add`');
  });
});

describe('/teach remove', () => {
  it('completes the question while it is typed, slips included, and forgets it', async () => {
    await teach(await mo.slash('teach', { question: QUESTION }, { subcommand: 'add' }), '¶ 4');
    const offered = await mo.autocomplete('teach', 'lesson', 'bere', { subcommand: 'remove' });
    const [choice] = offered.choices ?? [];

    expect(choice?.name).toBe(QUESTION);
    const removed = await mo.slash('teach', { lesson: String(choice?.value) }, { subcommand: 'remove' });
    expect(removed.message?.content).toBe('Forgotten: “Is there beer?”.');
    expect(bot.store.lessons.of(bot.loopback.guildId)).toEqual([]);
  });
});

describe('/teach export', () => {
  it('sends what was taught as it stands in an article’s front matter', async () => {
    await teach(await mo.slash('teach', { question: QUESTION }, { subcommand: 'add' }), '¶ 4');
    const reply = await (await mo.slash('teach', {}, { subcommand: 'export' })).answered();
    const [file] = reply.attachments;

    expect(file?.filename).toBe('moon-base.taught.yaml');
    expect(await (await fetch(file?.url ?? '')).text()).toBe(
      'taught:\n  - paragraph: 4\n    questions:\n      - Is there beer?\n',
    );
  });
});
