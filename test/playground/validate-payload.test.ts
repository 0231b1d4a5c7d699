import { REST, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { startLoopback } from '../../src/playground/loopback.js';
import { validatePayload } from './validate-payload.js';

const CALLBACK = { method: 'POST', path: '', route: '/interactions/:interaction/:token/callback' };
const SEND = { method: 'POST', path: '', route: '/channels/:channel/messages' };
const EDIT = { method: 'PATCH', path: '', route: '/webhooks/:application/:token/messages/:message' };
const REGISTER = { method: 'PUT', path: '', route: '/applications/:application/commands' };
const FIND = { name: 'Find in article', type: 3 };

test.each([
  [
    'a reply',
    { ...CALLBACK, body: { type: 4, data: { content: 'x', flags: 64, tts: false, enforce_nonce: false } } },
  ],
  [
    'a modal',
    {
      ...CALLBACK,
      body: {
        type: 9,
        data: {
          custom_id: 'm',
          title: 't',
          components: [{ type: 1, components: [{ type: 4, custom_id: 'i', style: 1, label: 'l' }] }],
        },
      },
    },
  ],
  ['choices', { ...CALLBACK, body: { type: 8, data: { choices: [{ name: 'n', value: 'v' }] } } }],
  ['commands', { ...REGISTER, body: [{ ...FIND, default_member_permissions: '8192', nsfw: false }] }],
])('%s as discord.js sends it is in order', (_name, request) => {
  expect(validatePayload(request)).toEqual([]);
});

test.each([
  ['an unknown field', { ...SEND, body: { content: 'x', colour: 1 } }, 'colour: no such field'],
  [
    'an unknown field deep inside',
    { ...SEND, body: { embeds: [{ footer: { text: 'x', icon: 'y' } }] } },
    'embeds.0.footer.icon: no such field',
  ],
  ['a field of the wrong kind', { ...SEND, body: { content: 1 } }, 'content: '],
  [
    'content that is too long for a reply',
    { ...CALLBACK, body: { type: 4, data: { content: 'x'.repeat(2001) } } },
    'data.content: ',
  ],
  [
    'a custom id that is too long',
    {
      ...EDIT,
      body: {
        components: [
          { type: 1, components: [{ type: 2, style: 1, label: 'l', custom_id: 'c'.repeat(101) }] },
        ],
      },
    },
    'components.0.components.0.custom_id: ',
  ],
  [
    '26 choices',
    {
      ...CALLBACK,
      body: { type: 8, data: { choices: Array.from({ length: 26 }, () => ({ name: 'n', value: 'v' })) } },
    },
    'data.choices: ',
  ],
  [
    'an answer of an unknown type',
    { ...CALLBACK, body: { type: 99 } },
    'POST /interactions/:interaction/:token/callback: no published schema for this body',
  ],
  [
    'a command’s name that is too long',
    { ...REGISTER, body: [{ ...FIND, name: 'n'.repeat(33) }] },
    '0.name: ',
  ],
  [
    'a route Discord has not',
    { ...SEND, route: '/channels/:channel/shout', body: {} },
    'POST /channels/:channel/shout: no published schema for this body',
  ],
])('%s is found', (_name, request, problem) => {
  const problems = validatePayload(request);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.startsWith(problem)).toBe(true);
});

test('a loopback with the validator refuses a bad payload and remembers it', async () => {
  const loopback = await startLoopback({ validate: validatePayload });
  const rest = new REST({ api: loopback.apiUrl, version: '10', retries: 0 }).setToken(loopback.token);
  const channels = (await rest.get(Routes.guildChannels(loopback.guildId))) as { id: string }[];
  const route = Routes.channelMessages(channels[0]?.id ?? '');

  const sent = rest.post(route, { body: { content: 'x', colour: 1 } });

  await expect(sent).rejects.toMatchObject({ code: 50035, status: 400 });
  expect(loopback.refused).toEqual([
    {
      method: 'POST',
      path: route,
      route: SEND.route,
      body: { content: 'x', colour: 1 },
      problems: ['colour: no such field'],
    },
  ]);
  expect(loopback.member('Ann').messages('general')).toEqual([]);
  await loopback.close();
});
