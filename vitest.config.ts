import { defineConfig } from 'vitest/config';

const setupFiles = ['tests/support/console.ts'];

export default defineConfig({
  test: {
    // Most files wait for a browser or a mail: two at a time take little more than half as long.
    maxWorkers: 2,
    projects: [
      { test: { name: 'rules', include: ['tests/{rules,house}/**/*.test.ts'], setupFiles } },
      {
        test: {
          name: 'system',
          include: ['tests/{api,races,model,faults,runtime,site}/**/*.test.ts'],
          setupFiles,
          globalSetup: 'tests/support/global.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
