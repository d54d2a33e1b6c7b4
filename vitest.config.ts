import { defineConfig } from 'vitest/config';

const setupFiles = ['tests/support/console.ts'];

export default defineConfig({
  test: {
    // Most files wait for a browser or a mail: two at a time take little more than half as long.
    maxWorkers: 2,
    projects: [
      // What is tested gets its clock, database and settings handed to it, so one file leaves nothing behind for the next:
      // not loading everything again for every file saves a third of the time.
      { test: { name: 'rules', include: ['tests/rules/**/*.test.ts'], setupFiles, isolate: false } },
      { test: { name: 'house', include: ['tests/house/**/*.test.ts'], setupFiles } },
      {
        test: {
          name: 'system',
          include: ['tests/{api,races,model,faults,runtime,site}/**/*.test.ts'],
          setupFiles,
          globalSetup: 'tests/support/global.ts',
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
