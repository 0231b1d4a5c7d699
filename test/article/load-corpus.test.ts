import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/article/load-corpus.js';

describe('a corpus folder', () => {
  let dir: string;
  const write = (name: string, content: string | Uint8Array) => writeFile(join(dir, name), content);
  const load = async () => {
    const { articles, faults } = await loadCorpus(dir);
    return { ids: articles.map((article) => article.id), faults };
  };

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'corpus-'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('gives its Markdown and text files, by name, and nothing else', async () => {
    await write('b.md', '---\ntitle: B\n---\nIt sank.');
    await write('a.txt', 'It rained.');
    await write('C.TXT', 'It froze.');
    await write('.hidden.md', 'no article');
    await write('notes.pdf', 'no article');
    await mkdir(join(dir, 'folder.md'));

    expect(await load()).toEqual({ ids: ['C', 'a', 'b'], faults: [] });
  });

  it('names every faulty file with its path and line, and still gives the others', async () => {
    await write('a.md', '---\ntitle: A\nmood: grim\n---\nIt sank.');
    await write('b.md', 'no front matter');
    await write('c.md', '---\ntitle: C\n---\nIt sank.');
    await write('d.txt', new Uint8Array([0x41, 0x0a, 0xff]));

    const { ids, faults } = await load();

    expect(ids).toEqual(['a', 'c']);
    expect(faults.map(({ file, line }) => [file, line])).toEqual([
      [join(dir, 'a.md'), 3],
      [join(dir, 'b.md'), 1],
      [join(dir, 'd.txt'), 2],
    ]);
  });

  it('refuses a file of 20 MB without reading it', async () => {
    await write('a.txt', new Uint8Array(20_000_000).fill(0x41));

    const { ids, faults } = await load();

    expect(ids).toEqual([]);
    expect(faults.map((fault) => fault.reason)).toEqual([
      'The file is too large: 20.0 MB, and 2.0 MB is the most. Split it into several articles.',
    ]);
  });

  it('keeps the first of two articles with one id', async () => {
    await write('pier.md', '---\ntitle: The pier\n---\nIt sank.');
    await write('pier.txt', 'It rained.');

    const { articles, faults } = await loadCorpus(dir);

    expect(articles.map((article) => article.title)).toEqual(['The pier']);
    expect(faults).toEqual([
      {
        file: join(dir, 'pier.txt'),
        line: 1,
        reason: 'Another file already has the id “pier”. Give this one another name.',
      },
    ]);
  });

  it('follows links, and names one that leads nowhere', async () => {
    await write('a.txt', 'It rained.');
    await symlink(join(dir, 'a.txt'), join(dir, 'b.txt'));
    await symlink(join(dir, 'nowhere'), join(dir, 'c.txt'));

    const { ids, faults } = await load();

    expect(ids).toEqual(['a', 'b']);
    expect(faults).toEqual([
      { file: join(dir, 'c.txt'), line: 1, reason: 'The file cannot be read (ENOENT).' },
    ]);
  });

  it('that is not there is one fault', async () => {
    const { articles, faults } = await loadCorpus(join(dir, 'nowhere'));

    expect(articles).toEqual([]);
    expect(faults).toEqual([
      {
        file: join(dir, 'nowhere'),
        line: 1,
        reason: 'The folder cannot be read (ENOENT). Make it, or name another one.',
      },
    ]);
  });

  it('may be empty', async () => {
    expect(await load()).toEqual({ ids: [], faults: [] });
  });
});
