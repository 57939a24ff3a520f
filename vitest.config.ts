import { defineConfig } from 'vitest/config';

const shared = {
  pool: 'threads',
  isolate: false,
  hookTimeout: 40_000,
  testTimeout: 20_000,
  setupFiles: 'tests/support/same-input.ts',
} as const;

export default defineConfig({
  test: {
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: '.cache/tests.json' }]] : ['default'],
    projects: [
      {
        test: { ...shared, name: 'rules', include: ['src/**/*.test.ts'], exclude: ['src/**/*.db.test.ts'] },
      },
      {
        test: {
          ...shared,
          name: 'store',
          include: ['src/**/*.db.test.ts', 'tests/**/*.db.test.ts'],
          globalSetup: ['tests/support/global-database.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: 'architecture',
          include: ['tests/{architecture,documents}/*.test.ts'],
          exclude: ['tests/**/*.db.test.ts'],
        },
      },
      {
        test: {
          name: 'pages',
          include: ['tests/pages/**/*.test.ts'],
          globalSetup: ['tests/support/global-database.ts'],
          pool: 'forks',
          // The program is read once by each worker, not again for each file.
          isolate: false,
          maxWorkers: 2,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // Crowds and kills need the machine for themselves.
        test: {
          name: 'races',
          include: ['tests/races/**/*.test.ts'],
          globalSetup: ['tests/support/global-database.ts'],
          pool: 'forks',
          maxWorkers: 1,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
