import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../src/article/load-corpus.js';
import { createEngine } from '../../../src/engine/engine.js';
import { packageRoot } from '../../../src/package-root.js';
import { fillDemo } from '../../../src/playground/demo/fill-demo.js';
import { createStore } from '../../../src/store/store.js';
import { keepLog } from '../../bot/bot-harness.js';

const NOW = Date.UTC(2031, 2, 7, 12);

describe('the demo', () => {
  it('has a month of questions, answered and not, with votes and what was looked for, the same at every start', async () => {
    const { articles } = await loadCorpus(join(packageRoot(), 'corpus'));
    const engine = createEngine(articles);
    const runs = [];
    for (let run = 0; run < 2; run++) {
      const store = createStore('file::memory:', { log: keepLog().log, retentionDays: 90, now: () => NOW });
      await store.opened;
      const count = await fillDemo(store, engine, { guildId: '1', channelId: '11', now: NOW });
      const scope = { guildId: '1', from: NOW - 31 * 86_400_000, to: NOW + 1 };
      const totals = await store.digests.totals(scope);
      runs.push({ count, totals, comments: (await store.digests.comments(scope, 50)).length });
      await store.close();
    }
    const [first, second] = runs;

    expect(first).toEqual(second);
    expect(first?.count).toBe(first?.totals.asked);
    expect(first?.totals.asked).toBeGreaterThan(300);
    expect(first?.totals.answered).toBeGreaterThan(100);
    expect(first?.totals.asked).toBeGreaterThan((first?.totals.answered ?? 0) + 50);
    expect(first?.totals.helpful).toBeGreaterThan(first?.totals.unhelpful ?? 0);
    expect(first?.comments).toBeGreaterThan(0);
  });
});
