import type { ArticleLimits } from '../../src/store/article-limits.js';
import { createStore, type Store } from '../../src/store/store.js';
import { type BotHarness, type HarnessOptions, keepLog, startHarness } from './bot-harness.js';

/** The whole bot with a store in memory. */
export interface StoreBot extends BotHarness {
  readonly store: Store;
}

interface StoreBotOptions extends HarnessOptions {
  readonly articleLimits?: ArticleLimits;
}

/** Starts the bot with a store that is gone with it. Call `end` when done. */
export async function startStoreBot({ articleLimits, ...options }: StoreBotOptions = {}): Promise<StoreBot> {
  const store = createStore('file::memory:', {
    log: keepLog().log,
    retentionDays: 90,
    ...(articleLimits && { articleLimits }),
  });
  await store.opened;
  const harness = await startHarness({ ...options, start: { store, ...options.start } });
  return {
    ...harness,
    store,
    async end() {
      await harness.end();
      await store.close();
    },
  };
}
