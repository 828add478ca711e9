import { defineConfig } from 'vitest/config';
import { SecondTries } from './tests/house/second-tries.ts';

const inChromium = 'tests/**/*.browser.test.ts';

export default defineConfig({
  test: {
    // Ample, so that nothing fails for a busy machine; what is awaited is awaited for as long as it may take there.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 120_000 } },
    reporters: ['default', new SecondTries()],
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'node', include: ['tests/**/*.test.ts'], exclude: [inChromium] } },
      // A whole browser shares the machine with its tests: one of these is tried a second time before it counts as failed, and
      // named at the end if it then passes: one to mend.
      { extends: true, test: { name: 'chromium', include: [inChromium], retry: 1 } },
    ],
  },
});
