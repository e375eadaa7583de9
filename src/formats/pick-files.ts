/** Which files of a dropped folder are read (B-31): by path alone, before anything is opened. */

const MOST_FILES = 2000;
const DEEPEST = 5;

export interface PickedFiles {
  readonly read: readonly string[];
  readonly skipped: readonly { readonly path: string; readonly why: 'skipped' | 'too-many-files' }[];
}

/** Paths relative to what was dropped, in the order given. */
export function pickFiles(paths: readonly string[]): PickedFiles {
  const read: string[] = [];
  const skipped: { readonly path: string; readonly why: 'skipped' | 'too-many-files' }[] = [];
  for (const path of paths) {
    if (isSkipped(path)) skipped.push({ path, why: 'skipped' });
    else if (read.length >= MOST_FILES) skipped.push({ path, why: 'too-many-files' });
    else read.push(path);
  }
  return { read, skipped };
}

function isSkipped(path: string): boolean {
  const steps = path.split('/').filter((step) => step !== '');
  return (
    steps.length > DEEPEST + 1 ||
    steps.some((step) => step.startsWith('.') || step === 'node_modules') ||
    path.endsWith('.tfstate.backup')
  );
}
