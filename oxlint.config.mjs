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
  // What axe judges on the finished page instead, with less noise:
  'jsx-a11y/prefer-tag-over-role': 'off',
  'jsx-a11y/control-has-associated-label': 'off',
  'jsx-a11y/no-noninteractive-tabindex': 'off',
  'jsx-a11y/no-noninteractive-element-interactions': 'off',
  'jsx-a11y/no-static-element-interactions': 'off',
  'jsx-a11y/no-autofocus': 'off',
  // Composite widgets keep focus on their items and keys on the whole; axe and the keyboard stories judge them.
  'jsx-a11y/interactive-supports-focus': 'off',
  'jsx-a11y/click-events-have-key-events': 'off',
  'jsx-a11y/role-has-required-aria-props': 'off',
  // Fields follow a value that changed under them, and float beside what was measured.
  'react/set-state-in-effect': 'off',
  'react/exhaustive-effect-dependencies': 'off',
  'react/purity': 'off',
  'react/immutability': 'off',
  'react/no-unstable-nested-components': 'off',
};

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
    {
      files: ['**/*.test.{ts,tsx}', '**/*.test-support.{ts,tsx}'],
      rules: { 'no-restricted-imports': 'off' },
    },
    { files: ['**/*.mjs'], rules: untyped },
  ],
};
