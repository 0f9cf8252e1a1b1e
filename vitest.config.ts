import { defineConfig } from 'vitest/config';

/** Notes every expression that our modules compile as they are imported, so they have to be imported anew for it. */
const REGEX_SAFETY = 'test/regex-safety.test.ts';

const common = { testTimeout: 120_000, hookTimeout: 180_000, setupFiles: ['test/after-each-file.ts'] };

export default defineConfig({
  test: {
    // Vitest leaves one processor free; the tests wait for processes and disks often enough to use all.
    maxWorkers: '100%',
    projects: [
      // Test files share a process, and with it the modules and the knowledge they import: most of them take longer to import than to run.
      { test: { ...common, name: 'shared', include: ['test/**/*.test.ts'], exclude: [REGEX_SAFETY], isolate: false } },
      { test: { ...common, name: 'alone', include: [REGEX_SAFETY] } },
    ],
  },
});
