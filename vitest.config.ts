import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vitest leaves one processor free; the tests wait for processes and disks often enough to use all.
  test: { include: ['test/**/*.test.ts'], maxWorkers: '100%', testTimeout: 120_000, hookTimeout: 180_000 },
});
