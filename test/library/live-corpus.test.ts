import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CorpusFolder } from '../../src/article/corpus-folder.js';
import { createEngine } from '../../src/engine/engine.js';
import { LiveCorpus } from '../../src/library/live-corpus.js';
import { keepLog } from '../bot/bot-harness.js';

const WELL = '---\ntitle: The well\n---\n\nThe well is 31 metres deep.\n';
const POND = '---\ntitle: The pond\n---\n\nThe pond is 4 metres deep.\n';

let dir: string;
let corpus: LiveCorpus;
let lines: ReturnType<typeof keepLog>['lines'];
/** How many articles there were, each time something had changed. */
let changes: number[];

const write = (name: string, text: string) => writeFile(join(dir, name), text);
const titles = () => corpus.engine.articles.map(({ title }) => title);
const warnings = () => lines.filter(({ level }) => level === 40).map(({ msg }) => msg);

function answer(question: string): string | undefined {
  const outcome = corpus.engine.ask(question);
  return outcome.kind === 'answered' ? outcome.answer.text : undefined;
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pincite-live-'));
  await write('well.md', WELL);
  const folder = new CorpusFolder(dir);
  const { articles, faults } = await folder.load();
  const kept = keepLog();
  lines = kept.lines;
  changes = [];
  corpus = new LiveCorpus({
    engine: createEngine(articles),
    folder,
    faults,
    vectors: null,
    log: kept.log,
    onChange: (all) => changes.push(all.length),
  });
  await corpus.watching;
});

afterEach(async () => {
  await corpus.close();
  await rm(dir, { recursive: true });
});

it('puts what is added, changed and removed in force', async () => {
  await write('pond.md', POND);
  await expect.poll(titles).toEqual(['The pond', 'The well']);
  await write('well.md', WELL.replace('31', '32'));
  await expect.poll(() => answer('how deep is the well')).toBe('The well is 32 metres deep.');
  await rm(join(dir, 'pond.md'));
  await expect.poll(titles).toEqual(['The well']);
  expect(warnings()).toEqual([]);
});

it('keeps the articles that have not changed as they are', async () => {
  const [well] = corpus.engine.articles;
  await write('pond.md', POND);
  await expect.poll(titles).toHaveLength(2);
  expect(corpus.engine.articles[1]).toBe(well);
});

it('keeps the last good version of a file that has become faulty, and logs the line', async () => {
  await write('well.md', '---\ntitle: "The well\n---\n\nThe well is 32 metres deep.\n');
  await expect.poll(warnings).toEqual([expect.stringMatching(/well\.md:\d+: .*quotation mark/)]);
  await write('pond.md', POND);
  await expect.poll(titles).toEqual(['The pond', 'The well']);

  expect(answer('how deep is the well')).toBe('The well is 31 metres deep.');
  expect(warnings()).toHaveLength(1);
  await write('well.md', WELL.replace('31', '33'));
  await expect.poll(() => answer('how deep is the well')).toBe('The well is 33 metres deep.');
});

it('keeps all articles while the folder is out of reach', async () => {
  const away = `${dir}-away`;
  await rename(dir, away);
  await expect.poll(warnings).toEqual([expect.stringContaining('The folder cannot be read (ENOENT)')]);
  expect(titles()).toEqual(['The well']);
  await rename(away, dir);
});

it('takes a file that is put in another’s place at once', async () => {
  await write('.well.md.new', WELL.replace('31', '34'));
  await rename(join(dir, '.well.md.new'), join(dir, 'well.md'));
  await expect.poll(() => answer('how deep is the well')).toBe('The well is 34 metres deep.');
});

it('reads once for many changes that come together', async () => {
  for (let i = 0; i < 20; i++) await write(`pond-${i}.md`, POND);
  await expect.poll(titles).toHaveLength(21);
  expect(changes).toEqual([21]);
});

it('an engine that was asked before a change still holds what it held', async () => {
  const before = corpus.engine;
  await write('well.md', WELL.replace('31', '32'));
  await expect.poll(() => corpus.engine).not.toBe(before);
  expect(before.ask('how deep is the well')).toMatchObject({
    answer: { text: 'The well is 31 metres deep.' },
  });
});
