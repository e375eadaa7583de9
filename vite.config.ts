// Builds the page into dist/.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { contentSecurityPolicy } from './scripts/csp.mjs';
import { firstLoadBudget } from './scripts/first-load.mjs';

// The policy is written into the built page only: the development server needs inline scripts and styles.
const csp: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
};

// The licence list below knows only the page's own chunks; what the workers bundle is added here.
const notices: Plugin = {
  name: 'notices',
  apply: 'build',
  generateBundle() {
    for (const [fileName, source] of [
      ['NOTICE.txt', 'NOTICE'],
      ['licenses/elkjs.md', 'node_modules/elkjs/LICENSE.md'],
    ] as const) {
      this.emitFile({ type: 'asset', fileName, source: readFileSync(new URL(source, import.meta.url)) });
    }
  },
};

// Behind the same door as what the first picture needs, but only imported by chunks that come later.
const isFetchedLater = (id: string): boolean =>
  /\/src\/drawing\/(?:scene|routes|connect|lane-grid|ports|heap|approach|stubs)\.ts$/.test(id);

export default defineConfig({
  base: './',
  plugins: [react(), csp, notices, firstLoadBudget],
  resolve: {
    alias: {
      // Radix's scroll lock writes a <style> element, which the policy forbids; ours adopts a style sheet.
      'react-style-singleton': fileURLToPath(new URL('./vendor/react-style-singleton.ts', import.meta.url)),
      'd3-color': fileURLToPath(new URL('./vendor/d3-color.ts', import.meta.url)),
    },
  },
  worker: { format: 'es' },
  // What only a worker or a lazy chunk imports: found late, it makes the first `vite dev` hang on re-optimising.
  optimizeDeps: { include: ['elkjs/lib/elk.bundled.js', 'immer', 'fflate', 'idb', 'valibot'] },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1600,
    license: { fileName: 'third-party-licenses.md' },
    rolldownOptions: {
      input: fileURLToPath(new URL('./index.html', import.meta.url)),
      // All that the first picture needs is one file: it packs smaller than a dozen that share it.
      output: {
        codeSplitting: {
          groups: [{ name: 'start', tags: ['$initial'], test: (id: string) => !isFetchedLater(id) }],
        },
      },
      treeshake: {
        // A door that several chunks go through brings each of them only what it uses.
        moduleSideEffects: [{ test: /\/src\/(?!worker|main)[^/]+\/.*\.tsx?$/, sideEffects: false }],
      },
    },
  },
});
