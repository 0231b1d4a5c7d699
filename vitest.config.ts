import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 15_000,
    // As patient as the tests themselves: a slow machine is no failure.
    expect: { poll: { timeout: 10_000, interval: 10 } },
    // Half of the time would go into loading discord.js anew for each file. No test changes what others share.
    isolate: false,
  },
});
