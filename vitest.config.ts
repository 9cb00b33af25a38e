import { defineConfig } from 'vitest/config';

// Two workers: the machines that run this have two cores, and every engine session holds threads of its own.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/build-once.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
