import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPincite } from './run-pincite.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pincite-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('ask', () => {
  it('prints the sentence and its citation, and ends with 0', async () => {
    const run = await runPincite(['ask', 'When did the two heads last meet?']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/October 2018.*\n— Reuters, David Shepardson, .*¶ 9 of 9/s);
  });

  it('says that the article does not say, and ends with 2', async () => {
    const run = await runPincite(['ask', 'how', 'much', 'is', 'a', 'seat', 'on', 'Soyuz']);
    expect(run.code).toBe(2);
    expect(run.stdout).toMatch(/^The article does not say: it never mentions .*“Soyuz”/);
  });

  it('explains what spoke for the best passage, in figures that add up', async () => {
    const run = await runPincite(['ask', '--explain', 'where does duffy travel']);
    const table = run.stdout.slice(run.stdout.indexOf('signal'));
    const rows = table.trimEnd().split('\n').slice(1);
    const added = rows.map((row) => Number(row.trim().split(/ {2,}/).at(-2)));
    const total = added.pop() ?? Number.NaN;
    expect(run.stdout).toMatch(/\nA ¶ 6 On Wednesday/);
    expect(added.reduce((sum, share) => sum + share, 0)).toBeCloseTo(total, 1);
  });

  it('names the best candidate in JSON even where it is no answer', async () => {
    const run = await runPincite(['ask', '--json', 'what does Duffy weigh']);
    expect(run.code).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({
      question: 'what does Duffy weigh',
      answered: false,
      article: 'nasa-roscosmos',
      paragraph: expect.any(Number),
      sentence: expect.stringContaining('Duffy'),
      confidence: expect.any(Number),
    });
  });

  it.each([
    [['ask', ''], 'The question is empty.'],
    [['ask', '🚀🚀'], 'There is no word in that question.'],
    [['ask', 'x'.repeat(6000)], 'longer than 1000 characters'],
    [['ask', 'who?', '--article', 'mars'], 'There is no article “mars”. There is: nasa-roscosmos.'],
    [['ask', 'who?', '--corpus', 'nowhere'], 'nowhere'],
  ])('explains what is wrong with %j on standard error, and ends with 1', async (args, words) => {
    const run = await runPincite(args);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain(words);
  });
});

describe('eval', () => {
  const questions = [
    { id: 'a', question: 'who wrote it', article: 'nasa-roscosmos', paragraphs: [0], must: ['Shepardson'] },
    { id: 'b', question: 'hi there', article: 'nasa-roscosmos', answerable: false },
    { id: 'c', question: 'Who is NASA’s interim head?', must: ['Duffy'] },
  ];

  it('prints a line of JSON for each question, in order, as the contract says', async () => {
    const file = join(folder, 'questions.jsonl');
    await writeFile(file, questions.map((question) => JSON.stringify(question)).join('\n'));

    const run = await runPincite(['eval', file, '--json', '--top', '3']);

    expect(run).toMatchObject({ code: 0, stderr: '' });
    const lines = run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id, answered }) => ({ id, answered }))).toEqual([
      { id: 'a', answered: true },
      { id: 'b', answered: false },
      { id: 'c', answered: true },
    ]);
    expect(lines[0]).toMatchObject({ paragraph: 0, sentence: 'Author: David Shepardson' });
    expect(Object.keys(lines[2])).toEqual([
      'id',
      'question',
      'answered',
      'article',
      'paragraph',
      'sentence',
      'confidence',
      'alternatives',
      'ms',
    ]);
    expect(lines[2].alternatives).toHaveLength(2);
  });

  it('prints a summary without --json', async () => {
    const file = join(folder, 'summary.jsonl');
    await writeFile(file, questions.map((question) => JSON.stringify(question)).join('\n'));
    const run = await runPincite(['eval', file]);
    expect(run.stdout).toMatch(/right sentence +100\.0 % \(2\/2\)/);
    expect(run.stdout).toMatch(/wrongly answered +0\.0 % \(0\/1\)/);
  });

  it('ends quietly when its reader stops reading', async () => {
    const run = await runPincite(['eval', 'bench/data/article/fit.jsonl', '--json'], { stopsReading: true });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('{"id":');
  });

  it('says why a file cannot be read', async () => {
    const run = await runPincite(['eval', join(folder, 'nowhere.jsonl')]);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/^Cannot read .*nowhere\.jsonl: there is no such file or folder\.\n$/);
  });

  it('names the line that is not a question', async () => {
    const file = join(folder, 'broken.jsonl');
    await writeFile(file, '{"id": 1, "question": "who?"}\n{"id": 2}\n');
    const run = await runPincite(['eval', file]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`${file}:2: question:`);
  });
});

describe('check and import', () => {
  it('finds no fault in the articles that ship', async () => {
    const run = await runPincite(['check']);
    expect(run).toEqual({ code: 0, stdout: '1 article with 9 paragraphs, 0 faults\n', stderr: '' });
  });

  it('names a fault with its file and line, and ends with 1', async () => {
    await writeFile(join(folder, 'untitled.md'), '---\nauthor: Ada\n---\n\nText.\n');
    const run = await runPincite(['check', '--corpus', folder]);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/untitled\.md:\d+: .*title/);
  });

  it('turns wire copy into an article that can be asked', async () => {
    const story = join(folder, 'harbour.txt');
    await writeFile(
      story,
      'By Ada Quill\nPORTWAY (Coastal News) -The harbour crane fell on Monday.\nNobody was hurt.\n(Reporting by Ada Quill; Editing by Bo Reed)',
    );
    const out = join(folder, 'harbour.md');

    const run = await runPincite(['import', story, '--out', out]);

    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(await readFile(out, 'utf8')).toMatch(/^---\n.*author: Ada Quill\n.*The harbour crane fell/s);
    const again = await runPincite(['import', story, '--out', out]);
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain('--force');
  });

  it('turns a page into an article', async () => {
    const page = join(folder, 'crane.html');
    await writeFile(
      page,
      '<html lang="en"><head><meta name="author" content="Ada Quill"></head><body><nav><a href="/">Home</a></nav><h1>The crane</h1><p>The harbour crane fell on Monday.</p></body></html>',
    );

    const run = await runPincite(['import', page]);

    expect(run).toEqual({
      code: 0,
      stdout:
        '---\ntitle: The crane\nauthor: Ada Quill\nlanguage: en\n---\n\nThe harbour crane fell on Monday.\n',
      stderr: '',
    });
  });

  it('says why a link or a file is not imported', async () => {
    const picture = join(folder, 'crane.png');
    await writeFile(picture, Buffer.from('\x89PNG\r\n', 'latin1'));

    const [link, file] = await Promise.all([
      runPincite(['import', 'http://127.0.0.1/crane']),
      runPincite(['import', picture]),
    ]);

    expect(link).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('not on the public internet'),
    });
    expect(file).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('picture') });
  });
});

describe('start', () => {
  it('answers what is piped in and ends at the end of input', async () => {
    const run = await runPincite(['start'], {
      input: 'When did the two heads last meet?\n\nhow much is a seat on soyuz\n',
    });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/October 2018.*¶ 9 of 9.*does not say/s);
  });
});

describe('bad configuration', () => {
  it('is named in full and ends with 1, whatever the command', async () => {
    const run = await runPincite(['check'], { env: { PORT: 'many', LOG_LEVEL: 'loud' } });
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/^PORT .*\nLOG_LEVEL .*\n/);
  });
});

it('shows examples in the help of every command', async () => {
  const runs = await Promise.all(
    ['start', 'ask', 'eval', 'check', 'import', 'deploy'].map((command) => runPincite([command, '--help'])),
  );
  for (const run of runs) expect(run.stdout).toMatch(/Examples?:\n {2}\$ /);
});
