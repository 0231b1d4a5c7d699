import { ButtonStyle, ComponentType, MessageFlags, REST, Routes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Loopback, startLoopback } from '../../src/playground/loopback.js';

let loopback: Loopback;
let rest: REST;
let channelId: string;

beforeAll(async () => {
  loopback = await startLoopback();
  rest = new REST({ api: loopback.apiUrl, version: '10', retries: 0 }).setToken(loopback.token);
  const channels = (await rest.get(Routes.guildChannels(loopback.guildId))) as { id: string; name: string }[];
  channelId = channels.find(({ name }) => name === 'general')?.id ?? '';
});

afterAll(() => loopback.close());

function send(body: object): Promise<unknown> {
  return rest.post(Routes.channelMessages(channelId), { body });
}

function button(index: number, more: object = {}): object {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Primary,
    label: 'b',
    custom_id: `b${index}`,
    ...more,
  };
}

function row(...components: object[]): object {
  return { type: ComponentType.ActionRow, components };
}

function list<Item>(length: number, make: (index: number) => Item): Item[] {
  return Array.from({ length }, (_, index) => make(index));
}

const EMBED_OF_6000 = [
  { description: 'x'.repeat(3000), title: 't'.repeat(250) },
  { description: 'y'.repeat(2750) },
];

describe('what is just within a limit is accepted', () => {
  test.each<[string, object]>([
    ['2,000 characters', { content: 'x'.repeat(2000) }],
    ['2,000 emoji, each of which is one character', { content: '🚀'.repeat(2000) }],
    ['embeds of 6,000 characters in all', { embeds: EMBED_OF_6000 }],
    [
      '5 rows of 5 buttons',
      { content: 'x', components: list(5, (r) => row(...list(5, (b) => button(5 * r + b)))) },
    ],
    [
      'a custom id of 100 characters',
      { content: 'x', components: [row(button(0, { custom_id: 'c'.repeat(100) }))] },
    ],
    [
      'a menu of 25 options',
      {
        content: 'x',
        components: [
          row({
            type: ComponentType.StringSelect,
            custom_id: 'm',
            options: list(25, (i) => ({ label: `${i}`, value: `${i}` })),
          }),
        ],
      },
    ],
    [
      'a text component in the newer layout',
      { flags: MessageFlags.IsComponentsV2, components: [{ type: ComponentType.TextDisplay, content: 'x' }] },
    ],
  ])('%s', async (_name, body) => {
    await expect(send(body)).resolves.toMatchObject({ channel_id: channelId });
  });
});

describe('what is beyond a limit is refused where the fault is', () => {
  test.each<[string, object, string]>([
    [
      '2,001 characters',
      { content: 'x'.repeat(2001) },
      'content[BASE_TYPE_MAX_LENGTH]: Must be 2000 or fewer in length.',
    ],
    [
      '11 embeds',
      { embeds: list(11, () => ({ title: 't' })) },
      'embeds[BASE_TYPE_MAX_LENGTH]: Must be 10 or fewer in length.',
    ],
    [
      'a description of 4,097 characters',
      { embeds: [{ description: 'x'.repeat(4097) }] },
      'embeds[0].description[BASE_TYPE_MAX_LENGTH]: Must be 4096 or fewer in length.',
    ],
    [
      'embeds of 6,001 characters in all',
      { embeds: [...EMBED_OF_6000, { title: 't' }] },
      'embeds[MAX_EMBED_SIZE_EXCEEDED]: Embed size exceeds maximum size of 6000',
    ],
    [
      '6 buttons in a row',
      { content: 'x', components: [row(...list(6, (b) => button(b)))] },
      'components[0].components[BASE_TYPE_MAX_LENGTH]: Must be 5 or fewer in length.',
    ],
    [
      '6 rows',
      { content: 'x', components: list(6, (r) => row(button(r))) },
      'components[BASE_TYPE_MAX_LENGTH]: Must be 5 or fewer in length.',
    ],
    [
      'a row of nothing',
      { content: 'x', components: [row()] },
      'components[0].components[BASE_TYPE_MIN_LENGTH]: Must be 1 or more in length.',
    ],
    [
      'a custom id of 101 characters',
      { content: 'x', components: [row(button(0, { custom_id: 'c'.repeat(101) }))] },
      'components[0].components[0].custom_id[BASE_TYPE_MAX_LENGTH]: Must be 100 or fewer in length.',
    ],
    [
      'a button’s label of 81 characters',
      { content: 'x', components: [row(button(0, { label: 'l'.repeat(81) }))] },
      'components[0].components[0].label[BASE_TYPE_MAX_LENGTH]: Must be 80 or fewer in length.',
    ],
    [
      'the same custom id twice',
      { content: 'x', components: [row(button(0), button(0))] },
      'components[COMPONENT_CUSTOM_ID_DUPLICATED]: Component custom id cannot be duplicated',
    ],
    [
      'a link without an address',
      { content: 'x', components: [row({ type: 2, style: ButtonStyle.Link, label: 'l' })] },
      'components[0].components[0].url[BASE_TYPE_REQUIRED]: A url is required',
    ],
    [
      'a nonsensical address',
      { embeds: [{ title: 't', url: 'not an address' }] },
      'embeds[0].url[URL_TYPE_INVALID_URL]: Not a well formed URL.',
    ],
    [
      'a reply to a message that is not there',
      { content: 'x', message_reference: { message_id: '1' } },
      'message_reference[MESSAGE_REFERENCE_UNKNOWN_MESSAGE]: Unknown message',
    ],
    [
      'content beside the newer layout',
      { content: 'x', flags: MessageFlags.IsComponentsV2, components: [{ type: 10, content: 'y' }] },
      'content[MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2]',
    ],
  ])('%s', async (_name, body, fault) => {
    const refusedBefore = loopback.refused.length;
    await expect(send(body)).rejects.toMatchObject({ code: 50035, status: 400 });
    await expect(send(body)).rejects.toThrow(`Invalid Form Body\n${fault}`);
    expect(loopback.refused).toHaveLength(refusedBefore + 2);
  });

  test.each<[string, object]>([
    ['nothing', {}],
    ['white space', { content: ' \n ' }],
    ['buttons alone', { components: [row(button(0))] }],
  ])('a message of %s is empty', async (_name, body) => {
    await expect(send(body)).rejects.toMatchObject({ code: 50006, status: 400 });
  });
});

test('a nonce that must be unique makes a repeated request one message', async () => {
  const body = { content: 'once', nonce: 'abc', enforce_nonce: true };
  const first = await send(body);
  expect(await send(body)).toEqual(first);
});

test('messages that do not concern the bot are blank when it fetches them too', async () => {
  const said = await loopback.member('Ann').say('general', 'not for the bot');
  const fetched = await rest.get(Routes.channelMessage(channelId, said.message.id));
  expect(fetched).toMatchObject({ id: said.message.id, content: '' });
});

test.each([
  ['with no rule', undefined, true, true],
  ['with an empty rule', { parse: [] }, false, false],
  ['with a rule for users', { parse: ['users'] }, true, false],
])('a message %s pings whom it mentions, as Discord would', async (_name, rule, user, everyone) => {
  const ann = loopback.member('Ann');
  const content = `${ann.mention} @everyone`;
  await send({ content, ...(rule ? { allowed_mentions: rule } : {}) });
  const seen = ann.messages('general').at(-1);
  expect([seen?.mentions.includes(ann.userId), seen?.mentionsEveryone]).toEqual([user, everyone]);
});

test('requests without the bot’s token are refused', async () => {
  const stranger = new REST({ api: loopback.apiUrl, version: '10', retries: 0 }).setToken('wrong');
  await expect(stranger.get(Routes.user('@me'))).rejects.toMatchObject({ status: 401 });
});

test('what is not imitated is not found', async () => {
  await expect(rest.get('/guilds/1/audit-logs')).rejects.toMatchObject({ status: 404 });
});
