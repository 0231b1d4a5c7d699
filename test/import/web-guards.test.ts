import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { Importer, type ImporterOptions } from '../../src/import/importer.js';
import { isPublicAddress } from '../../src/import/web/public-address.js';
import { flow, writePdf } from './write-pdf.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const PAGE =
  '<html lang="en"><head><meta charset="utf-8"><title>The ferry</title></head><body><main><h1>The ferry</h1><p>The ferry leaves at nine in the morning from the northern pier.</p><p>It is back at ten.</p></main></body></html>';

const closers: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(closers.splice(0).map((close) => close())));

/** A site on this machine, and what it was asked for. */
interface Site {
  readonly port: number;
  readonly origin: string;
  readonly asked: string[];
  readonly headers: IncomingMessage['headers'][];
}

/** @param pages by path; without one for robots.txt there is none */
async function serve(pages: Readonly<Record<string, Answer>>): Promise<Site> {
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    headers.push(request.headers);
    const answer = pages[path];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { port, origin: `http://127.0.0.1:${port}`, asked, headers };
}

function html(body: string | Uint8Array = PAGE, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_, response) => response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body);
}

function redirect(location: string): Answer {
  return (_, response) => response.writeHead(302, { location }).end();
}

function status(code: number): Answer {
  return (_, response) => response.writeHead(code).end();
}

function openImporter(options: ImporterOptions): Importer {
  const importer = new Importer(options);
  closers.push(() => importer.close());
  return importer;
}

function allowing(site: Site, limits: ImporterOptions['limits'] = {}): Importer {
  return openImporter({ allowedOrigins: [site.origin], limits });
}

/** An internet in which every name stands for these addresses, and every port is a web site’s. */
function whereNamesAre(site: Site, addresses: readonly string[], allowedOrigins: readonly string[] = []) {
  const lookedUp: string[] = [];
  const importer = openImporter({
    allowedOrigins,
    network: {
      ports: [site.port],
      lookup: (hostname, _, callback) => {
        lookedUp.push(hostname);
        callback(
          null,
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        );
      },
    },
  });
  return { importer, lookedUp };
}

function refusal(reason: RegExp) {
  return { kind: 'refused', reason: expect.stringMatching(reason) };
}

describe('a link', () => {
  it('is read as the page it leads to, with its address', async () => {
    const site = await serve({ '/news/ferry?id=4': html() });
    const stages: string[] = [];

    const outcome = await allowing(site).download(` ${site.origin}/news/ferry?id=4#top `, {
      onStage: (stage) => stages.push(stage),
    });

    expect(outcome).toMatchObject({
      kind: 'imported',
      article: { id: 'the-ferry', title: 'The ferry', url: `${site.origin}/news/ferry?id=4` },
    });
    expect(stages).toEqual(['downloading', 'reading']);
  });

  it('is asked for under an honest name', async () => {
    const site = await serve({ '/': html() });

    await allowing(site).download(site.origin);

    expect(site.headers.map((headers) => headers['user-agent'])).toEqual(
      Array.from({ length: 2 }, () => expect.stringMatching(/^Pincite\/\d+\.\d+\.\d+ \(Discord bot/)),
    );
  });

  it('may lead to a PDF, which is told by its bytes', async () => {
    const pdf = writePdf([
      flow(['The ferry leaves at nine.', 'It is back at ten.'], { x: 72, y: 90, width: 400, gap: 12 }),
    ]);
    const site = await serve({
      '/ferry.pdf': (_, response) =>
        response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(pdf),
    });

    expect(await allowing(site).download(`${site.origin}/ferry.pdf`)).toMatchObject({
      article: {
        url: `${site.origin}/ferry.pdf`,
        paragraphs: [{ text: 'The ferry leaves at nine.' }, { text: 'It is back at ten.' }],
      },
    });
  });

  it('is decoded as the server says', async () => {
    const page = Buffer.from(
      '<html><body><p>Die Fähre kostet fünf Euro, und für Räder das Doppelte.</p></body></html>',
      'latin1',
    );
    const site = await serve({ '/': html(page, { 'content-type': 'text/html; charset=iso-8859-1' }) });

    expect(await allowing(site).download(site.origin)).toMatchObject({
      article: {
        language: 'de',
        paragraphs: [{ text: 'Die Fähre kostet fünf Euro, und für Räder das Doppelte.' }],
      },
    });
  });

  it('is recorded as the page names itself, unless it names another site', async () => {
    const linked = (href: string) =>
      html(PAGE.replace('</head>', `<link rel="canonical" href="${href}"></head>`));
    const site = await serve({
      '/own?utm=1': linked('/own'),
      '/foreign': linked('https://elsewhere.example/x'),
    });
    const importer = allowing(site);

    expect(await importer.download(`${site.origin}/own?utm=1`)).toMatchObject({
      article: { url: `${site.origin}/own` },
    });
    expect(await importer.download(`${site.origin}/foreign`)).toMatchObject({
      article: { url: `${site.origin}/foreign` },
    });
  });

  it.each(['gzip', 'br'])('is unpacked from %s', async (encoding) => {
    const packed = encoding === 'gzip' ? gzipSync(PAGE) : brotliCompressSync(PAGE);
    const site = await serve({ '/': html(packed, { 'content-encoding': encoding }) });

    expect(await allowing(site).download(site.origin)).toMatchObject({ kind: 'imported' });
  });

  it.each([
    ['ferry', /full link/],
    ['ftp://example.org/ferry', /https:\/\//],
    ['file:///etc/passwd', /https:\/\//],
    ['data:text/html,<p>Hello.</p>', /https:\/\//],
    ['https://ada:secret@example.org/', /password/],
    ['https://example.org:22/', /port/],
    [`https://example.org/${'a'.repeat(2_000)}`, /full link/],
  ])('such as %s is refused', async (link, reason) => {
    expect(await openImporter({}).download(link)).toEqual(refusal(reason));
  });

  it.each([
    [404, /404/],
    [403, /signing in/],
    [429, /wait/],
    [503, /trouble/],
  ])('that is answered with %i is refused', async (code, reason) => {
    const site = await serve({ '/': status(code) });

    expect(await allowing(site).download(site.origin)).toEqual(refusal(reason));
  });

  it('to a picture is refused by its type, unread', async () => {
    const site = await serve({ '/': html(PAGE, { 'content-type': 'image/png' }) });

    expect(await allowing(site).download(site.origin)).toEqual(refusal(/no page or document/));
  });

  it('to a site that is not there is refused', async () => {
    const site = await serve({});
    await Promise.all(closers.splice(0).map((close) => close()));

    expect(await allowing(site).download(site.origin)).toEqual(refusal(/cannot be reached/));
  });
});

describe('addresses that are not public', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.8.8.8',
    '169.254.169.254',
    '172.16.0.1',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    'ff02::1',
  ])('include %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '93.184.216.34', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'])(
    'do not include %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost/',
    'http://0/',
  ])('are not asked for %s', async (link) => {
    expect(await openImporter({}).download(link)).toEqual(refusal(/not on the public internet/));
  });

  it('are refused though a name stands for them, before anything is sent', async () => {
    const site = await serve({ '/': html() });
    const { importer } = whereNamesAre(site, ['127.0.0.1']);

    expect(await importer.download(`http://ferry.example:${site.port}/`)).toEqual(
      refusal(/not on the public internet/),
    );
    expect(site.asked).toEqual([]);
  });

  it('are refused among public ones', async () => {
    const site = await serve({ '/': html() });
    const { importer } = whereNamesAre(site, ['127.0.0.1', '93.184.216.34']);

    expect(await importer.download(`http://ferry.example:${site.port}/`)).toEqual(
      refusal(/not on the public internet/),
    );
    expect(site.asked).toEqual([]);
  });

  it('are refused as the target of a redirect', async () => {
    const inner = await serve({ '/secret': html() });
    const outer = await serve({ '/': redirect(`http://inside.example:${inner.port}/secret`) });
    const { importer } = whereNamesAre(inner, ['127.0.0.1'], [outer.origin]);

    expect(await importer.download(outer.origin)).toEqual(refusal(/not on the public internet/));
    expect(inner.asked).toEqual([]);
  });

  it('are refused when a name stands for them only the second time', async () => {
    const site = await serve({ '/': html(), '/robots.txt': html('', { 'content-type': 'text/plain' }) });
    const origin = `http://ferry.example:${site.port}`;
    let isFirst = true;
    const importer = openImporter({
      // The first connection, for robots.txt, is to a public machine.
      network: {
        ports: [site.port],
        lookup: (_, __, callback) => {
          const address = isFirst ? '93.184.216.34' : '127.0.0.1';
          isFirst = false;
          callback(null, [{ address, family: 4 }]);
        },
        route: () => '127.0.0.1',
      },
    });

    expect(await importer.download(`${origin}/`)).toEqual(refusal(/not on the public internet/));
    expect(site.asked).toEqual(['/robots.txt']);
  });
});

describe('redirects', () => {
  it('are followed five times', async () => {
    const pages = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`/${i}`, redirect(`/${i + 1}`)]));
    const site = await serve({ ...pages, '/5': html() });

    expect(await allowing(site).download(`${site.origin}/0`)).toMatchObject({
      article: { url: `${site.origin}/5` },
    });
  });

  it('are not followed a sixth time', async () => {
    const site = await serve({ '/': redirect('/') });

    expect(await allowing(site).download(site.origin)).toEqual(refusal(/passed on/));
    expect(site.asked.filter((path) => path === '/')).toHaveLength(6);
  });

  it.each([
    'file:///etc/passwd',
    'http://169.254.169.254/',
    'http://ada:secret@example.org/',
    'http://127.0.0.1:1/',
  ])('to %s are refused', async (location) => {
    const site = await serve({ '/': redirect(location) });

    expect(await allowing(site).download(site.origin)).toEqual(refusal(/not opened|can be opened/));
  });
});

describe('a page that is too large', () => {
  const LARGE = Buffer.alloc(300_000, 'a');

  it('is not begun when it says so', async () => {
    const site = await serve({ '/': html(LARGE, { 'content-length': '300000' }) });

    expect(await allowing(site, { maxBytes: 100_000 }).download(site.origin)).toEqual(refusal(/too large/));
  });

  it.each([
    ['does not say so', LARGE, {}],
    // Each is an empty file: nothing ever comes out.
    [
      'packs nothing without end',
      Buffer.concat(Array.from({ length: 1_000 }, () => gzipSync(''))),
      { 'content-encoding': 'gzip' },
    ],
  ])('is broken off when it %s', async (_, piece, headers) => {
    let isBrokenOff = () => {};
    const brokenOff = new Promise<void>((resolve) => {
      isBrokenOff = resolve;
    });
    const endless: Answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', ...headers });
      const send = () => {
        while (!response.destroyed && response.write(piece));
      };
      response.on('drain', send);
      response.on('close', isBrokenOff);
      send();
    };
    const site = await serve({ '/': endless });

    expect(await allowing(site, { maxBytes: 100_000 }).download(site.origin)).toEqual(refusal(/too large/));
    await brokenOff;
  });

  it.each(['gzip', 'br'])('is broken off when it inflates from %s beyond the bound', async (encoding) => {
    const zeros = Buffer.alloc(30_000_000);
    const bomb = encoding === 'gzip' ? gzipSync(zeros) : brotliCompressSync(zeros);
    const site = await serve({ '/': html(bomb, { 'content-encoding': encoding }) });

    expect(bomb.length).toBeLessThan(100_000);
    expect(await allowing(site).download(site.origin)).toEqual(refusal(/too large/));
  });

  it('packed in a way that is not known is refused', async () => {
    const site = await serve({ '/': html(PAGE, { 'content-encoding': 'gzip, gzip' }) });

    expect(await allowing(site).download(site.origin)).toEqual(refusal(/cannot be read/));
  });
});

describe('a site that is slow', () => {
  it.each([
    ['never answers', () => {}],
    [
      'never ends its answer',
      (_: IncomingMessage, response: ServerResponse) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.write(PAGE);
      },
    ],
  ])('and %s is given up', async (_, answer: Answer) => {
    const site = await serve({ '/': answer });

    expect(await allowing(site, { downloadMs: 1_000 }).download(site.origin)).toEqual(
      refusal(/takes too long/),
    );
  });

  it('is given up when the user does', async () => {
    const controller = new AbortController();
    const site = await serve({ '/': () => controller.abort() });

    expect(await allowing(site).download(site.origin, { signal: controller.signal })).toEqual(
      refusal(/cancelled/),
    );
  });
});

describe('robots.txt', () => {
  const robots = (text: string): Answer => html(text, { 'content-type': 'text/plain' });

  it.each([
    ['everybody', 'User-agent: *\nDisallow: /'],
    ['Pincite by name', 'User-agent: pincite\nDisallow: /news\n\nUser-agent: *\nAllow: /'],
  ])('that forbids the page to %s is obeyed', async (_, text) => {
    const site = await serve({ '/robots.txt': robots(text), '/news': html() });

    expect(await allowing(site).download(`${site.origin}/news`)).toEqual(refusal(/robots\.txt/));
    expect(site.asked).toEqual(['/robots.txt']);
  });

  it.each([
    ['forbids other pages', robots('User-agent: *\nDisallow: /private')],
    ['is not there', status(404)],
    ['may not be read', status(403)],
  ])('that %s lets the page be read', async (_, answer) => {
    const site = await serve({ '/robots.txt': answer, '/news': html() });

    expect(await allowing(site).download(`${site.origin}/news`)).toMatchObject({ kind: 'imported' });
  });

  it.each([
    ['cannot be had', status(503)],
    ['is endless', html(Buffer.alloc(600_000, '#'))],
  ])('that %s forbids the page', async (_, answer) => {
    const site = await serve({ '/robots.txt': answer, '/news': html() });

    expect(await allowing(site).download(`${site.origin}/news`)).toEqual(
      refusal(/robots\.txt cannot be read/),
    );
    expect(site.asked).toEqual(['/robots.txt']);
  });

  it('is asked for again where a redirect leads to', async () => {
    const site = await serve({
      '/robots.txt': robots('User-agent: *\nDisallow: /private'),
      '/news': redirect('/private/news'),
      '/private/news': html(),
    });

    expect(await allowing(site).download(`${site.origin}/news`)).toEqual(refusal(/robots\.txt/));
    expect(site.asked).not.toContain('/private/news');
  });

  it('whose patterns take long to match is given up, and holds nothing up', async () => {
    const patterns = Array.from({ length: 4_000 }, () => `Disallow: /${'*a'.repeat(45)}b`).join('\n');
    const site = await serve({ '/robots.txt': robots(`User-agent: *\n${patterns}`) });
    let beats = 0;
    const heart = setInterval(() => beats++, 20);

    const outcome = await allowing(site, { downloadMs: 1_000 }).download(
      `${site.origin}/${'a'.repeat(1_900)}`,
    );
    clearInterval(heart);

    expect(outcome).toEqual(refusal(/takes too long/));
    expect(beats).toBeGreaterThan(10);
  });
});

describe('an attachment', () => {
  const attachment = (site: Site, size = 500) => ({
    url: `${site.origin}/attachments/1/2/ferry.html?ex=1`,
    name: 'Our ferry.html',
    size,
    contentType: 'text/html; charset=utf-8',
  });

  it('is read under its name, without asking robots.txt or keeping its address', async () => {
    const site = await serve({ '/robots.txt': status(503), '/attachments/1/2/ferry.html?ex=1': html() });

    expect(await allowing(site).downloadAttachment(attachment(site))).toMatchObject({
      kind: 'imported',
      article: { id: 'Our ferry', url: null },
    });
    expect(site.asked).toEqual(['/attachments/1/2/ferry.html?ex=1']);
  });

  it('that is stated to be too large is not asked for', async () => {
    const site = await serve({ '/attachments/1/2/ferry.html?ex=1': html() });

    expect(await allowing(site).downloadAttachment(attachment(site, 10_000_001))).toEqual(
      refusal(/10\.0 MB is the most/),
    );
    expect(site.asked).toEqual([]);
  });

  it('is under the same guards as a link', async () => {
    const site = await serve({ '/attachments/1/2/ferry.html?ex=1': html() });

    expect(await openImporter({}).downloadAttachment(attachment(site))).toEqual(
      refusal(/port|public internet/),
    );
    expect(site.asked).toEqual([]);
  });
});
