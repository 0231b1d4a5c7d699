import { PermissionFlagsBits, REST, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Loopback, startLoopback } from '../../src/playground/loopback.js';
import type { RegisteredCommand } from '../../src/playground/world/command-registry.js';

let loopback: Loopback;
let rest: REST;

beforeEach(async () => {
  loopback = await startLoopback();
  rest = new REST({ api: loopback.apiUrl, version: '10', retries: 0 }).setToken(loopback.token);
});

afterEach(() => loopback.close());

const ASK = {
  name: 'ask',
  description: 'Ask the article',
  options: [
    { type: 3, name: 'question', description: 'What to ask', required: true, max_length: 10 },
    { type: 4, name: 'count', description: 'How many', required: false, min_value: 1, max_value: 3 },
    { type: 5, name: 'private', description: 'For you alone' },
    { type: 3, name: 'style', description: 'How', choices: [{ name: 'Short', value: 's' }] },
  ],
};

function put(...commands: object[]): Promise<RegisteredCommand[]> {
  return rest.put(Routes.applicationCommands(loopback.applicationId), { body: commands }) as Promise<
    RegisteredCommand[]
  >;
}

describe('registering', () => {
  test('a command gets an id and a version, and keeps both while it stays the same', async () => {
    const [first] = await put(ASK);
    const [same] = await put(ASK);
    const [changed] = await put({ ...ASK, description: 'Ask anything' });

    expect(same).toEqual(first);
    expect(changed?.id).toBe(first?.id);
    expect(changed?.version).not.toBe(first?.version);
    expect(await rest.get(Routes.applicationCommand(loopback.applicationId, first?.id ?? ''))).toEqual(
      changed,
    );
  });

  test('the server’s commands are apart from the global ones', async () => {
    await put(ASK);
    const route = Routes.applicationGuildCommands(loopback.applicationId, loopback.guildId);
    await rest.post(route, { body: { name: 'here', description: 'Only here' } });

    expect(loopback.commands().map(({ name }) => name)).toEqual(['ask']);
    expect(loopback.commands('guild').map(({ name }) => name)).toEqual(['here']);
    expect(
      loopback
        .member('Ann')
        .commands()
        .map(({ name }) => name),
    ).toEqual(['here', 'ask']);
    expect(
      loopback
        .member('Ann')
        .commands('dm')
        .map(({ name }) => name),
    ).toEqual(['ask']);
  });

  test('one can be changed, and deleted', async () => {
    const [ask] = await put(ASK);
    const route = Routes.applicationCommand(loopback.applicationId, ask?.id ?? '');
    await rest.patch(route, { body: { description: 'New' } });
    expect(loopback.commands().map(({ description }) => description)).toEqual(['New']);

    await rest.delete(route);
    expect(loopback.commands()).toEqual([]);
    await expect(rest.delete(route)).rejects.toMatchObject({ code: 10063, status: 404 });
  });

  test.each<[string, object, string]>([
    ['capital letters', { ...ASK, name: 'Ask' }, 'name[APPLICATION_COMMAND_INVALID_NAME]'],
    ['no description', { name: 'ask' }, 'description[BASE_TYPE_REQUIRED]'],
    [
      'a description of 101 characters',
      { ...ASK, description: 'd'.repeat(101) },
      'description[BASE_TYPE_MAX_LENGTH]',
    ],
    [
      'a required option behind an optional one',
      { ...ASK, options: [...ASK.options].reverse() },
      'options[3][APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID]',
    ],
    [
      '26 choices',
      {
        ...ASK,
        options: [
          {
            type: 3,
            name: 'a',
            description: 'b',
            choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })),
          },
        ],
      },
      'options[0].choices[BASE_TYPE_MAX_LENGTH]',
    ],
    [
      'a description in a context menu',
      { type: 3, name: 'Find in article', description: 'x' },
      'description[APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED]',
    ],
  ])('%s is refused', async (_name, command, fault) => {
    await expect(put(command)).rejects.toThrow(fault);
    expect(loopback.commands()).toEqual([]);
  });

  test('two commands of one name are refused', async () => {
    await expect(put(ASK, ASK)).rejects.toThrow('APPLICATION_COMMANDS_DUPLICATE_NAME');
  });
});

describe('what a member types is checked as Discord’s window does', () => {
  test.each<[string, string, Record<string, string | number | boolean>, string, string]>([
    ['an unknown command', 'aks', {}, 'unknown-command', 'There is no command /aks.'],
    ['a missing option', 'ask', {}, 'missing-option', '/ask needs question.'],
    ['an empty required option', 'ask', { question: '' }, 'missing-option', '/ask needs question.'],
    ['an unknown option', 'ask', { question: 'x', nope: 'y' }, 'unknown-option', '/ask has no option nope.'],
    [
      'a text that is too long',
      'ask',
      { question: 'x'.repeat(11) },
      'invalid-option',
      'question must be 10 or fewer in length.',
    ],
    [
      'a number out of range',
      'ask',
      { question: 'x', count: 4 },
      'invalid-option',
      'count must be at most 3.',
    ],
    [
      'half a number',
      'ask',
      { question: 'x', count: '1.5' },
      'invalid-option',
      'count must be a whole number.',
    ],
    [
      'neither true nor false',
      'ask',
      { question: 'x', private: 'maybe' },
      'invalid-option',
      'private must be True or False.',
    ],
    [
      'no choice of the list',
      'ask',
      { question: 'x', style: 'Long' },
      'invalid-option',
      'style must be one of: Short.',
    ],
  ])('%s', async (_name, command, values, code, message) => {
    await put(ASK);
    await expect(loopback.member('Ann').slash(command, values)).rejects.toMatchObject({ code, message });
    expect(loopback.traffic.recent.filter(({ route }) => route === 'INTERACTION_CREATE')).toEqual([]);
  });

  test('a command for moderators is not offered to others', async () => {
    await put({
      ...ASK,
      default_member_permissions: String(PermissionFlagsBits.ManageMessages),
    });
    expect(loopback.member('Ann').commands()).toEqual([]);
    expect(loopback.member('Mod', { moderator: true }).commands()).toHaveLength(1);
    await expect(loopback.member('Ann').slash('ask', { question: 'x' })).rejects.toMatchObject({
      code: 'missing-permission',
    });
  });

  test('a command for servers is not offered in direct messages', async () => {
    await put({ ...ASK, contexts: [0] });
    await expect(
      loopback.member('Ann').slash('ask', { question: 'x' }, { channel: 'dm' }),
    ).rejects.toMatchObject({ code: 'not-available-here' });
  });

  test('a command that cannot be installed by a user is not offered between members', async () => {
    await put({ ...ASK, contexts: [0, 1, 2], integration_types: [0] });
    const ann = loopback.member('Ann');
    const channel = ann.privateWith(loopback.member('Bob'));
    await expect(ann.slash('ask', { question: 'x' }, { channel })).rejects.toMatchObject({
      code: 'not-available-here',
    });
  });

  test('a command with subcommands needs one', async () => {
    await put({
      name: 'article',
      description: 'Articles',
      options: [{ type: 1, name: 'list', description: 'All of them' }],
    });
    await expect(loopback.member('Ann').slash('article')).rejects.toThrow(
      '/article needs a subcommand: list.',
    );
  });

  test('only moderators see #mods', async () => {
    await expect(loopback.member('Ann').say('#mods', 'hello')).rejects.toThrow('Ann sees no channel #mods.');
    const said = await loopback.member('Mod', { moderator: true }).say('#mods', 'hello');
    expect(said.message.content).toBe('hello');
  });

  test('a message of 2,001 characters is not sent', async () => {
    await expect(loopback.member('Ann').dm('x'.repeat(2001))).rejects.toMatchObject({
      code: 'invalid-message',
    });
  });
});
