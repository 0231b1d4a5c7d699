import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLoopback } from '../../../src/playground/loopback.js';
import { readPageFiles } from '../../../src/playground/web/page-files.js';
import { servePage } from '../../../src/playground/web/serve-page.js';
import type { Snapshot } from '../../../src/playground/web/wire.js';
import { EXAMPLES, type OpenPage, openPage } from './open-page.js';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage();
});
afterAll(() => open.end());

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** A request with headers that no fetch would let through. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: open.page.port, path, method, headers }, (response) => {
      response.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    });
    sent.on('error', reject);
    sent.end();
  });
}

async function act(action: object, role = 'member', files: Record<string, Blob> = {}) {
  const form = new FormData();
  form.set('action', JSON.stringify(action));
  for (const [name, file] of Object.entries(files)) form.set(name, file, 'file.txt');
  const response = await fetch(`${open.page.url}/act?as=${role}`, {
    method: 'POST',
    body: form,
    headers: { origin: open.page.url },
  });
  return { status: response.status, outcome: response.ok ? await response.json() : null };
}

/** What a page is told when it opens. */
async function snapshot(role: string): Promise<Snapshot> {
  const response = await fetch(`${open.page.url}/events?as=${role}`);
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString();
    if (text.includes('\n\n')) break;
  }
  return JSON.parse(text.slice('data: '.length, text.indexOf('\n\n')));
}

describe('who may look', () => {
  it('turns away requests that name another host', async () => {
    expect((await ask('/', { host: 'evil.example' })).status).toBe(403);
    expect((await ask('/events', { host: `evil.example:${open.page.port}` })).status).toBe(403);
  });

  it("turns away requests from other sites' pages", async () => {
    expect((await ask('/events', { origin: 'http://evil.example' })).status).toBe(403);
    expect((await ask('/act', { origin: 'null' }, 'POST')).status).toBe(403);
  });

  it('takes nothing done from a request that does not say where it comes from', async () => {
    expect((await ask('/act', {}, 'POST')).status).toBe(403);
  });
});

describe('what it serves', () => {
  it('forbids everything that it does not serve itself, on every path', async () => {
    for (const path of ['/', '/page.js', '/events', '/nowhere']) {
      const { headers } = await ask(path);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('knows no path that leads out of the page', async () => {
    for (const path of ['/page/../../package.json', '/%2e%2e/%2e%2e/package.json', '//etc/passwd'])
      expect((await ask(path)).status).toBe(404);
  });

  it('weighs 300 kB at most, compressed', () => {
    const bytes = [...readPageFiles().values()].reduce((sum, { body }) => sum + gzipSync(body).length, 0);
    expect(bytes).toBeLessThan(300 * 1024);
  });

  it('names only files that there are', () => {
    const files = readPageFiles();
    const named = [...(files.get('/')?.body.matchAll(/(?:src|href)="(\/[^"]+)"/g) ?? [])];
    expect(named.length).toBe(files.size - 1);
    for (const [, path] of named) expect([...files.keys()]).toContain(path);
  });
});

describe('what a page is told', () => {
  it('is shown the channels of whom it acts as', async () => {
    const [member, moderator] = await Promise.all([snapshot('member'), snapshot('moderator')]);
    expect(member.channels.map(({ name }) => name)).toEqual(['general', 'Pincite']);
    expect(moderator.channels.map(({ name }) => name)).toEqual(['general', 'mods', 'Pincite']);
    expect(member.examples).toEqual(EXAMPLES);
  });

  it('tells what was said before', async () => {
    const { channels } = await snapshot('member');
    const dm = channels.find(({ kind }) => kind === 'dm')?.id ?? '';
    const answered = open.loopback.member('Ada').nextMessage(dm);
    const said = await act({
      kind: 'say',
      channel: dm,
      text: 'When did the two heads last meet?',
      replyTo: null,
    });
    expect(said.outcome).toMatchObject({ ok: true });
    await answered;
    const { messages } = await snapshot('member');
    expect(JSON.stringify(messages.at(-1)?.body)).toContain('October 2018');
    const others = await snapshot('moderator');
    expect(JSON.stringify(others.messages)).not.toContain('October 2018');
  });
});

describe('what is done on a page', () => {
  it('waits for a bot that is not there yet', async () => {
    const loopback = await startLoopback();
    const happened: string[] = [];
    loopback.events.on('message', ({ message }) => happened.push(message.api.content));
    const ready = async () => happened.push('the bot is there');
    const page = await servePage({ loopback, examples: [], explain: async () => '', ready }, 0);
    const dm = loopback.member('Ada').channelId('dm');
    const form = new FormData();
    form.set('action', JSON.stringify({ kind: 'say', channel: dm, text: 'When?', replyTo: null }));
    const origin = page?.url ?? '';
    await fetch(`${origin}/act?as=member`, { method: 'POST', body: form, headers: { origin } });
    expect(happened).toEqual(['the bot is there', 'When?']);
    await page?.close();
    await loopback.close();
  });

  it('says what Discord’s window would not let a member do', async () => {
    const slash = { kind: 'slash', channel: 'general', name: 'ask', subcommand: null, values: {} };
    expect((await act(slash)).outcome).toEqual({ ok: false, reason: '/ask needs question.' });
    const secret = { kind: 'say', channel: 'mods', text: 'hello', replyTo: null };
    expect((await act(secret)).outcome).toMatchObject({ ok: false });
  });

  it('refuses what no page sends', async () => {
    expect((await act({ kind: 'reboot' })).status).toBe(400);
    expect((await act({ kind: 'press', message: 5 })).status).toBe(400);
  });

  it('has the bot complete an option', async () => {
    const typed = { kind: 'complete', channel: 'general', name: 'ask', subcommand: null, others: {} };
    const { outcome } = await act({ ...typed, option: 'article', typed: 'nasa' });
    expect(outcome).toMatchObject({ choices: [{ value: 'nasa-roscosmos' }] });
  });

  it('serves a file that was sent as data, never as a page', async () => {
    const page = new Blob(['<script>alert(1)</script>'], { type: 'text/html' });
    await act({ kind: 'say', channel: 'general', text: 'look', replyTo: null }, 'member', { file: page });
    const { messages } = await snapshot('member');
    const file = messages.flatMap(({ attachments }) => attachments)[0];
    expect(file?.isImage).toBe(false);
    const { headers } = await ask(file?.href ?? '');
    expect(headers['content-disposition']).toBe('attachment');
    expect(headers['content-security-policy']).toContain('sandbox');
  });
});

describe('the port', () => {
  it('is the next free one when the wanted one is taken', async () => {
    const options = { loopback: open.loopback, examples: [], explain: async () => '' };
    const second = await servePage(options, open.page.port);
    await second?.close();
    expect(second?.port).toBeGreaterThan(open.page.port);
  });
});
