import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Importer } from '../../src/import/importer.js';
import type { Member } from '../../src/playground/member/member.js';
import type { Reply } from '../../src/playground/member/reply.js';
import type { SeenMessage } from '../../src/playground/member/seen-message.js';
import { createStore } from '../../src/store/store.js';
import { keepLog, startHarness } from '../bot/bot-harness.js';
import { type StoreBot, startStoreBot } from '../bot/store-bot.js';
import { SQLITE } from '../store/databases.js';

let bot: StoreBot;
let mo: Member;
let ann: Member;

beforeEach(async () => {
  bot = await startStoreBot();
  mo = bot.loopback.member('Mo', { moderator: true });
  ann = bot.loopback.member('Ann');
});

afterEach(() => bot.end());

const WELL = `# The well of Aldervik

By Jo Hart

The well of Aldervik is 31 metres deep. It was dug by hand in 1887.

Nobody has drunk from it since the flood.
`;

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');

const fileOf = (text: string, filename = 'well.md', contentType = 'text/markdown') => ({
  filename,
  contentType,
  data: Buffer.from(text),
});

const corpus = (subcommand: string, options: Parameters<Member['slash']>[1] = {}) =>
  mo.slash('corpus', options, { subcommand });

/** The message as it is now. */
const now = (message: SeenMessage) => mo.messages().find(({ id }) => id === message.id) ?? message;

/** The reply once it no longer changes: with buttons, or with a word of what went wrong. */
async function settled(reply: Reply): Promise<SeenMessage> {
  const message = await reply.answered();
  await expect
    .poll(() => now(message).content)
    .toMatch(/Is this the article|not added|wait to be kept|Not kept/);
  return now(message);
}

/** Adds an article and keeps it. @returns what was said to that */
async function keep(text = WELL, options: Parameters<Member['slash']>[1] = {}): Promise<SeenMessage> {
  const draft = await settled(await corpus('add', { file: fileOf(text), ...options }));
  return press(draft, 'Keep');
}

/** Presses a button that changes the message it stands under. @returns the message then */
async function press(message: SeenMessage, label: string): Promise<SeenMessage> {
  const before = now(message).content;
  await mo.press(message, label);
  return changedFrom(before, message);
}

async function changedFrom(before: string, message: SeenMessage): Promise<SeenMessage> {
  await expect.poll(() => now(message).content).not.toBe(before);
  return now(message);
}

async function ask(question: string, options: Parameters<Member['slash']>[1] = {}, member = ann) {
  return (await member.slash('ask', { question, ...options })).message?.content ?? '';
}

const list = async () => (await corpus('list')).message?.content ?? '';

describe('/corpus add', () => {
  it('shows what was understood of a file, and has it asked once it is kept', async () => {
    const draft = await settled(await corpus('add', { file: fileOf(WELL) }));
    const before = await ask('how deep is the well');
    const kept = await press(draft, 'Keep');

    expect(draft.isEphemeral).toBe(true);
    expect(draft.content).toContain('Title: **The well of Aldervik**');
    expect(draft.content).toContain('> **¶ 1** ');
    expect(before).not.toContain('31 metres');
    expect(kept.content).toMatch(/^Kept: \*\*The well of Aldervik\*\*/);
    expect(await ask('how deep is the well')).toContain(
      '> The well of Aldervik is 31 metres **deep**.\n-# Jo Hart, “The well of Aldervik”, ¶ 1 of 2',
    );
  });

  it('takes a text that is pasted into a form', async () => {
    const form = await corpus('add');
    const reply = await mo.submitModal(form, {
      Title: 'The pond of Bruvik',
      Text: 'The pond of Bruvik is 4 metres deep.',
      'Text, part 2': 'Frogs live in it.',
    });
    const draft = await settled(reply);
    await press(draft, 'Keep');

    expect(draft.content).toContain('Length: 2 paragraphs, 2 sentences');
    expect(await ask('how deep is the pond')).toContain('4 metres');
  });

  it('tells why a file is not added, and keeps nothing of it', async () => {
    const reply = await settled(
      await corpus('add', { file: { filename: 'photo.jpg', contentType: 'image/jpeg', data: JPEG } }),
    );
    expect(reply.content).toMatch(/^“photo\.jpg” is not added\. /);
    expect(reply.buttons).toEqual([]);
    expect(await list()).toContain('no articles of its own');
  });

  it('takes a page by its link, saying how far it is, and cites that link', async () => {
    const page = `<!doctype html><html lang="en"><head><title>The well of Aldervik</title></head><body><article>
      <h1>The well of Aldervik</h1><p>The well of Aldervik is 31 metres deep. It was dug by hand in 1887.</p>
      <p>Nobody has drunk from it since the flood, the village council says.</p></article></body></html>`;
    const site = createServer((request, response) => {
      if (request.url !== '/well') return void response.writeHead(404).end();
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    }).listen(0, '127.0.0.1');
    await once(site, 'listening');
    const { port } = site.address() as AddressInfo;
    const origin = `http://127.0.0.1:${port}`;
    await bot.end();
    bot = await startStoreBot({ start: { importer: new Importer({ allowedOrigins: [origin] }) } });
    mo = bot.loopback.member('Mo', { moderator: true });
    ann = bot.loopback.member('Ann');
    const reply = await corpus('add', { link: `${origin}/well` });
    const draft = await settled(reply);
    await press(draft, 'Keep');
    site.close();

    expect(reply.states.map(({ content }) => content)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Downloading “.*” …$/),
        expect.stringMatching(/^Reading “.*” …$/),
      ]),
    );
    expect(await ask('how deep is the well')).toContain(`(<${origin}/well#:~:text=`);
  });

  it('refuses addresses that are not the public web’s', async () => {
    for (const link of [
      'http://127.0.0.1:1/a',
      'http://169.254.169.254/latest/meta-data/',
      'file:///etc/passwd',
    ]) {
      const reply = await settled(await corpus('add', { link }));
      expect(reply.content).toMatch(/^“.*” is not added\. /);
    }
  });

  it('is cancelled, and nothing is kept', async () => {
    const draft = await settled(await corpus('add', { file: fileOf(WELL) }));
    const cancelled = await press(draft, 'Cancel');
    expect(cancelled).toMatchObject({ content: 'Cancelled: nothing is kept of it.', buttons: [] });
    expect(await ask('how deep is the well')).not.toContain('31 metres');
  });

  it('has details mended before it is kept, and names what cannot be', async () => {
    const draft = await settled(await corpus('add', { file: fileOf(WELL) }));
    const form = await mo.press(draft, 'Edit details');
    const wrong = await mo.submitModal(form, { Published: 'last week' });
    const again = await mo.press(now(draft), 'Edit details');
    await mo.submitModal(again, {
      Title: 'A deep well',
      Author: 'Jo Hart',
      Publisher: 'Meridian Wire',
      Published: '2031-05-02',
      Link: 'https://wire.example/well',
    });
    const mended = (await changedFrom(draft.content, draft)).content;
    await press(now(draft), 'Keep');

    expect(wrong.message?.content).toMatch(/^Nothing is changed: \*\*Published\*\* must be a date/);
    expect(mended).toContain('Title: **A deep well**');
    expect(mended).toContain('Published: 2 May 2031');
    expect(await ask('how deep is the well')).toMatch(/Meridian Wire, Jo Hart, \[“A deep well”\]/);
  });

  it('has the language put right where another one was detected', async () => {
    const draft = await settled(await corpus('add', { file: fileOf(WELL) }));
    await mo.select(draft, 'Not in English? Choose', ['German']);
    expect((await changedFrom(draft.content, draft)).content).toContain('Language: German');
  });

  it('warns of an article of the same title, and keeps both if told to', async () => {
    await keep();
    const draft = await settled(await corpus('add', { file: fileOf(WELL.replace('31', '32')) }));
    await press(draft, 'Keep');
    expect(draft.content).toContain('has an article of that title already');
    expect(bot.store.articles.of(bot.loopback.guildId).map(({ id }) => id)).toEqual([
      'the-well-of-aldervik',
      'the-well-of-aldervik-2',
    ]);
  });

  it('waits under its buttons while the database is out of reach', async () => {
    const database = await SQLITE.create();
    const store = createStore(database.url, { log: keepLog().log, retentionDays: 90 });
    await store.opened;
    const harness = await startHarness({ start: { store } });
    mo = harness.loopback.member('Mo', { moderator: true });
    const draft = await settled(await corpus('add', { file: fileOf(WELL) }));
    const restore = await database.shut();

    await mo.press(draft, 'Keep');
    await expect
      .poll(() => mo.messages().map(({ content }) => content))
      .toContainEqual(expect.stringContaining('so nothing was saved'));
    const waiting = now(draft);
    await restore();
    const kept = await press(draft, 'Keep');

    expect(waiting).toEqual(draft);
    expect(kept.content).toMatch(/^Kept: /);
    await harness.end();
    await store.close();
    await database.drop();
  });

  it('is told when the server is full, and the draft waits for room', async () => {
    await bot.end();
    bot = await startStoreBot({ articleLimits: { articles: 1, bytes: 5_000_000 } });
    mo = bot.loopback.member('Mo', { moderator: true });
    ann = bot.loopback.member('Ann');
    await keep();
    const pond = WELL.replaceAll('well', 'pond');
    const full = await keep(pond);
    await press(await (await corpus('remove', { article: 'the-well-of-aldervik' })).answered(), 'Remove');
    const kept = await press(full, 'Keep');

    expect(full.content).toMatch(/^Not kept: this server has an article of its own, and that is the most/);
    expect(kept.content).toMatch(/^Kept: /);
    expect(await ask('how deep is the pond')).toContain('31 metres');
  });

  it('is for those who manage the server', async () => {
    await expect(ann.slash('corpus', {}, { subcommand: 'list' })).rejects.toThrow('permission');
  });

  it('takes a file or a link, not both', async () => {
    const reply = await corpus('add', { file: fileOf(WELL), link: 'https://wire.example/well' });
    expect(reply.message?.content).toMatch(/^Give me a file or a link, not both/);
  });
});

it('two articles that disagree are both quoted', async () => {
  await keep();
  await keep(WELL.replace('# The well of Aldervik', '# A second look').replace('31 metres', '32 metres'));
  const answer = await ask('how deep is the well of aldervik');
  expect(answer).toContain('31 metres');
  expect(answer).toContain('\nAnother article says:\n');
  expect(answer).toContain('32 metres');
});

describe('a server’s own article', () => {
  it('is no other server’s, and not asked in direct messages', async () => {
    await keep();
    const dm = await ann.dm('how deep is the well of Aldervik?');
    expect((await dm.answer()).content).not.toContain('31 metres');
  });

  it('is replaced by another version, and buttons under old answers say so', async () => {
    await keep();
    const answer = await ann.slash('ask', { question: 'how deep is the well' });
    const draft = await settled(
      await corpus('replace', {
        article: 'the-well-of-aldervik',
        file: fileOf(WELL.replace('31 metres', '32 metres')),
      }),
    );
    await press(draft, 'Keep');
    const context = await ann.press(await answer.answered(), 'Context');

    expect(draft.content).toContain('It takes the place of “The well of Aldervik”.');
    expect(await ask('how deep is the well')).toContain('32 metres');
    expect(context.message?.content).toMatch(/^The article has changed since then/);
  });

  it('is removed after a question, and comes back when that is undone', async () => {
    await keep();
    const asked = await (await corpus('remove', { article: 'the-well-of-aldervik' })).answered();
    const before = await ask('how deep is the well');
    const removed = await press(asked, 'Remove');
    const without = await ask('how deep is the well');
    const undone = await press(removed, 'Undo');

    expect(asked.content).toMatch(/^Remove \*\*The well of Aldervik\*\*\? /);
    expect(before).toContain('31 metres');
    expect(without).not.toContain('31 metres');
    expect(undone.content).toBe('Undone: **The well of Aldervik** is back, as it was.');
    expect(await ask('how deep is the well')).toContain('31 metres');
  });

  it('is listed beside the operator’s, which cannot be changed here', async () => {
    await keep();
    const listed = await list();
    const refused = await corpus('remove', { article: 'moon-base' });

    expect(listed).toMatch(/^This server has 1 of at most 500 articles of its own, 1 kB of 5 MB\./);
    expect(listed).toMatch(/\*\*The well of Aldervik\*\*\n-# 1 kB, added <t:\d+:R>/);
    expect(listed).toMatch(/\*\*Agency picks crew for moon base\*\*\n-# shared by whoever runs me/);
    expect(refused.message?.content).toMatch(/^That article is shared by whoever runs me/);
  });

  it('is shown with what is known of it', async () => {
    await keep();
    const shown = (await corpus('show', { article: 'the-well-of-aldervik' })).message?.content;
    expect(shown).toContain('Title: The well of Aldervik');
    expect(shown).toContain('`/article` shows its outline');
  });

  it('is offered by autocomplete, where it can be changed alone', async () => {
    await keep();
    const offered = async (subcommand: string) =>
      (await mo.autocomplete('corpus', 'article', '', { subcommand })).choices?.map(({ name }) => name);
    expect(await offered('remove')).toEqual(['The well of Aldervik']);
    expect(await offered('show')).toEqual(['Agency picks crew for moon base', 'The well of Aldervik']);
    expect(await offered('default')).toEqual([
      'All articles',
      'Agency picks crew for moon base',
      'The well of Aldervik',
    ]);
  });
});

describe('/corpus default', () => {
  const QUESTION = 'Who leads the crew?';

  it('has one article asked where nobody names one, until all are again', async () => {
    const kept = await keep();
    const before = await ask(QUESTION);
    const set = await press(kept, 'Make it the default');
    const alone = await ask(QUESTION);
    const named = await ask(QUESTION, { article: 'moon-base' });
    await corpus('default');

    expect(before).toContain('Ines Okafor');
    expect(set.content).toContain('“The well of Aldervik” is asked');
    expect(alone).toMatch(/^“The well of Aldervik” does not say\./);
    expect(named).toContain('Ines Okafor');
    expect(await ask(QUESTION)).toContain('Ines Okafor');
  });

  it('is another one in a channel that has its own', async () => {
    await keep();
    await corpus('default', { article: 'moon-base' });
    const channel = 'general';
    const set = await corpus('default', { article: 'the-well-of-aldervik', channel });
    const there = await ask(QUESTION);
    await corpus('default', { article: '*', channel });

    expect(set.message?.content).toContain(`In <#${mo.channelId(channel)}>: “The well of Aldervik”.`);
    expect(there).toMatch(/does not say/);
    expect(await ask('how deep is the well')).toContain('31 metres');
    await corpus('default', { channel });
    expect(await ask('how deep is the well')).not.toContain('31 metres');
  });
});

it('/corpus log tells who did what and when', async () => {
  const kept = await keep();
  await press(kept, 'Make it the default');
  const asked = await (await corpus('remove', { article: 'the-well-of-aldervik' })).answered();
  await press(await press(asked, 'Remove'), 'Undo');
  const log = (await corpus('log')).message?.content ?? '';

  const who = `<@${mo.userId}>`;
  expect(
    log
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/^<t:\d+:f> /, '')),
  ).toEqual([
    `${who} restored “The well of Aldervik”`,
    `${who} removed “The well of Aldervik”`,
    `${who} made the default “The well of Aldervik”`,
    `${who} added “The well of Aldervik”`,
  ]);
});
