// Unit tests: every src/**/*.test.ts(x), run in plain Node.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'bench/**/*.test.ts'],
    setupFiles: ['src/model/edits/freezing.test-support.ts'],
    environment: 'node',
    watch: false,
    passWithNoTests: true,
    testTimeout: 60_000,
    unstubEnvs: true,
    unstubGlobals: true,
  },
});
