import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 15_000,
    // Half of the time would go into loading discord.js anew for each file. No test changes what others share.
    isolate: false,
  },
});
