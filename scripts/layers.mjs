// Who may import whom: one row a folder of src/, read by oxlint.config.mjs and proved by scripts/check-layers.mjs.

/**
 * `sees`: folders whose values it may import. `types`: folders of which it may import types alone.
 * `packages`: the packages it may use; missing where the page's own code may use any.
 * @type {Record<string, {sees: string[], types?: string[], packages?: string[]}>}
 */
export const layers = {
  net: { sees: [], packages: [] },
  model: { sees: ['net'], packages: ['immer', 'valibot'] },
  engine: { sees: ['net', 'model'], packages: ['immer'] },
  findings: { sees: ['net', 'model', 'engine'], packages: ['immer'] },
  formats: {
    sees: ['net', 'model', 'engine', 'findings', 'drawing', 'i18n'],
    packages: ['fflate', 'immer', 'valibot'],
  },
  layout: { sees: ['net', 'model', 'drawing'], packages: ['elkjs'] },
  drawing: { sees: ['net', 'model'], packages: [] },
  i18n: { sees: [], types: ['net', 'model', 'engine', 'findings'], packages: [] },
  worker: {
    sees: ['net', 'model', 'engine', 'findings', 'formats', 'layout', 'drawing', 'i18n'],
    packages: ['elkjs', 'fflate', 'immer', 'valibot'],
  },
  cli: {
    sees: ['net', 'model', 'engine', 'findings', 'formats', 'layout', 'drawing', 'i18n'],
    packages: ['node:*'],
  },
  learn: { sees: ['net', 'model', 'i18n'], types: ['engine', 'findings'], packages: ['valibot'] },
  ui: { sees: ['i18n'] },
  app: {
    sees: ['net', 'model', 'formats', 'layout', 'drawing', 'i18n', 'worker', 'learn'],
    types: ['engine', 'findings'],
  },
  canvas: {
    sees: ['net', 'model', 'layout', 'drawing', 'i18n', 'app', 'ui'],
    types: ['engine', 'findings', 'formats', 'worker'],
  },
  panels: {
    sees: ['net', 'model', 'layout', 'drawing', 'i18n', 'app', 'ui', 'learn'],
    types: ['engine', 'findings', 'formats', 'worker'],
  },
};
