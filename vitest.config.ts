import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Ample, so that nothing fails for a busy machine; what is awaited is awaited for as long as it may take there.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 120_000 } },
    reporters: ['default'],
    pool: 'forks',
    maxWorkers: 2,
  },
});
