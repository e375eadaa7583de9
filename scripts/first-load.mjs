// The script that must be there before an empty canvas can be drawn on: the page's entry and what it imports at once.
import { gzipSync } from 'node:zlib';

/** Bytes after gzip; a build over this fails. */
export const FIRST_LOAD_BUDGET = 220_000;

/** Files and gzip bytes of the first load, from a bundle as the builder has it: file name to chunk. */
export function firstLoadOf(bundle) {
  const files = new Set();
  const visit = (file) => {
    const chunk = bundle[file];
    if (files.has(file) || chunk?.type !== 'chunk') return;
    files.add(file);
    chunk.imports.forEach(visit);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === 'chunk' && chunk.isEntry) visit(chunk.fileName);
  }
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(bundle[file].code).length, 0);
  return { files: [...files], bytes };
}

/** Ends the build where the first load is over its budget: bytes are exact, so this never wavers. */
export const firstLoadBudget = {
  name: 'first-load-budget',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const { files, bytes } = firstLoadOf(bundle);
      if (bytes <= FIRST_LOAD_BUDGET) return;
      this.error(
        `The first load is ${bytes} bytes of gzipped script (${files.join(', ')}); the budget is ${FIRST_LOAD_BUDGET}. ` +
          'Import what an empty canvas does not need by `import()`, where it is used.',
      );
    },
  },
};
