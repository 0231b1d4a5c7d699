import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCommands } from '../../src/bot/load-commands.js';

/** A folder of command files with the given text. */
async function folderOf(files: Record<string, string>): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'commands-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return pathToFileURL(`${folder}/`);
}

const SOUND = `export default {
  kind: 'slash',
  data: { name: 'one', toJSON: () => ({ name: 'one', description: 'x' }) },
  execute: async () => {},
  components: { more: async () => {} },
};`;

describe('loadCommands', () => {
  it('loads every command of the bot', async () => {
    const registry = await loadCommands();

    expect([...registry.slash.keys()]).toEqual([
      'article',
      'ask',
      'corpus',
      'digest',
      'help',
      'privacy',
      'questions',
      'settings',
      'summary',
      'teach',
    ]);
    expect([...registry.message.keys()]).toEqual(['Find in article', 'Teach the answer']);
    expect(registry.components.has('context')).toBe(true);
  });

  it('offers commands in servers, direct messages and members’ own conversations; those for moderators in a server', async () => {
    const { all } = await loadCommands();
    const offered = all.map(({ data }) => data.toJSON());
    const [forModerators, forAll] = [true, false].map((isFor) =>
      offered.filter(({ default_member_permissions: needed }) => (typeof needed === 'string') === isFor),
    );

    expect(forModerators?.map(({ name }) => name)).toEqual([
      'corpus',
      'digest',
      'questions',
      'settings',
      'Teach the answer',
      'teach',
    ]);
    expect(forModerators).toEqual(
      forModerators?.map(() => expect.objectContaining({ integration_types: [0], contexts: [0, 1] })),
    );
    expect(forAll).toEqual(
      forAll?.map(() => expect.objectContaining({ integration_types: [0, 1], contexts: [0, 1, 2] })),
    );
  });

  it('ignores what is no module', async () => {
    const registry = await loadCommands(
      await folderOf({ 'one.js': SOUND, 'one.d.ts': 'x', 'notes.md': 'x' }),
    );

    expect([...registry.slash.keys()]).toEqual(['one']);
  });

  it.each([
    [
      'has no default export',
      'export const data = 1;',
      /^commands\/bad\.js does not export a command by default:/,
    ],
    ['has no execute', SOUND.replace('execute', 'run'), /^commands\/bad\.js .*\n.*execute/s],
    [
      'has a component whose name is no id',
      SOUND.replace('more:', "'a|b':"),
      /^commands\/bad\.js .*components/s,
    ],
    [
      'cannot be described',
      SOUND.replace("({ name: 'one', description: 'x' })", "{ throw new Error('too long'); }"),
      /^commands\/bad\.js describes a command that Discord would refuse$/,
    ],
  ])('names the file that %s', async (_, text, message) => {
    await expect(loadCommands(await folderOf({ 'bad.js': text }))).rejects.toThrow(message);
  });

  it('refuses two commands of one name, and two handlers of one button', async () => {
    const other = SOUND.replaceAll("'one'", "'two'");

    await expect(loadCommands(await folderOf({ 'a.js': SOUND, 'b.js': SOUND }))).rejects.toThrow(
      'two commands have the name "one"',
    );
    await expect(loadCommands(await folderOf({ 'a.js': SOUND, 'b.js': other }))).rejects.toThrow(
      'two commands have the component "more"',
    );
  });
});
