import { defineConfig } from 'vitest/config';

/** Tests that start processes: servers that are killed, browsers, workerd. */
const PROCESSES = 'test/{durability,e2e,worker}/**/*.test.ts';

export default defineConfig({
  test: {
    // Limits are for hangs, not for speed.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    reporters: ['default', ['json', { outputFile: 'test-results/report.json' }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'in-process',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [PROCESSES],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        // One after another: what a browser and three processes do under a deadline is not measured beside others.
        test: { name: 'processes', include: [PROCESSES], maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
