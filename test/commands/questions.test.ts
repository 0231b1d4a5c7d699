import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '../../src/playground/member/member.js';
import type { SeenMessage } from '../../src/playground/member/seen-message.js';
import type { AskedQuestion } from '../../src/store/asked-question.js';
import { createQuestionId } from '../../src/store/question-id.js';
import { type StoreBot, startStoreBot } from '../bot/store-bot.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let bot: StoreBot;
let mo: Member;

beforeEach(async () => {
  bot = await startStoreBot();
  mo = bot.loopback.member('Mo', { moderator: true });
});

afterEach(async () => {
  await bot.end();
  expect(bot.troubles()).toEqual([]);
});

/** Notes a question as asked in the server some time ago. */
function note(text: string, changes: Partial<AskedQuestion> = {}, msAgo = HOUR): AskedQuestion {
  const at = Date.now() - msAgo;
  const question: AskedQuestion = {
    id: createQuestionId(at),
    at,
    guildId: bot.loopback.guildId,
    channelId: '11',
    articleId: 'moon-base',
    text,
    language: 'en',
    answered: true,
    paragraph: 3,
    confidence: 0.75,
    source: 'slash',
    askerId: '701',
    ...changes,
  };
  bot.store.questions.add(question);
  return question;
}

const unanswered = { answered: false, paragraph: null, confidence: 0.2 } as const;

async function questions(values: Record<string, string> = {}): Promise<SeenMessage> {
  return (await mo.slash('questions', values)).answered();
}

async function press(message: SeenMessage, label: string): Promise<SeenMessage> {
  const reply = await mo.press(message, label);
  if (reply.kind === 'deferred-update') await reply.nextEdit();
  const now = mo.messages().find(({ id }) => id === message.id);
  if (!now) throw new Error('the message is gone');
  return now;
}

describe('/questions', () => {
  it('shows the moderator alone what was asked, answered and found helpful, with a chart', async () => {
    const voted = note('When does the crew lift off?');
    note('when does the crew lift off', { askerId: '702' }, HOUR - 1_000);
    note('At what date do they lift off?', { askerId: '702' });
    note('How much is the castle?', unanswered);
    await bot.store.questions.flush();
    await bot.store.votes.cast({ questionId: voted.id, voterId: '702', helpful: true });

    const shown = await questions();

    expect(shown.isEphemeral).toBe(true);
    expect(shown.content.split('\n')).toEqual([
      '**Questions, the last 7 days**',
      '',
      '**4 questions** by 2 members',
      '**75 %** answered: 3, and 1 not',
      '**100 %** of 1 vote say that it helped',
      '',
      '**Most asked**',
      '1. “when does the crew lift off”',
      '-# asked 3 times, in 2 wordings',
      '2. “How much is the castle?”',
      '-# asked once',
      '',
      '**Not answered**',
      '1. “How much is the castle?”',
      '-# asked once',
    ]);
    const [chart] = shown.attachments;
    expect(chart).toMatchObject({ filename: 'questions.png', contentType: 'image/png' });
    expect(chart?.description).toMatch(/^Questions each day, answered and not answered\. .*: 3 and 1\.$/);
  });

  it('compares with the same time before', async () => {
    note('When does the crew lift off?');
    note('How much is the castle?', unanswered, 8 * DAY);

    const { content } = await questions();

    expect(content).toContain('**1 question** by 1 member (as before)');
    expect(content).toContain('**100 %** answered: 1, and 0 not (▲ 100 points)');
  });

  it('says so where nothing was asked, without a chart', async () => {
    const shown = await questions({ period: 'month' });

    expect(shown.content).toBe('**Questions, the last 30 days**\n\nNothing was asked.');
    expect(shown.attachments).toEqual([]);
  });

  it('counts what was asked a moment ago, and nothing of other servers or direct messages', async () => {
    await bot.loopback.member('Ann').slash('ask', { question: 'When does the crew lift off?' });
    await (await bot.loopback.member('Ann').dm('When does the crew lift off?')).answer();
    note('Who are they?', { guildId: '99' });

    expect((await questions()).content).toContain('**1 question** by 1 member');
  });

  it('is about one article if told so', async () => {
    note('When does the crew lift off?');
    note('Who wrote it?', { articleId: 'other' });

    expect((await questions({ article: 'moon-base' })).content).toContain('**1 question** by 1 member');
    expect((await questions({ article: 'nonsense' })).content).toContain('I have no article called');
  });

  it('lists what went without an answer, and teaches the answer from there', async () => {
    for (let i = 0; i < 12; i++)
      note(`Is there ${['beer', 'wine', 'jazz', 'golf'][i % 4]} number ${i}?`, unanswered);
    note('Is there beer?', unanswered);

    const first = await press(await questions(), 'Not answered');
    expect(first.attachments).toEqual([]);
    expect(first.selects[0]?.placeholder).toBe('Teach the answer to one of these');
    const beer = first.selects[0]?.options.find(({ label }) => label.includes('beer'));
    const form = await mo.select(first, 'Teach the answer to one of these', [beer?.value ?? '']);
    const paragraph = form.modal?.components
      .flatMap((row) => (row.type === 18 && row.component.type === 3 ? row.component.options : []))
      .find(({ label }) => label.startsWith('¶ 4'));
    const taught = await mo.submitModal(form, { 'What answers it': [paragraph?.label ?? ''] });

    expect(taught.message?.content).toMatch(/^Taught\./);
    expect(bot.store.lessons.of(bot.loopback.guildId)).toHaveLength(1);
  });

  it('pages through long lists, and back to the overview with its chart', async () => {
    const nouns = [
      'castle',
      'zebra',
      'tuba',
      'waffle',
      'piano',
      'glacier',
      'monk',
      'kiwi',
      'sofa',
      'drum',
      'lemur',
      'yacht',
    ];
    for (const noun of nouns) note(`${noun}?`, unanswered);

    const first = await press(await questions(), 'Not answered');
    const second = await press(first, 'Next ▶');
    const overview = await press(second, 'Overview');

    expect(first.content).toContain('Not answered, page 1 of 2');
    expect(second.content.split('\n').filter((line) => /^\d+\. /.test(line))).toHaveLength(2);
    expect(second.content).toContain('11. “');
    expect(overview.attachments.map(({ filename }) => filename)).toEqual(['questions.png']);
  });

  it('shows which paragraphs were quoted, and which never', async () => {
    note('When does the crew lift off?');
    note('When is lift-off?');
    note('Who leads?', { paragraph: 2 });

    expect((await press(await questions(), 'Passages')).content).toBe(
      '**Questions, the last 7 days**\nPassages\n\n**Quoted most**\n- ¶ 3: 2 times\n- ¶ 2: once\n\n**Never quoted**\n- ¶ 1, ¶ 4, ¶ 5, ¶ 6',
    );
  });

  it('shows what members said they were looking for', async () => {
    const question = note('When does the crew lift off?');
    await bot.store.questions.flush();
    await bot.store.votes.comment(question.id, '702', 'the *hour*');

    expect((await press(await questions(), 'After 👎')).content).toContain(
      '“the \\*hour\\*”\n-# asked: When does the crew lift off?',
    );
  });

  it('exports the questions as CSV and JSON, without who asked, and without formulas', async () => {
    note('=HYPERLINK("https://evil.example")', unanswered);
    note('When, "exactly", does\nthe crew lift off?');

    const reply = await mo.press(await questions(), 'Export');
    const sent = await reply.answered();
    const [csv, json] = await Promise.all(sent.attachments.map(async ({ url }) => (await fetch(url)).text()));
    const rows = JSON.parse(json ?? '') as Record<string, unknown>[];

    expect(sent.isEphemeral).toBe(true);
    expect(sent.attachments.map(({ filename }) => filename)).toEqual([
      'pincite-questions.csv',
      'pincite-questions.json',
    ]);
    expect(rows).toHaveLength(2);
    expect(rows.map(({ answered, paragraph }) => [answered, paragraph])).toContainEqual([true, 3]);
    expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(`${csv}${json}`).not.toContain('701');
  });

  it('is for moderators, in servers', async () => {
    const inDm = await mo.slash('questions', {}, { channel: 'dm' });

    expect(inDm.message?.content).toContain('That works in a server only');
    await expect(bot.loopback.member('Ann').slash('questions')).rejects.toThrow('permission');
  });
});
