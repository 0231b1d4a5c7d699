import { constants, deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { Importer } from '../../src/import/importer.js';
import { paragraph, writeDocx } from './write-docx.js';
import { assemblePdf, flow, writePdf } from './write-pdf.js';

const PATIENCE_MS = 60_000;

/** Less than what is allowed otherwise, so that bombs end sooner. */
const importer = new Importer({ limits: { parseMs: 10_000, maxGrowthMb: 400, maxHeapMb: 256 } });
afterAll(async () => {
  const next = await read('next.txt', 'The next file is read as if nothing had been.');
  expect(next).toMatchObject({ kind: 'imported' });
  await importer.close();
});

function read(name: string, bytes: Uint8Array | string) {
  return importer.read({ name, bytes: Buffer.from(bytes), contentType: null, url: null });
}

/** For what is only to end: sooner or later makes no difference. */
const hasty = new Importer({ limits: { parseMs: 2_000, maxHeapMb: 256 } });
afterAll(() => hasty.close());

async function readHastily(name: string, bytes: Uint8Array | string): Promise<string> {
  const outcome = await hasty.read({ name, bytes: Buffer.from(bytes), contentType: null, url: null });
  return outcome.kind;
}

/** So many megabytes of one byte in a zlib stream, some thousand times smaller. */
function inflating(megabytes: number, byte: string): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(16_000_000, byte), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([
    Uint8Array.of(0x78, 0x9c),
    ...Array.from({ length: Math.ceil(megabytes / 16) }, () => block),
  ]);
}

/** The most that the process has held while some work went on, beyond what it held before, in megabytes. */
async function growthDuring(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  await work();
  clearInterval(watch);
  return (most - before) / 1_000_000;
}

describe('a Word file', () => {
  it('that unpacks to too much is refused by what it states', async () => {
    const bomb = writeDocx([], { parts: { 'word/document.xml': new Uint8Array(30_000_000).fill(0x20) } });

    expect(await read('bomb.docx', bomb)).toMatchObject({
      reason: expect.stringContaining('unpacks to too much'),
    });
  });

  it('that states less than it unpacks to takes no more memory than it states', async () => {
    const bomb = Buffer.from(writeDocx([], { parts: { 'word/document.xml': new Uint8Array(100_000_000) } }));
    stateSize(bomb, 100_000_000, 1_000);

    let outcome: unknown;
    const growth = await growthDuring(async () => {
      outcome = await read('lying.docx', bomb);
    });

    expect(outcome).toMatchObject({ kind: 'refused' });
    expect(growth).toBeLessThan(150);
  });

  it('of thousands of parts is refused', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 6_000 }, (_, i) => [`word/media/${i}.png`, new Uint8Array()]),
    );

    expect(await read('many.docx', writeDocx([paragraph('Text.')], { parts }))).toMatchObject({
      reason: expect.stringContaining('unpacks to too much'),
    });
  });

  it('with entities that stand for one another is refused', async () => {
    const xml = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`;

    expect(
      await read('entities.docx', writeDocx([], { parts: { 'word/document.xml': strToU8(xml) } })),
    ).toMatchObject({
      reason: expect.stringContaining('not made by a word processor'),
    });
  });

  it(
    'of boxes in boxes without end is refused',
    async () => {
      const depth = 50_000;
      const nested = `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${paragraph('Deep.')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;

      expect(await read('nested.docx', writeDocx([nested]))).toMatchObject({ kind: 'refused' });
    },
    PATIENCE_MS,
  );

  it('that is another archive is refused', async () => {
    const archive = zipSync({ 'sheet.xml': strToU8('<sheet/>') });

    expect(await read('sheet.docx', archive)).toMatchObject({
      reason: expect.stringContaining('no Word file'),
    });
  });
});

/** Writes another size into an archive's headers. */
function stateSize(archive: Buffer, size: number, stated: number): void {
  const wanted = Buffer.alloc(4);
  wanted.writeUInt32LE(size);
  for (let at = archive.indexOf(wanted); at >= 0; at = archive.indexOf(wanted, at + 4))
    archive.writeUInt32LE(stated, at);
}

describe('a page', () => {
  it('nested fifty thousand deep is refused', async () => {
    const page = `<html><body>${'<div>'.repeat(50_000)}Deep down.${'</div>'.repeat(50_000)}</body></html>`;

    expect(await read('deep.html', page)).toMatchObject({
      reason: expect.stringContaining('too many parts'),
    });
  });

  it('of a million tags is refused', async () => {
    expect(await read('tags.html', `<html><body>${'<p>a'.repeat(1_000_000)}`)).toMatchObject({
      reason: expect.stringContaining('too many parts'),
    });
  });

  it.each([
    [
      'a tag of a million attributes',
      `<html><body><p ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}`).join(' ')}>Text.</p>`,
    ],
    [
      'a table of a hundred thousand cells',
      `<html><body><table>${`<tr>${'<td>1</td>'.repeat(100)}</tr>`.repeat(900)}</table>`,
    ],
    ['a paragraph of fifty thousand pieces', `<html><body><p>${'a <b>word</b> '.repeat(50_000)}</p>`],
    ['nine megabytes of open brackets', `<html><body><p>${'('.repeat(9_000_000)}</p>`],
    ['nine megabytes of white space', `<html><body><p>a${' \n'.repeat(4_500_000)}b.</p>`],
    ['a hundred thousand line breaks', `<html><body><p>a${'<br>'.repeat(100_000)}b.</p>`],
  ])(
    'with %s ends within the time',
    async (_, page) => {
      expect(await readHastily('page.html', page)).toMatch(/^(?:imported|refused)$/);
    },
    PATIENCE_MS,
  );
});

describe('a text', () => {
  it.each([
    ['two megabytes of open brackets', '('.repeat(1_900_000)],
    ['a line of names', `By ${'Al '.repeat(600_000)}`],
    ['hyphens', '-\n'.repeat(900_000)],
  ])(
    'of %s ends within the time',
    async (_, text) => {
      expect(await readHastily('text.txt', text)).toMatch(/^(?:imported|refused)$/);
    },
    PATIENCE_MS,
  );
});

describe('a PDF', () => {
  it(
    'that inflates without end is stopped by the memory that it takes',
    async () => {
      const bomb = assemblePdf([{ dictionary: '/Filter /FlateDecode', bytes: inflating(4_000, ' ') }]);

      const careful = new Importer({ limits: { maxGrowthMb: 200 } });

      let outcome: unknown;
      const growth = await growthDuring(async () => {
        outcome = await careful.read({ name: 'bomb.pdf', bytes: bomb, contentType: null, url: null });
      });
      await careful.close();

      expect(outcome).toMatchObject({ reason: expect.stringContaining('too much memory') });
      expect(growth).toBeLessThan(500);
    },
    PATIENCE_MS,
  );

  it(
    'of commands without end is stopped',
    async () => {
      const commands = Buffer.from('BT /F1 9 Tf (a) Tj ET\n'.repeat(2_000_000));
      const bomb = assemblePdf([{ dictionary: '', bytes: commands.subarray(0, 9_000_000) }]);

      expect(await readHastily('commands.pdf', bomb)).toMatch(/^(?:imported|refused)$/);
    },
    PATIENCE_MS,
  );

  it(
    'whose pages are their own parent is refused',
    async () => {
      const looped = Buffer.from(writePdf([[{ text: 'Round.', x: 72, y: 90 }]]))
        .toString('latin1')
        .replace('/Kids [6 0 R]', '/Kids [2 0 R]');

      expect(await read('loop.pdf', Buffer.from(looped, 'latin1'))).toMatchObject({ kind: 'refused' });
    },
    PATIENCE_MS,
  );

  it('under a password is said to be locked', async () => {
    const key = 'x'.repeat(32);
    const locked = writePdf([[{ text: 'Secret.', x: 72, y: 90 }]], {
      trailer: `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O (${key}) /U (${key}) >> /ID [(${key}) (${key})]`,
    });

    expect(await read('locked.pdf', locked)).toMatchObject({ reason: expect.stringContaining('password') });
  });

  it('of pictures is said to be scanned', async () => {
    const scanned = assemblePdf([{ dictionary: '', bytes: Buffer.from('0 0 100 100 re f') }]);

    expect(await read('scan.pdf', scanned)).toMatchObject({ reason: expect.stringContaining('OCR') });
  });

  it('that is cut off is said to be damaged', async () => {
    expect(await read('cut.pdf', '%PDF-1.7\nnothing of the kind')).toMatchObject({
      reason: expect.stringContaining('damaged'),
    });
  });

  it(
    'of a thousand pages is refused',
    async () => {
      const page = flow(['A page.'], { x: 72, y: 90, width: 400 });

      expect(await read('book.pdf', writePdf(Array.from({ length: 501 }, () => page)))).toMatchObject({
        reason: expect.stringContaining('500 pages'),
      });
    },
    PATIENCE_MS,
  );
});

describe('a file that takes too long', () => {
  it('is given up, and its thread with it', async () => {
    const tooHasty = new Importer({ limits: { parseMs: 1 } });

    const outcome = await tooHasty.read({
      name: 'a.txt',
      bytes: Buffer.from('A text.'),
      contentType: null,
      url: null,
    });
    await tooHasty.close();

    expect(outcome).toMatchObject({ reason: expect.stringContaining('takes too long') });
  });
});
