// The linter's rules: strict and type-aware, plus the layers of scripts/layers.mjs.
import { readFileSync } from 'node:fs';
import { layers } from './scripts/layers.mjs';

const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const installed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
const folders = Object.keys(layers);

/** A path from inside `src/X` into one of these other folders of `src`. */
const into = (names) => `^(\\./)?(\\.\\./)+(${names.join('|')})/`;

function restrictionsOf(folder) {
  const { sees, types = [], packages } = layers[folder];
  const message =
    `src/${folder} may import ${sees.join(', ') || 'no other folder'}` +
    (types.length > 0 ? `, and types of ${types.join(', ')}` : '');
  const unseen = folders.filter((name) => name !== folder && !sees.includes(name) && !types.includes(name));
  const patterns = [
    { regex: into(unseen), message },
    { regex: '\\.(test|test-support)(\\.tsx?)?$', message: 'test code stays in tests' },
  ];
  if (types.length > 0) patterns.push({ regex: into(types), allowTypeImports: true, message });
  if (packages) {
    const others = installed.filter((name) => !packages.includes(name));
    patterns.push({
      regex: `^(${others.join('|')})(/|$)${packages.includes('node:*') ? '' : '|^node:'}`,
      message: `packages for src/${folder}: ${packages.join(', ') || 'none'}`,
    });
  } else {
    patterns.push({ regex: '^node:', message: 'the page runs in a browser' });
  }
  return { files: [`src/${folder}/**`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

/** Rules of ours that no category switches on. */
const chosen = {
  // Types carry facts.
  'typescript/no-explicit-any': 'error',
  'typescript/no-non-null-assertion': 'error',
  'typescript/no-unsafe-argument': 'error',
  'typescript/no-unsafe-assignment': 'error',
  'typescript/no-unsafe-call': 'error',
  'typescript/no-unsafe-member-access': 'error',
  'typescript/no-unsafe-return': 'error',
  'typescript/no-unsafe-function-type': 'error',
  'typescript/ban-ts-comment': 'error',
  'typescript/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
  ],
  'typescript/consistent-type-imports': 'error',
  'typescript/no-import-type-side-effects': 'error',
  'typescript/restrict-template-expressions': [
    'error',
    { allowNumber: true, allowBoolean: true, allowNever: true },
  ],
  'typescript/restrict-plus-operands': 'error',
  'typescript/no-deprecated': 'error',
  // Promises are awaited, errors are errors.
  'typescript/no-floating-promises': 'error',
  'typescript/no-misused-promises': 'error',
  'typescript/return-await': 'error',
  'typescript/only-throw-error': 'error',
  'typescript/prefer-promise-reject-errors': 'error',
  'typescript/use-unknown-in-catch-callback-variable': 'error',
  // One way to write it.
  'eslint/eqeqeq': 'error',
  'eslint/no-var': 'error',
  'eslint/prefer-const': 'error',
  'eslint/object-shorthand': 'error',
  'eslint/no-empty': 'error',
  'eslint/no-useless-return': 'error',
  'eslint/no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
  'import/no-cycle': 'error',
  'import/no-duplicates': ['error', { 'prefer-inline': true }],
  'unicorn/prefer-node-protocol': 'error',
  // React.
  'react/rules-of-hooks': 'error',
  'react/exhaustive-deps': 'error',
  'react/button-has-type': 'error',
  'react/jsx-no-useless-fragment': 'error',
  'react/self-closing-comp': 'error',
  'react/no-danger': 'error',
  // A prop that draws a part is called, not made a component of.
  'react/no-unstable-nested-components': ['error', { allowAsProps: true }],
};

/** What a category switches on and this project does without, and why. */
const unwanted = {
  'react/react-in-jsx-scope': 'off', // the automatic runtime needs no import
  'import/no-unassigned-import': 'off', // style sheets
  'typescript/consistent-return': 'off', // the compiler's noImplicitReturns knows exhaustive switches
  'eslint/no-shadow': 'off', // types and short-lived names
  'eslint/no-underscore-dangle': 'off',
  'typescript/no-unsafe-type-assertion': 'off', // how a branded type is made
  'typescript/no-unnecessary-type-assertion': 'off', // drafts: the compiler needs what this rule calls needless
  'unicorn/consistent-function-scoping': 'off',
  'unicorn/no-array-sort': 'off', // sorting a fresh copy in place
  'unicorn/no-array-reverse': 'off',
  'unicorn/require-post-message-target-origin': 'off', // workers have no origin
  'jsx-a11y/prefer-tag-over-role': 'off', // trees, lists of choices and live regions have no tag; groups need no box
};

/** Rules that hold everywhere but in these files, and why not there; axe and the keyboard stories judge those. */
const exceptions = [
  {
    // A table that is written in is a grid: the role says so, and no tag does.
    files: ['src/panels/rules/SheetTable.tsx'],
    rules: { 'jsx-a11y/no-noninteractive-element-to-interactive-role': 'off' },
  },
  {
    // Lists and grids keep the focus on an item, or in their field, and the keys on the whole.
    files: [
      'src/panels/commands/PickDialog.tsx',
      'src/panels/outline/{OutlineRow,Tree}.tsx',
      'src/panels/rules/CellEditor.tsx',
      'src/panels/{findings/Findings,palette/Palette}.tsx',
      'src/panels/inspector/controls/reference-lists.tsx',
      'src/ui/{Combobox,Menu,Segments,Tabs}.tsx',
    ],
    rules: {
      'jsx-a11y/interactive-supports-focus': 'off',
      'jsx-a11y/click-events-have-key-events': 'off',
      'jsx-a11y/no-static-element-interactions': 'off',
      'jsx-a11y/role-has-required-aria-props': 'off',
    },
  },
  {
    // Escape closes what the keyboard is in, wherever in it.
    files: [
      'src/panels/intents/IntentForm.tsx',
      'src/panels/search/FindBar.tsx',
      'src/panels/shell/LeftPanel.tsx',
    ],
    rules: {
      'jsx-a11y/no-static-element-interactions': 'off',
      'jsx-a11y/no-noninteractive-element-interactions': 'off',
    },
  },
  {
    // Whoever is led to a list by a command is handed on to what is read first in it.
    files: ['src/panels/inspector/tabs.tsx'],
    rules: { 'jsx-a11y/no-noninteractive-element-interactions': 'off' },
  },
  {
    // What scrolls must be reached by the keyboard, so that it can be scrolled.
    files: [
      'src/panels/files/{Commands,ExportDialog,Review,ReviewStage}.tsx',
      'src/panels/parts/FixPreview.tsx',
    ],
    rules: { 'jsx-a11y/no-noninteractive-tabindex': 'off' },
  },
  {
    // The field opens because the person asked to write in it.
    files: [
      'src/panels/files/Recents.tsx',
      'src/panels/findings/MuteDialog.tsx',
      'src/panels/inspector/controls/{PrefixesControl,reference-lists}.tsx',
      'src/panels/intents/IntentForm.tsx',
      'src/panels/outline/OutlineRow.tsx',
      'src/panels/path/EndPicker.tsx',
      'src/panels/rules/CellEditor.tsx',
      'src/panels/shell/FileName.tsx',
      'src/ui/{Combobox,TextField}.tsx',
    ],
    rules: { 'jsx-a11y/no-autofocus': 'off' },
  },
  {
    // The label is in what the row holds.
    files: ['src/panels/files/Templates.tsx'],
    rules: { 'jsx-a11y/control-has-associated-label': 'off' },
  },
  {
    // What is written follows a value that changed under it; what is shown waits for an answer.
    files: [
      'src/panels/files/{ExportDialog.tsx,Review.tsx,pictures.ts}',
      'src/panels/findings/useRows.ts',
      'src/panels/hints/Hints.tsx',
      'src/panels/search/FindBar.tsx',
      'src/ui/{Combobox,TextField}.tsx',
    ],
    rules: { 'react/set-state-in-effect': 'off' },
  },
  {
    // An effect that something else sets off than what it reads.
    files: [
      'src/canvas/useCamera.ts',
      'src/panels/commands/PickDialog.tsx',
      'src/panels/exposure/LensLegend.tsx',
      'src/panels/hints/Hints.tsx',
      'src/panels/rules/useTrial.ts',
      'src/panels/search/FindBar.tsx',
      'src/ui/Combobox.tsx',
    ],
    rules: { 'react/exhaustive-effect-dependencies': 'off' },
  },
  {
    // The time of day is a part of what is shown, or of when something was closed.
    files: ['src/panels/files/{RecentItems,Recents}.tsx', 'src/ui/Menu.tsx'],
    rules: { 'react/purity': 'off' },
  },
];

/** Plain scripts have no types to be safe about. */
const untyped = Object.fromEntries(
  Object.keys(chosen)
    .filter((name) => /^typescript\/(no-unsafe-|use-unknown-)/.test(name))
    .map((name) => [name, 'off']),
);

export default {
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y'],
  categories: { correctness: 'error', suspicious: 'error' },
  env: { es2024: true },
  ignorePatterns: ['dist', 'dist-*', 'node_modules', 'coverage', 'test-results', '**/*.generated.ts'],
  rules: { ...chosen, ...unwanted },
  overrides: [
    ...folders.map(restrictionsOf),
    ...exceptions,
    {
      files: ['**/*.test.{ts,tsx}', '**/*.test-support.{ts,tsx}'],
      rules: { 'no-restricted-imports': 'off' },
    },
    { files: ['**/*.mjs'], rules: untyped },
  ],
};
