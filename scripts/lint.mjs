// `npm run lint`: rules, layers, generated files, formatting, and what nobody uses.
import { check } from './checks.mjs';

const results = [check('lint'), check('knip')];
process.exitCode = results.every(Boolean) ? 0 : 1;
