// Builds the benchmarks into dist-bench/main.mjs, bundled as the command line is, so that both run the same code.
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, external: ['@playwright/test', 'playwright', 'playwright-core', 'vite'] },
  build: {
    ssr: 'bench/main.ts',
    target: 'node20',
    outDir: 'dist-bench',
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
  },
});
