import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasBrowser, startBrowser, WITHOUT_BROWSER } from './browser.js';
import { type OpenPage, openPage } from './open-page.js';

let open: OpenPage;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** What the browser found fault with: scripts that were refused, errors in ours. */
let complaints: string[];

/** A page that has just been opened. */
async function look(url = open.page.url): Promise<Page> {
  const opened = await context.newPage();
  opened.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  opened.on('pageerror', (error) => complaints.push(error.message));
  await opened.goto(url);
  await opened.getByRole('log').waitFor();
  return opened;
}

const log = (): Locator => page.getByRole('log');
const lastMessage = (): Locator => log().locator('li.message').last();
const box = (): Locator => page.getByRole('textbox', { name: /^Message / });
const channel = (name: string): Locator =>
  page.getByRole('navigation').getByRole('button', { name, exact: true });

async function says(text: string | RegExp): Promise<void> {
  await log().getByText(text).last().waitFor();
}

/** Uses a command by typing its name. */
async function command(name: string): Promise<void> {
  await box().fill(name);
  await box().press('Enter');
}

async function ask(question: string): Promise<void> {
  await command('/ask');
  await page.getByLabel('question').fill(question);
  await page.getByRole('button', { name: 'Send' }).click();
}

async function violations(): Promise<unknown[]> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // Through the debugger, which the page's policy does not bind.
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await axe.run();
    return found.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
  });
}

describe.skipIf(!hasBrowser)(`the page in a browser${hasBrowser ? '' : ` (${WITHOUT_BROWSER})`}`, () => {
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    open = await openPage();
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    complaints = [];
    page = await look();
  });
  afterEach(async () => {
    await context.close();
    await open.end();
    expect(complaints).toEqual([]);
    expect(open.loopback.refused).toEqual([]);
  });

  it('answers the questions of its tour', async () => {
    await page.getByRole('button', { name: /When did the two heads/ }).click();
    await says(/October 2018/);
    await page.getByRole('button', { name: /wher is dufy/ }).click();
    await says(/Cape Canaveral/);
    await page.getByRole('button', { name: /seat on Soyuz/ }).click();
    await says(/does not say/);
    await page.getByRole('button', { name: 'Close the tour' }).click();
    await page.reload();
    await says(/October 2018/);
    expect(await page.getByRole('region', { name: 'Tour' }).count()).toBe(0);
  });

  it('is asked by a slash command whose option the bot completes', async () => {
    await box().fill('/');
    await page.getByRole('option', { name: /^\/ask/ }).click();
    await page.getByLabel('question').fill('when did the two heads last meet');
    await page.getByRole('button', { name: '+ article' }).click();
    await page.getByLabel('article').pressSequentially('nasa');
    await page.getByRole('option', { name: /interim chief/ }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await says(/October 2018/);
    expect(await lastMessage().textContent()).toContain('Ada used /ask');
  });

  it('does not send a command that lacks an option', async () => {
    await command('/ask');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('This option is required.').waitFor();
    expect(await log().locator('li.message').count()).toBe(0);
  });

  it('is asked by a mention, and in direct messages', async () => {
    await box().fill('@Pincite when did the two heads last meet?');
    await box().press('Enter');
    await says(/October 2018/);
    expect(await lastMessage().textContent()).toContain('Ada @Pincite when did the two heads last meet?');
    await channel('Pincite').click();
    await box().fill('who is interim head of nasa');
    await box().press('Enter');
    await says(/Sean Duffy/);
  });

  it('shows the context and the other passages', async () => {
    await ask('when did the two heads last meet');
    await lastMessage().getByRole('button', { name: 'Context' }).click();
    await says('Only you can see this');
    await log().getByRole('button', { name: 'Other passages' }).first().click();
    await expect.poll(() => log().getByText('Only you can see this').count()).toBe(2);
    await lastMessage().getByRole('button', { name: 'Dismiss message' }).click();
    expect(await log().getByText('Only you can see this').count()).toBe(1);
  });

  it('takes a vote and what was looked for', async () => {
    await ask('when did the two heads last meet');
    await lastMessage().getByRole('button', { name: '👎' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox').fill('the place');
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.waitFor({ state: 'detached' });
    await says('Only you can see this');
  });

  it('finds in the article what a message speaks of', async () => {
    await box().fill('I heard that Duffy goes to Cape Canaveral');
    await box().press('Enter');
    await lastMessage().locator('article').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /Find in article/ }).click();
    await says('Only you can see this');
  });

  it('sums an article up for a moderator', async () => {
    await page.getByLabel('Act as').selectOption('moderator');
    await channel('mods').click();
    await command('/summary');
    await page.getByRole('button', { name: '+ article' }).click();
    await page.getByLabel('article').pressSequentially('nasa');
    await page.getByRole('option', { name: /interim chief/ }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await says(/Duffy/);
  });

  it('shows a moderator what was asked, with its chart in view, and teaches what went unanswered', async () => {
    await ask('how much is a seat on soyuz');
    await says(/does not say/);
    await page.getByLabel('Act as').selectOption('moderator');
    await command('/questions');
    await page.getByRole('button', { name: 'Send' }).click();
    await says(/1 question/);
    const chart = log().getByRole('img', { name: /Questions each day, answered and not answered/ });
    await chart.waitFor();
    // The end is kept in view while the picture comes.
    await expect
      .poll(() => log().evaluate((all) => all.scrollHeight - all.scrollTop - all.clientHeight))
      .toBeLessThan(2);
    await lastMessage().getByRole('button', { name: 'Not answered' }).click();
    await says(/asked once/);
    await lastMessage().getByRole('combobox').selectOption({ index: 1 });
    const form = page.getByRole('dialog', { name: 'Teach the answer' });
    await form.getByRole('combobox').selectOption({ label: 'The article does not say' });
    await form.getByRole('button', { name: 'Submit' }).click();
    await says(/Taught\./);
    await page.getByLabel('Act as').selectOption('member');
    await ask('how much is a seat on soyuz');
    await says(/A moderator has looked/);
  });

  it('lets nobody write as a moderator until it knows what a moderator can use', async () => {
    let letThrough = () => {};
    const gate = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route('**/events?as=moderator', async (route) => {
      await gate;
      await route.continue();
    });
    await page.getByLabel('Act as').selectOption('moderator');
    expect(await box().isEditable()).toBe(false);
    letThrough();
    await command('/corpus add');
    await page.getByRole('form', { name: '/corpus add' }).waitFor();
  });

  it('takes an article that a moderator uploads, and answers from it', async () => {
    const article =
      '# The well of Aldervik\n\nThe well of Aldervik is 31 metres deep.\n\nIt was dug by hand in 1887.\n';
    await page.getByLabel('Act as').selectOption('moderator');
    await command('/corpus add');
    await page.getByRole('button', { name: '+ file' }).click();
    await page
      .getByLabel('file', { exact: true })
      .setInputFiles({ name: 'well.md', mimeType: 'text/markdown', buffer: Buffer.from(article) });
    await page.getByRole('button', { name: 'Send' }).click();
    await says(/Is this the article\?/);
    expect(await lastMessage().textContent()).toContain('The well of Aldervik is 31 metres deep.');
    await lastMessage().getByRole('button', { name: 'Edit details' }).click();
    const form = page.getByRole('dialog', { name: 'Edit details' });
    await form.getByLabel('Author').fill('Jo Hart');
    await form.getByRole('button', { name: 'Submit' }).click();
    await says(/Author: Jo Hart/);
    await lastMessage().getByRole('button', { name: 'Keep' }).click();
    await says(/Kept: /);
    await page.getByLabel('Act as').selectOption('member');
    await ask('how deep is the well');
    await says(/31 metres deep/);
    expect(await lastMessage().textContent()).toContain('Jo Hart');
  });

  it('sends a file', async () => {
    const buffer = Buffer.from('the text');
    await page
      .getByLabel('Attach files', { exact: true })
      .last()
      .setInputFiles({ name: 'story.txt', mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: 'Send' }).click();
    await log()
      .getByRole('link', { name: /story\.txt/ })
      .waitFor();
  });

  it('keeps two tabs in step', async () => {
    const other = await look();
    await other.getByRole('navigation').getByRole('button', { name: 'Pincite' }).click();
    await ask('when did the two heads last meet');
    await other.getByRole('button', { name: 'general new' }).click();
    await other.getByText(/October 2018/).waitFor();
    expect(await other.getByText('new', { exact: true }).count()).toBe(0);
  });

  it('is used by keyboard alone', async () => {
    await box().focus();
    await page.keyboard.type('/as');
    await page.keyboard.press('Enter');
    await page.keyboard.type('when did the two heads last meet');
    await page.keyboard.press('Enter');
    await says(/October 2018/);
    await page.locator('textarea:focus').waitFor();
    // From the message box back to the last message: its menu, then its buttons.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('[role=menuitem]:focus', { hasText: 'Reply' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('[role=menuitem]:focus', { hasText: 'Find in article' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    for (const _step of ['👎', '👍', 'Other passages', 'Context']) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await says('Only you can see this');
  });

  it('executes nothing, whatever an article or a question contains', async () => {
    await ask('what did keeper Marble write on the oak door');
    await says(/<img src=x onerror=/);
    await says(/A <script>window.hacked = 1<\/script> title/);
    await ask('where did Captain Flint paint');
    await says(/Captain Flint/);
    await box().fill(
      '@Pincite <script>window.hacked=1</script> <img src=x onerror="window.hacked=1"> [x](javascript:window.hacked=1) **bold**',
    );
    await box().press('Enter');
    await says('bold');
    expect(await log().locator('a[href^="javascript"], img, script').count()).toBe(0);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
  });

  it('shows developers what goes to and fro, and how the engine ranks', async () => {
    await ask('when did the two heads last meet');
    await says(/October 2018/);
    await page.getByRole('button', { name: 'Developers' }).click();
    const panel = page.getByRole('complementary', { name: 'Developer panel' });
    await panel
      .getByText(/POST \/interactions.*callback/)
      .first()
      .waitFor();
    await panel.getByLabel('Question to explain').fill('when did the two heads last meet');
    await panel.getByRole('button', { name: 'Explain' }).click();
    await panel.getByText(/adds A/).waitFor();
    expect(await panel.getByText('✗ not valid').count()).toBe(0);
  });

  for (const colorScheme of ['dark', 'light'] as const)
    for (const width of [1280, 390])
      it(`has no fault that axe finds, ${colorScheme} and ${width} pixels wide`, async () => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 844 });
        await page.reload();
        await log().waitFor();
        expect(await violations()).toEqual([]);
        await ask('when did the two heads last meet');
        await lastMessage().getByRole('button', { name: 'Context' }).click();
        await says('Only you can see this');
        await log()
          .getByRole('button', { name: /Menu of the message/ })
          .first()
          .click();
        expect(await violations()).toEqual([]);
        await page.keyboard.press('Escape');
        await command('/ask');
        await page.getByRole('button', { name: '+ article' }).click();
        await page.getByRole('option', { name: /interim chief/ }).waitFor();
        expect(await violations()).toEqual([]);
        await page.getByRole('button', { name: 'Cancel' }).click();
        await log().getByRole('button', { name: '👎' }).first().click();
        await page.getByRole('dialog').waitFor();
        expect(await violations()).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Developers' }).click();
        expect(await violations()).toEqual([]);
        // Nothing is wider than the window.
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      });
});
