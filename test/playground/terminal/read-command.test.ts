import { describe, expect, test } from 'vitest';
import { readCommand } from '../../../src/playground/terminal/read-command.js';
import type { RegisteredCommand } from '../../../src/playground/world/command-registry.js';

function command(name: string, options: NonNullable<RegisteredCommand['options']>): RegisteredCommand {
  return {
    id: '1',
    application_id: '1',
    version: '1',
    type: 1,
    name,
    name_localizations: null,
    description: name,
    description_localizations: null,
    options,
    default_member_permissions: null,
    contexts: null,
    integration_types: [0],
    nsfw: false,
  };
}

const COMMANDS = [
  command('ask', [
    { type: 3, name: 'question', description: 'q', required: true },
    { type: 3, name: 'article', description: 'a' },
  ]),
  command('article', [
    { type: 1, name: 'list', description: 'l' },
    { type: 1, name: 'show', description: 's', options: [{ type: 3, name: 'title', description: 't' }] },
  ]),
  command('help', []),
];

describe('a typed command is read as in Discord', () => {
  test.each([
    ['/ask when did they meet?', undefined, { question: 'when did they meet?' }],
    ['/ask   when  did they', undefined, { question: 'when  did they' }],
    ['/ask question: when? article: nasa', undefined, { question: 'when?', article: 'nasa' }],
    ['/ask when? article:nasa space', undefined, { question: 'when?', article: 'nasa space' }],
    ['/ask at 12:30 he said: go', undefined, { question: 'at 12:30 he said: go' }],
    ['/ask', undefined, {}],
    ['/article list', 'list', {}],
    ['/article show A long title', 'show', { title: 'A long title' }],
    ['/help', undefined, {}],
    ['/help me', undefined, { me: 'me' }],
  ])('%s', (line, subcommand, values) => {
    const typed = readCommand(line, COMMANDS);
    expect([typed.subcommand, typed.values]).toEqual([subcommand, values]);
  });
});

test('a subcommand that is missing is asked for', () => {
  expect(() => readCommand('/article nonsense', COMMANDS)).toThrow(
    '/article needs a subcommand: list, show.',
  );
});
