import { afterEach, describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read-article.js';
import { Importer, type ImporterOptions, type ImportOptions } from '../../src/import/importer.js';
import { IMPORT_LIMITS } from '../../src/import/limits.js';
import { readInThread } from '../../src/import/reading-thread.js';
import { flow, writePdf } from './write-pdf.js';

const opened: Importer[] = [];
afterEach(() => Promise.all(opened.splice(0).map((importer) => importer.close())));

function openImporter(options: ImporterOptions = {}): Importer {
  const importer = new Importer(options);
  opened.push(importer);
  return importer;
}

const STORY = 'By Ada Quill\n\nPORTWAY (Coastal News) - The crane fell on Monday.\n\nNobody was hurt.';

function file(name: string, content: string | Uint8Array) {
  return {
    name,
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
    contentType: null,
    url: null,
  };
}

function readStory(importer: Importer, options: ImportOptions = {}) {
  return importer.read(file('harbour (1).txt', STORY), options);
}

describe('a file', () => {
  it('becomes an article file, and the article that it reads as', async () => {
    const outcome = await readStory(openImporter());

    expect(outcome).toMatchObject({
      kind: 'imported',
      article: {
        id: 'harbour (1)',
        title: 'The crane fell on Monday',
        author: 'Ada Quill',
        publisher: 'Coastal News',
      },
      faults: [],
    });
    expect(outcome.kind === 'imported' && outcome.markdown).toMatch(
      /^---\ntitle: The crane fell on Monday\n/,
    );
  });

  it('of Markdown without front matter says in its text whose it is', async () => {
    const outcome = await openImporter().read(file('crane.md', `# The fallen crane\n\n${STORY}`));

    expect(outcome).toMatchObject({
      kind: 'imported',
      article: {
        title: 'The fallen crane',
        author: 'Ada Quill',
        publisher: 'Coastal News',
        place: 'PORTWAY',
      },
    });
    expect(outcome.kind === 'imported' && outcome.article.paragraphs).toHaveLength(2);
  });

  it('ends where the article ends, not with what a page has below it', async () => {
    const text = `${STORY}\n\nThe harbour opens again on Friday.\n\nShare on X Facebook\n\nRead more: Ten best harbours`;
    const outcome = await openImporter().read(file('crane.md', `# The fallen crane\n\n${text}`));

    const paragraphs = outcome.kind === 'imported' ? outcome.article.paragraphs : [];
    expect(paragraphs.at(-1)?.text).toBe('The harbour opens again on Friday.');
  });

  it('comes from its thread with the article that its file reads as', async () => {
    const markdown = '# The ferry\n\n## Times\n\nIt leaves at nine. It is back at ten.\n\n- One.\n- Two.\n';

    const outcome = await openImporter().read(file('ferry.md', markdown));

    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    const again = readArticle({ name: 'ferry.md', bytes: Buffer.from(outcome.markdown) });
    expect(outcome.article).toEqual(again.article);
  });

  it('keeps its bytes for whoever handed it over', async () => {
    const source = file('harbour.txt', STORY);

    await openImporter().read(source);

    expect(Buffer.from(source.bytes).toString()).toBe(STORY);
  });

  it('is told by what it holds, whatever it is called', async () => {
    const pdf = writePdf([flow(['The ferry leaves at nine.'], { x: 72, y: 90, width: 400 })]);

    const outcome = await openImporter().read({ ...file('ferry.txt', pdf), contentType: 'text/html' });

    expect(outcome).toMatchObject({
      kind: 'imported',
      article: { paragraphs: [{ text: 'The ferry leaves at nine.' }] },
    });
  });

  it('says that it is read when its turn has come', async () => {
    const stages: string[] = [];

    await readStory(openImporter(), { onStage: (stage) => stages.push(stage) });

    expect(stages).toEqual(['reading']);
  });

  it.each([
    ['nothing', '', /empty/],
    ['bytes that are no text', Uint8Array.of(1, 0, 2, 0, 0, 3), /no text/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), /picture/],
    ['an old Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /\.docx/],
    ['a title alone', '<html><title>A title</title><body><h1>A title</h1></body></html>', /no text to quote/],
    ['an archive', Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1'), /Word file|archive/],
    ['broken front matter', '---\ntitle: [\n---\n\nText.', /front matter/i],
  ])('of %s is refused in plain words', async (_, content, reason) => {
    const outcome = await openImporter().read(file('strange.md', content));

    expect(outcome).toEqual({ kind: 'refused', reason: expect.stringMatching(reason) });
  });

  it('larger than 10 MB is refused unread', async () => {
    const outcome = await openImporter().read(file('large.txt', new Uint8Array(10_000_001)));

    expect(outcome).toEqual({ kind: 'refused', reason: expect.stringContaining('10.0 MB is the most') });
  });

  it('with more text than an article may have is refused', async () => {
    const page = `<html><body>${'<p>One more sentence about the ferry and its captain.</p>'.repeat(45_000)}</body></html>`;

    const outcome = await openImporter().read(file('long.html', page));

    expect(outcome).toEqual({ kind: 'refused', reason: expect.stringContaining('too much text') });
  });
});

describe('several files', () => {
  it('beyond those that may wait are refused', async () => {
    const importer = openImporter({ limits: { maxWaiting: 1 } });

    const outcomes = await Promise.all([readStory(importer), readStory(importer), readStory(importer)]);

    expect(outcomes.map(({ kind }) => kind)).toEqual(['imported', 'imported', 'refused']);
    expect(outcomes[2]).toMatchObject({ reason: expect.stringContaining('Try again in a minute') });
  });
});

describe('an import', () => {
  it('that is cancelled ends at once', async () => {
    const controller = new AbortController();

    const outcome = await readStory(openImporter(), {
      signal: controller.signal,
      onStage: () => queueMicrotask(() => controller.abort()),
    });

    expect(outcome).toEqual({ kind: 'refused', reason: 'The import was cancelled.' });
  });

  it('ends when the importer is closed, and none begins after', async () => {
    const importer = new Importer();
    const running = readStory(importer);

    await importer.close();

    expect(await running).toMatchObject({ kind: 'refused' });
    expect(await readStory(importer)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('shutting down'),
    });
  });
});

describe('a thread that dies', () => {
  it('is told to the log, and its file refused', async () => {
    const crashes: unknown[] = [];
    const dying = new URL(`data:text/javascript,${encodeURIComponent("throw new Error('It broke.')")}`);
    const job = { name: 'a.txt', bytes: new Uint8Array(3), contentType: null, url: null };

    const outcome = await readInThread(job, IMPORT_LIMITS, {
      worker: dying,
      onCrash: (error) => crashes.push(error),
    });

    expect(outcome).toMatchObject({ kind: 'refused', reason: expect.stringContaining('cannot be read') });
    expect(crashes).toEqual([expect.objectContaining({ message: 'It broke.' })]);
  });
});
