import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import type { Loopback } from '../loopback.js';
import type { Member } from '../member/member.js';
import { MAX_FILE_BYTES, type UploadedFile } from '../world/attachment-store.js';
import { actionSchema } from './action.js';
import { Desk } from './desk.js';
import { follow, takeSnapshot } from './feed.js';
import { MAX_PAGES, MAX_REQUEST_BYTES, PING_MS } from './limits.js';
import { PAGE_POLICY } from './page-document.js';
import { readPageFiles } from './page-files.js';
import type { News, Outcome, Role, Snapshot } from './wire.js';

/** What the page stands on. */
export interface PageOptions {
  readonly loopback: Loopback;
  /** Questions for the tour. */
  readonly examples: Snapshot['examples'];
  /** How a question was ranked, in plain text. */
  readonly explain: (question: string) => Promise<string>;
  /** Resolves when the bot is there (default: it is). What is done on the page before waits for it. */
  readonly ready?: () => Promise<unknown>;
}

const HEADERS = {
  'content-security-policy': PAGE_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** The page's routes. Host and Origin must have been checked before. */
export function createPageApp({
  loopback,
  examples,
  explain,
  ready,
}: PageOptions): Hono<{ Bindings: HttpBindings }> {
  const files = readPageFiles();
  const desk = new Desk(loopback, explain);
  let pages = 0;
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
  });
  // Two people to be; they join when someone opens the page as them.
  function memberOf(role: Role): Member {
    return role === 'moderator' ? loopback.member('Mo', { moderator: true }) : loopback.member('Ada');
  }

  app.get('/events', (context) => {
    if (pages >= MAX_PAGES) return context.text('Too many pages are open. Close one.', 503);
    const role = roleOf(context.req.query('as'));
    const member = memberOf(role);
    return streamSSE(context, async (stream) => {
      pages += 1;
      const tell = (news: News) => void stream.writeSSE({ data: JSON.stringify(news) });
      tell(takeSnapshot(loopback, member, { role, examples }));
      const end = follow(loopback, member, tell);
      // Without a sign of life now and then nobody would notice a page that is gone.
      const ping = setInterval(() => void stream.write(': still here\n\n'), PING_MS);
      await new Promise<void>((left) => stream.onAbort(left));
      clearInterval(ping);
      end();
      pages -= 1;
    });
  });

  app.post('/act', bodyLimit({ maxSize: MAX_REQUEST_BYTES }), async (context) => {
    // A browser names the page a POST comes from; where nothing is named it is not our page.
    if (!context.req.header('origin')) return context.text('Forbidden', 403);
    const form = await context.req.formData().catch(() => null);
    const action = actionSchema.safeParse(readJson(form?.get('action')));
    if (!form || !action.success) return context.text('This is not something a member does.', 400);
    const uploads = await readUploads(form);
    // Discord does not keep for a bot what is said while it is away.
    await ready?.();
    const outcome: Outcome = uploads
      ? await desk.act(memberOf(roleOf(context.req.query('as'))), action.data, uploads)
      : { ok: false, reason: 'A file can have 10 MB at most. Choose a smaller one.' };
    return context.json(outcome);
  });

  app.get('/attachments/:channel/:id/:name', (context) => {
    const file = loopback.world.attachments.get(context.req.param('id'));
    if (!file) return context.text('This file is gone.', 404);
    return new Response(new Blob([file.data as Uint8Array<ArrayBuffer>]), {
      headers: {
        'content-type': file.contentType,
        'content-disposition': 'attachment',
        'content-security-policy': "default-src 'none'; sandbox",
      },
    });
  });

  app.get('*', (context) => {
    const file = files.get(context.req.path);
    if (!file) return context.text('There is nothing here.', 404);
    return context.body(file.body, 200, { 'content-type': file.type });
  });
  return app;
}

function roleOf(as: string | undefined): Role {
  return as === 'moderator' ? as : 'member';
}

function readJson(value: unknown): unknown {
  if (typeof value !== 'string') return null;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

/** The files beside an action, by what they are for; null when one is too large. */
async function readUploads(form: FormData): Promise<Map<string, UploadedFile[]> | null> {
  const uploads = new Map<string, UploadedFile[]>();
  for (const [name, value] of form) {
    if (typeof value === 'string') continue;
    if (value.size > MAX_FILE_BYTES) return null;
    const data = new Uint8Array(await value.arrayBuffer());
    const contentType = value.type || 'application/octet-stream';
    uploads.set(name, [...(uploads.get(name) ?? []), { filename: value.name, contentType, data }]);
  }
  return uploads;
}
