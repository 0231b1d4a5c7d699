import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseConfig } from '../src/config.js';
import { packageRoot } from '../src/package-root.js';

it('needs nothing: an empty environment means the playground', () => {
  expect(parseConfig({})).toEqual({
    ok: true,
    config: {
      discordToken: null,
      discordApiUrl: 'https://discord.com/api',
      corpusDir: 'corpus',
      databaseUrl: 'file:data/pincite.db',
      isDatabaseNamed: false,
      retentionDays: 90,
      articleLimits: { articles: 500, bytes: 5_000_000 },
      port: 3000,
      logLevel: null,
    },
  });
});

it('takes an empty value for one that is not set', () => {
  expect(parseConfig({ DISCORD_TOKEN: '', PORT: ' ' })).toEqual(parseConfig({}));
});

it('reads what is set', () => {
  const result = parseConfig({
    DISCORD_TOKEN: 'a.b.c',
    DISCORD_API_URL: 'http://127.0.0.1:3000/api/',
    CORPUS_DIR: '/srv/articles',
    DATABASE_URL: 'postgres://me:secret@db/pincite',
    RETENTION_DAYS: '30',
    SERVER_ARTICLES: '20',
    SERVER_TEXT_MB: '0.5',
    PORT: '0',
    LOG_LEVEL: 'debug',
  });
  expect(result).toEqual({
    ok: true,
    config: {
      discordToken: 'a.b.c',
      discordApiUrl: 'http://127.0.0.1:3000/api',
      corpusDir: '/srv/articles',
      databaseUrl: 'postgres://me:secret@db/pincite',
      isDatabaseNamed: true,
      retentionDays: 30,
      articleLimits: { articles: 20, bytes: 500_000 },
      port: 0,
      logLevel: 'debug',
    },
  });
});

it('names every bad value at once, and never repeats a secret', () => {
  const result = parseConfig({
    DISCORD_TOKEN: 'Bot secret.token',
    DISCORD_API_URL: 'discord.com',
    DATABASE_URL: 'mysql://me:secret@db',
    RETENTION_DAYS: '0',
    PORT: '70000',
    LOG_LEVEL: 'loud',
  });
  if (result.ok) throw new Error('it should have been refused');
  expect(result.problems.map((problem) => problem.split(' ')[0])).toEqual([
    'DISCORD_TOKEN',
    'DISCORD_API_URL',
    'DATABASE_URL',
    'RETENTION_DAYS',
    'PORT',
    'LOG_LEVEL',
  ]);
  expect(result.problems.join(' ')).not.toContain('secret');
});

it('is documented: every setting stands in .env.example', () => {
  const example = readFileSync(join(packageRoot(), '.env.example'), 'utf8');
  for (const name of [
    'DISCORD_TOKEN',
    'DISCORD_API_URL',
    'CORPUS_DIR',
    'DATABASE_URL',
    'RETENTION_DAYS',
    'PORT',
    'LOG_LEVEL',
  ]) {
    expect(example).toMatch(new RegExp(`^(# )?${name}=`, 'm'));
  }
});
